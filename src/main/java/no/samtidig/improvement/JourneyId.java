package no.samtidig.improvement;

import java.util.Optional;
import java.util.UUID;

/** Which journey. */
public record JourneyId(UUID value) {
    /** What somebody may have typed; empty where it is none. */
    public static Optional<JourneyId> read(String typed) {
        try {
            return Optional.of(new JourneyId(UUID.fromString(typed)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
