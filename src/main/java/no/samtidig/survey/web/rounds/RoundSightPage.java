package no.samtidig.survey.web.rounds;

import java.util.List;
import java.util.stream.IntStream;
import no.samtidig.platform.Page;
import no.samtidig.survey.RoundOverview;
import no.samtidig.survey.disclosure.Sight;
import no.samtidig.survey.disclosure.Sight.Extent;
import no.samtidig.survey.disclosure.Sight.Outlook;
import org.jspecify.annotations.Nullable;

/**
 * What will be seen of a round that has not opened, and the choice of what must be seen whole.
 *
 * @param it the round
 * @param sight what will be seen with the choice that stands
 * @param done what was just done; null where nothing was
 */
public record RoundSightPage(
        RoundOverview it, Sight sight, @Nullable RoundDone done) implements Page {
    public String path() {
        return OneRound.path(it.round().id());
    }

    /** What stands in a table of what will be seen: a name, and a word for each share of answers. The words are keys of texts. */
    public record Line(String name, int invited, List<String> at) {
        public Line {
            at = List.copyOf(at);
        }

        static Line outlook(String name, int invited, List<Outlook> at) {
            return new Line(
                    name,
                    invited,
                    at.stream().map(it -> "rounds.sight.outlook." + it.code()).toList());
        }

        static Line extent(String name, List<Extent> at) {
            return new Line(
                    name,
                    0,
                    at.stream().map(it -> "rounds.sight.extent." + it.code()).toList());
        }

        /** The shares of answers with the word for each. */
        public List<Word> words() {
            return IntStream.range(0, at.size())
                    .mapToObj(it -> new Word(Sight.RATES.get(it), at.get(it)))
                    .toList();
        }
    }

    /**
     * A word for a share of answers.
     *
     * @param rate of a hundred
     * @param key of the text
     */
    public record Word(int rate, String key) {}
}
