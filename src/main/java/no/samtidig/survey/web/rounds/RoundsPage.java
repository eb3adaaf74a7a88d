package no.samtidig.survey.web.rounds;

import java.util.List;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.DataTable;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundLine;
import no.samtidig.survey.RoundList;
import org.jspecify.annotations.Nullable;

/**
 * Surveys: the rounds one runs, and then those of others that ask people of the reader's places.
 *
 * @param runs whether the reader may run rounds
 * @param rounds a page of them
 * @param done what was just done; null where nothing was
 */
public record RoundsPage(
        boolean runs,
        RoundSearch search,
        RoundList rounds,
        @Nullable RoundDone done) implements Page {
    /** Open ones first: something may have to be done. */
    static final List<Round.State> STATES =
            List.of(Round.State.OPEN, Round.State.DRAFT, Round.State.CLOSED, Round.State.SETTLED);

    /** How many have answered, of how many; where few were asked, nothing is told of it. */
    public static String answered(View view, boolean exact, int answered, int asked) {
        if (asked < Round.FEWEST) {
            return view.text("rounds.answered.few-asked");
        }
        return view.text(exact ? "rounds.answered" : "rounds.answered-at-least", answered, asked);
    }

    public List<Round.State> states() {
        return STATES;
    }

    public List<RoundLine> in(Round.State state) {
        return rounds.lines().stream()
                .filter(it -> it.own() && it.state() == state)
                .toList();
    }

    /** How many of one's own have come so far, on all pages. */
    public int count(Round.State state) {
        return rounds.counts().getOrDefault(new RoundList.Part(true, state), 0);
    }

    public List<RoundLine> others() {
        return rounds.lines().stream().filter(it -> !it.own()).toList();
    }

    /** Whether there is none at all, of one's own where one may run them. */
    public boolean none() {
        return search.whole() && rounds.lines().stream().noneMatch(it -> it.own() || !runs);
    }

    public DataTable table(View view) {
        return search.table(view, rounds.count(), it -> view.text("rounds.state." + it.code()));
    }
}
