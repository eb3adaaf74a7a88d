package no.samtidig.improvement.web.action;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.action.Goal;
import no.samtidig.platform.Page;

/**
 * Goals and their open actions on one sheet for the wall.
 *
 * @param goals those alive
 * @param lines every action
 */
public record ActionSheetPage(JourneyVisit visit, List<Goal> goals, List<ActionLine> lines, LocalDate today)
        implements Page {
    public ActionSheetPage {
        goals = List.copyOf(goals);
        lines = List.copyOf(lines);
    }

    public List<ActionLine> of(Goal goal) {
        return lines.stream()
                .filter(it ->
                        it.action().goal().equals(goal.id()) && it.action().dropped() == null)
                .toList();
    }
}
