package no.samtidig.survey.web.respond;

import java.time.LocalDate;
import no.samtidig.platform.Page;
import org.jspecify.annotations.Nullable;

/**
 * Why an invitation cannot be answered with now.
 *
 * @param date first or last day; null where there is none to tell
 * @param deviceKey what the device kept the answers under, to be thrown away; empty where they are to stay
 */
public record RespondClosedPage(Reason reason, @Nullable LocalDate date, String deviceKey) implements Page {
    /** Why not; the text stands under {@code survey-answer.<code>}. */
    public enum Reason {
        ALREADY(200),
        NOT_OPEN_YET(200),
        CLOSED(410);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        public String key() {
            return "survey-answer." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public int status() {
        return reason.status;
    }

    @Override
    public boolean withoutReader() {
        return true;
    }
}
