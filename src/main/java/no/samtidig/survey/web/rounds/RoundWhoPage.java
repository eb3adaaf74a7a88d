package no.samtidig.survey.web.rounds;

import java.util.List;
import java.util.Optional;
import no.samtidig.platform.Page;
import no.samtidig.survey.RoundOverview;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.Targeting;
import no.samtidig.survey.disclosure.Sight;

/**
 * How many are asked, and where. Who they are is not told: a round is made in a minute, and its maker has no need of anybody's name.
 *
 * @param it the round
 * @param units with how many are asked there, by name of the unit
 * @param sight what the makers will be able to see; empty where the round has opened, and where very many are asked
 */
public record RoundWhoPage(RoundOverview it, List<Targeting.UnitCount> units, Optional<Sight> sight) implements Page {
    public RoundWhoPage {
        units = List.copyOf(units);
    }

    public int people() {
        return units.stream().mapToInt(Targeting.UnitCount::people).sum();
    }

    public int in(StaffGroup group) {
        return units.stream().mapToInt(unit -> unit.in(group)).sum();
    }

    public List<StaffGroup> groups() {
        return List.of(StaffGroup.values());
    }

    public String path() {
        return OneRound.path(it.round().id());
    }
}
