package no.samtidig.improvement.meeting;

import java.util.Optional;
import java.util.UUID;

/** Names a results meeting. */
public record MeetingId(UUID value) {
    /** The id in an address; empty where it cannot be one. */
    public static Optional<MeetingId> read(String typed) {
        try {
            return Optional.of(new MeetingId(UUID.fromString(typed)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
