package no.samtidig.platform.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a backup must hold; written last.
 *
 * @param tables each with its number of rows and their digest
 * @param sequences the last number each has given; those that have given none are not there
 */
record Manifest(List<Entry> tables, Map<String, Long> sequences) {
    Manifest {
        tables = List.copyOf(tables);
        sequences = Map.copyOf(sequences);
    }

    /**
     * One table.
     *
     * @param digest {@link RowDigest}
     */
    record Entry(String table, long rows, String digest) {}

    long rows() {
        return tables.stream().mapToLong(Entry::rows).sum();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(tables.size());
        for (Entry it : tables) {
            out.writeUTF(it.table());
            out.writeLong(it.rows());
            out.writeUTF(it.digest());
        }
        out.writeInt(sequences.size());
        for (Map.Entry<String, Long> it : sequences.entrySet()) {
            out.writeUTF(it.getKey());
            out.writeLong(it.getValue());
        }
    }

    static Manifest read(DataInputStream in) throws IOException {
        List<Entry> tables = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            tables.add(new Entry(in.readUTF(), in.readLong(), in.readUTF()));
        }
        Map<String, Long> sequences = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            sequences.put(in.readUTF(), in.readLong());
        }
        return new Manifest(tables, sequences);
    }
}
