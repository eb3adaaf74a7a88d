package no.samtidig.catalogue;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;

/**
 * A real person's recorded voice, with the words as they were said. Never invented and never read by an actor. Read from
 * {@code content/voices/<slug>.yaml}, with the sound beside it as {@code <slug>.mp3}. Whether it may be heard today, {@link Voices}
 * says.
 *
 * @param slug its name
 * @param name what the person wants to be called
 * @param about who speaks, in one sentence the person has agreed to
 * @param language what is spoken
 * @param minutes length
 * @param recorded the day
 * @param consent the person's
 * @param transcript all that is said
 */
public record Voice(
        String slug,
        String name,
        LocalizedText about,
        Language language,
        int minutes,
        LocalDate recorded,
        Consent consent,
        List<Block.Line> transcript) {
    public Voice {
        transcript = List.copyOf(transcript);
    }

    /**
     * What the person has said yes to. The signed paper lies with the keeper, never here.
     *
     * @param given the day
     * @param until the last day it holds; the person is asked again before then
     * @param keeper the organisation that keeps the paper and takes a withdrawal
     */
    public record Consent(LocalDate given, LocalDate until, String keeper) {
        public Consent {
            if (until.isBefore(given)) {
                throw new IllegalArgumentException("the consent ends before it is given");
            }
        }
    }
}
