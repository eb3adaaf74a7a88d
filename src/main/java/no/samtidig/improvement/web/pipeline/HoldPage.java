package no.samtidig.improvement.web.pipeline;

import java.util.Arrays;
import java.util.List;
import no.samtidig.improvement.HoldReason;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;

/**
 * Putting a unit on hold.
 *
 * @param until as typed
 * @param reason chosen, as code; empty for none
 * @param held whether it is on hold now
 */
public record HoldPage(JourneyVisit visit, String until, String reason, boolean held, Trouble trouble) implements Page {
    public String path() {
        return CardPage.path(visit.journey());
    }

    public List<Option> reasons(View view) {
        return Arrays.stream(HoldReason.values())
                .map(it -> Option.of(it.code(), view.text("hold-reason." + it.code())))
                .toList();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
