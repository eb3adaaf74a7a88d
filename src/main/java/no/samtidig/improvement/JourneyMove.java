package no.samtidig.improvement;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.access.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A move from one stage to another, as it is kept.
 *
 * @param from null for the first
 * @param by who moved it; null when forgotten
 * @param reasons for a stop or a no: one or two
 */
public record JourneyMove(
        @Nullable Stage from,
        Stage to,
        LocalDate day,
        @Nullable AccountId by,
        List<StopReason> reasons,
        String note) {
    /** Letters in a note at most. */
    public static final int LONGEST_NOTE = 200;

    public JourneyMove {
        reasons = List.copyOf(reasons);
    }
}
