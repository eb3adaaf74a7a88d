package no.samtidig.survey.web.rounds;

import java.util.List;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import no.samtidig.survey.Recipients;
import no.samtidig.survey.RoundOverview;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.Targeting;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked, and why.
 *
 * @param it the round
 * @param units with the people there, by name
 * @param chosen the unit whose people are shown, where they are too many to show all; null where none is chosen
 */
public record RoundWhoPage(RoundOverview it, List<Targeting.UnitCount> units, Targeting.@Nullable UnitCount chosen)
        implements Page {
    /** With so many people all are shown at once. */
    private static final int ALL = 150;

    /** People of one unit shown at most. */
    private static final int MOST = 1_000;

    public RoundWhoPage {
        units = List.copyOf(units);
    }

    public int people() {
        return units.stream().mapToInt(unit -> unit.people().size()).sum();
    }

    public int in(StaffGroup group) {
        return units.stream().mapToInt(unit -> unit.in(group)).sum();
    }

    public List<StaffGroup> groups() {
        return List.of(StaffGroup.values());
    }

    public boolean all() {
        return people() <= ALL;
    }

    /** Units whose people are shown by name. */
    public List<Targeting.UnitCount> named() {
        Targeting.UnitCount one = chosen;
        return all()
                ? units.stream().filter(unit -> !unit.people().isEmpty()).toList()
                : one == null ? List.of() : List.of(one);
    }

    /** Why somebody is asked. */
    public String because(View view, Recipients.Recipient person) {
        return view.text(
                "rounds.who.because",
                view.text("role." + person.role().code()),
                person.place(),
                view.text("staff-group." + person.staffGroup().code()));
    }

    public int most() {
        return MOST;
    }

    public String path() {
        return OneRound.path(it.round().id());
    }
}
