package no.samtidig.survey.web.rounds;

import java.util.List;
import java.util.Set;
import no.samtidig.platform.Page;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundDraft;

/**
 * Other days for a round.
 *
 * @param opens as typed
 * @param closes as typed
 * @param flaws what was wrong with them
 */
public record RoundDaysPage(Round round, String opens, String closes, Set<RoundDraft.Flaw> flaws) implements Page {
    public RoundDaysPage {
        flaws = Set.copyOf(flaws);
    }

    public List<RoundDraft.Flaw> told() {
        return flaws.stream().sorted().toList();
    }

    public List<RoundDraft.Flaw> at(String field) {
        return told().stream().filter(it -> it.field().equals(field)).toList();
    }

    public boolean open() {
        return round.state() == Round.State.OPEN;
    }

    public String path() {
        return OneRound.path(round.id());
    }

    @Override
    public int status() {
        return flaws.isEmpty() ? 200 : 422;
    }
}
