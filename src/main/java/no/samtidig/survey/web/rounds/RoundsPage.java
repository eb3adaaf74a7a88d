package no.samtidig.survey.web.rounds;

import java.util.List;
import no.samtidig.platform.Page;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundOverview;
import org.jspecify.annotations.Nullable;

/**
 * Surveys: the rounds one runs, and those whose results one may see.
 *
 * @param runs whether the reader may run rounds
 * @param own rounds the reader may run, the newest first
 * @param others rounds that ask people of the reader's places and that somebody else runs
 * @param done what was just done; null where nothing was
 */
public record RoundsPage(
        boolean runs,
        List<RoundOverview> own,
        List<Round> others,
        @Nullable RoundDone done) implements Page {
    public RoundsPage {
        own = List.copyOf(own);
        others = List.copyOf(others);
    }

    public List<RoundOverview> in(Round.State state) {
        return own.stream().filter(it -> it.round().state() == state).toList();
    }

    /** Open ones first: something may have to be done. */
    public List<Round.State> states() {
        return List.of(Round.State.OPEN, Round.State.DRAFT, Round.State.CLOSED, Round.State.SETTLED);
    }
}
