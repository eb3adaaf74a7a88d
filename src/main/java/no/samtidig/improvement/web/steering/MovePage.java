package no.samtidig.improvement.web.steering;

import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Stage;
import no.samtidig.improvement.agreement.Agreement;
import no.samtidig.platform.Page;

/**
 * Moving a journey to another stage, before it is done.
 *
 * @param agreement as it is now; empty where there is none
 */
public record MovePage(JourneyVisit visit, Stage to, Optional<Agreement> agreement) implements Page {
    /** Whether it goes back. */
    public boolean back() {
        return to.compareTo(visit.journey().stage()) < 0;
    }

    /** Whether what the stage takes is not there, as far as it can be seen here. */
    public boolean early() {
        return switch (to) {
            case AGREED -> !back() && agreement.filter(Agreement::agreed).isEmpty();
            case ANCHORED -> !back() && agreement.filter(Agreement::anchored).isEmpty();
            case INTERESTED, RUNNING, SUSTAINED, STOPPED, DECLINED -> false;
        };
    }
}
