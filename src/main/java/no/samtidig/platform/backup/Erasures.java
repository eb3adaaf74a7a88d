package no.samtidig.platform.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.platform.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers what was erased without remembering whom: a mark that nobody can make without the secret key and the id. A restore to before
 * an erasure finds it in a later backup or in the journal beside the backups, and the next start erases again before anybody can sign in.
 */
@Service
public class Erasures {
    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final JdbcClient sql;
    private final Secrets secrets;
    private final BackupSettings settings;
    private final Clock clock;

    Erasures(JdbcClient sql, Secrets secrets, BackupSettings settings, Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Notes an erasure, in the caller's transaction. The journal's line is written before the transaction ends: should it fail, the
     * erasure was meant all the same, and is tried again.
     *
     * @param kind what is erased, such as {@code account}
     * @param of whose
     */
    @Transactional
    public void note(String kind, UUID of) {
        ErasureJournal.Entry entry =
                new ErasureJournal.Entry(UUID.randomUUID(), kind, mark(kind, of), LocalDate.now(clock));
        sql.sql("insert into platform.erasure (id, kind, mark, day) values (:id, :kind, :mark, :day)")
                .param("id", entry.id())
                .param("kind", kind)
                .param("mark", entry.markBytes())
                .param("day", entry.day())
                .update();
        settings.place().ifPresent(folder -> {
            try {
                new ErasureJournal(folder).add(List.of(entry));
            } catch (IOException failure) {
                // erasing on time goes first; the next backup holds it
                LOG.error("The journal of erasures in {} cannot be written ({})", folder, failure.getMessage());
            }
        });
    }

    /** Whether a restore brought something back that is to be erased again. */
    public boolean due() {
        return sql.sql("select exists (select from platform.erasure_due)")
                .query(Boolean.class)
                .single();
    }

    /** Which of these are to be erased again. */
    public Set<UUID> due(String kind, List<UUID> of) {
        Set<String> marks = sql
                .sql("select mark from platform.erasure_due where kind = :kind")
                .param("kind", kind)
                .query(byte[].class)
                .stream()
                .map(HexFormat.of()::formatHex)
                .collect(Collectors.toSet());
        Map<String, UUID> found = new HashMap<>();
        of.forEach(it -> found.put(mark(kind, it), it));
        found.keySet().retainAll(marks);
        return Set.copyOf(found.values());
    }

    /** All that were due are done: they count as erased, in this database too. In the caller's transaction. */
    @Transactional
    public void done() {
        sql.sql("""
                insert into platform.erasure (id, kind, mark, day) select id, kind, mark, day from platform.erasure_due
                on conflict do nothing
                """).update();
        sql.sql("delete from platform.erasure_due").update();
    }

    private String mark(String kind, UUID of) {
        return HexFormat.of()
                .formatHex(secrets.mark("erasure-" + kind, of.toString().getBytes(StandardCharsets.US_ASCII)));
    }
}
