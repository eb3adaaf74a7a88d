package no.samtidig.improvement.fidelity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.samtidig.improvement.JourneyId;
import org.jspecify.annotations.Nullable;

/**
 * One time that a unit's fidelity is rated.
 *
 * @param month of the journey: 0, 6, 12 or 18
 * @param modules at most {@link Anchors#MOST_MODULES}
 * @param revealed the day the ratings were shown to each other; null before
 * @param settled the day both sides had said yes to what stands; null before
 * @param unitYes whether the unit's leader says yes to what is written
 * @param coachYes whether the coach does
 * @param revision counts changes, so that two who write at once lose nothing
 */
public record Rating(
        UUID id,
        JourneyId journey,
        int month,
        List<String> modules,
        LocalDate begun,
        @Nullable LocalDate revealed,
        @Nullable LocalDate settled,
        boolean unitYes,
        boolean coachYes,
        int revision) {
    /** The months in which a unit is rated ({@code journey.md} section 4). */
    public static final List<Integer> MONTHS = List.of(0, 6, 12, 18);

    public Rating {
        modules = List.copyOf(modules);
    }

    /** Nobody sees another's rating yet. */
    public boolean silent() {
        return revealed == null;
    }

    /** Something was written, and one side has not said yes. */
    public boolean written() {
        return settled == null && (unitYes || coachYes);
    }
}
