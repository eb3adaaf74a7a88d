package no.samtidig.improvement.web.coaching;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How days, times and ids of the forms are read. */
final class TalkForm {
    private TalkForm() {}

    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Hour and minute, as 13:00. */
    static Optional<LocalTime> time(String typed) {
        try {
            return Optional.of(LocalTime.parse(typed.strip()).withSecond(0).withNano(0));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static @Nullable UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
