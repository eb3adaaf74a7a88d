package no.samtidig.improvement.web.action;

import java.util.Arrays;
import java.util.List;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.action.Goal;
import no.samtidig.improvement.action.GoalEnd;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;

/**
 * Ending a goal.
 *
 * @param why the reason, as chosen
 * @param note in own words, as typed
 */
public record GoalEndPage(JourneyVisit visit, Goal goal, String why, String note, Trouble trouble) implements Page {
    public static List<Option> reasons(View view) {
        return Arrays.stream(GoalEnd.values())
                .map(it -> Option.of(
                        it.code(), view.text("goal-end." + it.code()), view.text("goal-end." + it.code() + ".about")))
                .toList();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
