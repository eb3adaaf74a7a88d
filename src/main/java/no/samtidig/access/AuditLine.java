package no.samtidig.access;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log, as it is marked and chained.
 *
 * @param at to the microsecond, as the database keeps it
 * @param actor who; null for the system
 * @param subject to which one of its kind
 * @param place code of the place it is about; null for none
 * @param about accounts it is about, besides the subject
 */
record AuditLine(
        UUID id,
        OffsetDateTime at,
        @Nullable UUID actor,
        String action,
        String kind,
        String subject,
        @Nullable String place,
        List<UUID> about) {
    AuditLine {
        about = List.copyOf(about);
    }

    /** All of it as bytes: another line gives other bytes. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, id);
            out.writeLong(micros(at));
            out.writeBoolean(actor != null);
            if (actor != null) {
                write(out, actor);
            }
            write(out, action);
            write(out, kind);
            write(out, subject);
            out.writeBoolean(place != null);
            write(out, place == null ? "" : place);
            out.writeInt(about.size());
            for (UUID it : about) {
                write(out, it);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Microseconds since 1970. */
    static long micros(OffsetDateTime at) {
        return at.toEpochSecond() * 1_000_000 + at.get(ChronoField.MICRO_OF_SECOND);
    }

    private static void write(DataOutputStream out, UUID it) throws IOException {
        out.writeLong(it.getMostSignificantBits());
        out.writeLong(it.getLeastSignificantBits());
    }

    private static void write(DataOutputStream out, String it) throws IOException {
        byte[] text = it.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }
}
