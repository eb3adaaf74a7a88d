package no.samtidig.improvement.web.coaching;

import java.util.Arrays;
import java.util.List;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.coaching.CancelledBy;
import no.samtidig.improvement.coaching.Talk;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;

/**
 * Moving or cancelling a talk.
 *
 * @param day as typed
 * @param starts as typed
 * @param who by whom it is cancelled, as chosen
 * @param meanwhile whether somebody else changed it since the form was drawn
 */
public record MoveTalkPage(
        JourneyVisit visit, Talk talk, String day, String starts, String who, boolean meanwhile, Trouble trouble)
        implements Page {
    public String path() {
        return CoachingPage.path(talk);
    }

    public static List<Option> whose(View view) {
        return Arrays.stream(CancelledBy.values())
                .map(it -> Option.of(it.code(), view.text("cancelled-by." + it.code())))
                .toList();
    }

    @Override
    public int status() {
        return meanwhile ? 409 : trouble.status();
    }
}
