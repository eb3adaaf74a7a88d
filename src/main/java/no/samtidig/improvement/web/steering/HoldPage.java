package no.samtidig.improvement.web.steering;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import no.samtidig.improvement.HoldReason;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;

/**
 * Putting a journey on hold, or ending it.
 *
 * @param reason as typed
 * @param until as typed
 */
public record HoldPage(JourneyVisit visit, LocalDate today, String reason, String until, Trouble trouble)
        implements Page {
    /** The last day it can be held until. */
    public LocalDate latest() {
        return today.plusWeeks(Journey.LONGEST_HOLD_WEEKS);
    }

    /** A new leader is told of on a page of its own. */
    public List<Option> reasons(View view) {
        return Arrays.stream(HoldReason.values())
                .filter(it -> it != HoldReason.NEW_LEADER)
                .map(it -> Option.of(it.code(), view.text("hold-reason." + it.code())))
                .toList();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
