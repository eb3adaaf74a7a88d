package no.samtidig.survey;

import java.time.LocalDate;
import no.samtidig.platform.LocalizedText;

/**
 * A round in a list.
 *
 * @param title of its questionnaire
 * @param own whether whoever asks for the list may run it
 * @param ready whether somebody said that it can open on its day
 * @param invited everybody who was ever invited; 0 unless it is own
 * @param answered how many answers are told of, see {@link RoundOverview#told}; 0 unless it is own
 */
public record RoundLine(
        RoundId id,
        String name,
        LocalizedText title,
        boolean anonymous,
        LocalDate opens,
        LocalDate closes,
        Round.State state,
        boolean own,
        boolean ready,
        int invited,
        int answered) {
    /** Whether {@link #answered} is exactly how many; else at least so many have. */
    public boolean exact() {
        return RoundOverview.exact(invited, state == Round.State.OPEN);
    }
}
