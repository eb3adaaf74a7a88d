package no.samtidig.improvement.web.action;

import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.action.Action;
import no.samtidig.improvement.action.Goal;
import no.samtidig.improvement.action.Occasion;
import no.samtidig.platform.Page;

/**
 * A unit's goals and actions.
 *
 * @param goals those alive, then those ended
 * @param lines every action, the open first
 * @param nones occasions at which the unit chose no goal
 * @param done what was just done
 * @param staff whether the reader may see who has completed what
 */
public record ActionsPage(
        JourneyVisit visit,
        List<Goal> goals,
        List<ActionLine> lines,
        List<Occasion> nones,
        Optional<ActionsDone> done,
        boolean staff)
        implements Page {
    public ActionsPage {
        goals = List.copyOf(goals);
        lines = List.copyOf(lines);
        nones = List.copyOf(nones);
    }

    public List<Goal> alive() {
        return goals.stream().filter(Goal::alive).toList();
    }

    public List<Goal> ended() {
        return goals.stream().filter(it -> !it.alive()).toList();
    }

    public List<ActionLine> of(Goal goal) {
        return lines.stream().filter(it -> it.action().goal().equals(goal.id())).toList();
    }

    /** Whether the reader can add and end: leads a journey that goes on. */
    public boolean writes() {
        return visit.leads() && visit.journey().stage().alive();
    }

    /** Whether another goal can be added. */
    public boolean room() {
        return alive().size() < Goal.MOST;
    }

    /** Whether another action can be added to the goal. */
    public boolean room(Goal goal) {
        return of(goal).stream().filter(it -> it.action().open()).count() < Action.MOST;
    }

    /** Actions of goals that are alive and wait for the look after three months. */
    public List<ActionLine> toBeLookedAt() {
        if (!visit.journey().stage().alive()) {
            return List.of();
        }
        return alive().stream()
                .flatMap(it -> of(it).stream())
                .filter(ActionLine::toBeLookedAt)
                .toList();
    }
}
