package no.samtidig.organisation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * From when to when something is.
 *
 * @param from the first day
 * @param to the first day on which it is no more; empty where no end is known
 */
public record Validity(LocalDate from, Optional<LocalDate> to) {
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && to.map(day::isBefore).orElse(true);
    }

    /** The last day on which it is. */
    public Optional<LocalDate> lastDay() {
        return to.map(it -> it.minusDays(1));
    }
}
