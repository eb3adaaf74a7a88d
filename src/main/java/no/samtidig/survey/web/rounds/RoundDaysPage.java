package no.samtidig.survey.web.rounds;

import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.survey.Round;

/**
 * Other days for a round.
 *
 * @param opens as typed
 * @param closes as typed
 * @param trouble what was wrong with them
 */
public record RoundDaysPage(Round round, String opens, String closes, Trouble trouble) implements Page {
    public boolean open() {
        return round.state() == Round.State.OPEN;
    }

    public String path() {
        return OneRound.path(round.id());
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
