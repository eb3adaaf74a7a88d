package no.samtidig.improvement.action;

import java.time.LocalDate;
import no.samtidig.access.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A line of an action's small log: plan, do, study, act. Nothing about patients.
 *
 * @param by null where the person is erased
 * @param seen how far the sign was seen that day
 */
public record ActionNote(LocalDate day, @Nullable AccountId by, SignSeen seen, String tried, String saw, String next) {
    /** Letters of each part at most. */
    public static final int LONGEST = 200;

    /** Whether something was written, and not only the sign told. */
    public boolean written() {
        return !tried.isEmpty() || !saw.isEmpty() || !next.isEmpty();
    }
}
