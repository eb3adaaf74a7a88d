package no.samtidig.platform.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file beside the backups that says who was erased: a line each, with a keyed mark and no name, address or id. A line stands in it
 * before the erasure is done, so that none is missing after the database is lost; a line that was cut off is passed over.
 */
final class ErasureJournal {
    static final String NAME = "erasures.journal";

    private static final Pattern LINE = Pattern.compile(
            "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}) ([a-z][a-z-]{0,39}) ([0-9a-f]{64}) (\\d{4}-\\d\\d-\\d\\d)");

    private final Path file;

    ErasureJournal(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /**
     * One erasure.
     *
     * @param id of this erasure, not of who was erased
     * @param kind what was erased
     * @param mark of whom, 64 hexadecimal digits
     * @param day when
     */
    record Entry(UUID id, String kind, String mark, LocalDate day) {
        byte[] markBytes() {
            return HexFormat.of().parseHex(mark);
        }

        private String line() {
            return id + " " + kind + " " + mark + " " + day;
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    List<Entry> read() throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (exists()) {
            for (String line : Files.readString(file).split("\n")) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    entries.add(new Entry(
                            UUID.fromString(matcher.group(1)),
                            matcher.group(2),
                            matcher.group(3),
                            LocalDate.parse(matcher.group(4))));
                }
            }
        }
        return entries;
    }

    /** Adds those that are not there, on disk when it returns; makes the file where it is missing, also for none. */
    void add(Collection<Entry> entries) throws IOException {
        Map<UUID, Entry> missing = new LinkedHashMap<>();
        entries.forEach(it -> missing.put(it.id(), it));
        read().forEach(it -> missing.remove(it.id()));
        if (missing.isEmpty() && exists()) {
            return;
        }
        // an empty line first ends one that was cut off
        StringBuilder lines = new StringBuilder("\n");
        missing.values().forEach(it -> lines.append(it.line()).append('\n'));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }
}
