package no.samtidig.improvement.web.action;

import java.util.List;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.action.Goal;
import no.samtidig.improvement.action.Goals;
import no.samtidig.improvement.action.Occasion;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;

/**
 * A new goal. With three alive, which of them could go.
 *
 * @param alive the goals there are
 * @param occasion the results meeting it comes from
 * @param area id of the area, as chosen
 * @param sentence as typed
 */
public record GoalFormPage(
        JourneyVisit visit, List<Goal> alive, Occasion occasion, String area, String sentence, Trouble trouble)
        implements Page {
    public GoalFormPage {
        alive = List.copyOf(alive);
    }

    public boolean room() {
        return alive.size() < Goal.MOST;
    }

    public static List<Option> areas(View view) {
        return Goals.AREAS.stream()
                .map(it -> Option.of(it, view.text("goal-area." + it)))
                .toList();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
