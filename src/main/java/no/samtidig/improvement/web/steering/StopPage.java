package no.samtidig.improvement.web.steering;

import java.util.Arrays;
import java.util.List;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.StopReason;
import no.samtidig.improvement.agreement.Farewell;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;

/**
 * Stopping, before it is done.
 *
 * @param declines whether the unit was only interested, and says no
 * @param form as typed
 */
public record StopPage(JourneyVisit visit, boolean declines, StopForm form, Trouble trouble) implements Page {
    public List<Option> reasons(View view) {
        return Arrays.stream(StopReason.values())
                .map(it -> Option.of(it.code(), view.text("stop-reason." + it.code())))
                .toList();
    }

    public List<Option> talks(View view) {
        return Arrays.stream(Farewell.Talk.values())
                .map(it -> Option.of(it.code(), view.text("farewell.talk." + it.code())))
                .toList();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
