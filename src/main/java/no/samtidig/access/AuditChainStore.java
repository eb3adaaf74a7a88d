package no.samtidig.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The SQL of the audit log's chain. */
@Repository
class AuditChainStore {
    private static final String LINE =
            "a.id, a.at, a.actor, a.action, a.kind, a.subject, a.place, a.about, a.mark as line_mark";

    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final TransactionTemplate snapshot;

    AuditChainStore(JdbcClient sql, NamedParameterJdbcTemplate batches, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.batches = batches;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** A seal with the line it is for; null where the line is gone. */
    record Link(AuditChain.Seal seal, AuditChain.@Nullable Marked line) {}

    /** All statements see the same moment. */
    <T> @Nullable T asOfNow(Supplier<T> work) {
        return snapshot.execute(_ -> work.get());
    }

    /** One node at a time, until the transaction ends. */
    void alone() {
        sql.sql("select pg_advisory_xact_lock(hashtext('audit seal'))").query().listOfRows();
    }

    /** Lines from before there were marks come first: later none may come without. */
    List<AuditChain.Marked> unsealed(int most) {
        return sql.sql("select " + LINE + """
                 from access.audit_unsealed u join access.audit a on a.id = u.line
                order by a.mark is not null, a.at, a.id limit :most
                """)
                .param("most", most)
                .query(AuditChainStore::line)
                .list();
    }

    /** How far the chain has come. */
    @SuppressWarnings("ArrayRecordComponent") // compared in SQL
    record Head(long number, byte[] mark) {}

    Optional<Head> head() {
        return sql.sql("select number, mark from access.audit_head")
                .query((row, _) -> new Head(row.getLong("number"), row.getBytes("mark")))
                .optional();
    }

    void keep(List<AuditChain.Seal> seals) {
        batches.batchUpdate("""
                insert into access.audit_seal (number, line, at, digest, before, mark)
                values (:number, :line, :at, :digest, :before, :mark)
                """, seals.stream().map(AuditChainStore::values).toArray(SqlParameterSource[]::new));
        sql.sql("delete from access.audit_unsealed where line = any(:lines)")
                .param("lines", seals.stream().map(AuditChain.Seal::line).toArray(UUID[]::new))
                .update();
        sql.sql("""
                insert into access.audit_head (number, mark) values (:number, :mark)
                on conflict (one) do update set number = excluded.number, mark = excluded.mark
                """)
                .param("number", seals.getLast().number())
                .param("mark", seals.getLast().mark())
                .update();
    }

    private static SqlParameterSource values(AuditChain.Seal it) {
        return new MapSqlParameterSource(Map.of(
                "number", it.number(),
                "line", it.line(),
                "at", it.at(),
                "digest", it.digest(),
                "before", it.before(),
                "mark", it.mark()));
    }

    List<Link> after(long number, int most) {
        return sql.sql("select s.number, s.line, s.at as sealed_at, s.digest, s.before, s.mark, " + LINE + """
                 from access.audit_seal s left join access.audit a on a.id = s.line
                where s.number > :number order by s.number limit :most
                """)
                .param("number", number)
                .param("most", most)
                .query((row, at) -> new Link(
                        new AuditChain.Seal(
                                row.getLong("number"),
                                row.getObject("line", UUID.class),
                                row.getObject("sealed_at", OffsetDateTime.class),
                                row.getBytes("digest"),
                                row.getBytes("before"),
                                row.getBytes("mark")),
                        row.getObject("id") == null ? null : line(row, at)))
                .list();
    }

    /** When the lines are of that neither the chain nor those waiting for it know, at most a few. */
    List<OffsetDateTime> putIn() {
        return sql.sql("""
                select a.at from access.audit a
                where not exists (select from access.audit_seal s where s.line = a.id)
                  and not exists (select from access.audit_unsealed u where u.line = a.id)
                order by a.at limit :most
                """)
                .param("most", AuditChain.TOLD)
                .query((row, _) -> row.getObject("at", OffsetDateTime.class))
                .list();
    }

    /** How many lines wait for the chain and are gone. */
    int unsealedGone() {
        return sql.sql("""
                select count(*) from access.audit_unsealed u
                where not exists (select from access.audit a where a.id = u.line)
                """).query(Integer.class).single();
    }

    boolean holds(long number, byte[] mark) {
        return sql.sql("select exists (select from access.audit_seal where number = :number and mark = :mark)")
                .param("number", number)
                .param("mark", mark)
                .query(Boolean.class)
                .single();
    }

    /** Whether the chain ends where it should. */
    boolean headIs(AuditChain.@Nullable Seal end) {
        return end == null
                ? sql.sql("select not exists (select from access.audit_head)")
                        .query(Boolean.class)
                        .single()
                : sql.sql("select exists (select from access.audit_head where number = :number and mark = :mark)")
                        .param("number", end.number())
                        .param("mark", end.mark())
                        .query(Boolean.class)
                        .single();
    }

    void keep(AuditChain.Check check) {
        sql.sql("insert into access.audit_check (id, at, lines, findings) values (:id, :at, :lines, :findings)")
                .param("id", UUID.randomUUID())
                .param("at", check.at())
                .param("lines", check.lines())
                .param(
                        "findings",
                        check.found().stream().map(AuditChainStore::told).toArray(String[]::new))
                .update();
    }

    private static String told(AuditChain.Found it) {
        return it.finding().code() + " " + it.at().map(OffsetDateTime::toString).orElse("");
    }

    Optional<AuditChain.Check> lastCheck() {
        return sql.sql("select at, lines, findings from access.audit_check order by at desc, id limit 1")
                .query((row, _) -> new AuditChain.Check(
                        row.getObject("at", OffsetDateTime.class),
                        row.getLong("lines"),
                        Arrays.stream((String[]) row.getArray("findings").getArray())
                                .map(AuditChainStore::found)
                                .toList()))
                .optional();
    }

    private static AuditChain.Found found(String told) {
        int blank = told.indexOf(' ');
        String at = told.substring(blank + 1);
        return new AuditChain.Found(
                Coded.of(AuditChain.Finding.class, told.substring(0, blank)).orElseThrow(),
                at.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(at)));
    }

    /**
     * Lines and seals before a time, by functions of the role that owns them: the application's own may only read and add. The last
     * seal before it stays, and says where the chain begins now.
     */
    long removeBefore(OffsetDateTime before) {
        sql.sql("select access.forget_old_seals(:before)")
                .param("before", before)
                .query()
                .listOfRows();
        sql.sql("delete from access.audit_check where at < :before")
                .param("before", before)
                .update();
        return sql.sql("select access.forget_old_audit(:before)")
                .param("before", before)
                .query(Long.class)
                .single();
    }

    private static AuditChain.Marked line(ResultSet row, int number) throws SQLException {
        List<UUID> about = new ArrayList<>();
        Array accounts = row.getArray("about");
        if (accounts != null) {
            about.addAll(List.of((UUID[]) accounts.getArray()));
        }
        return new AuditChain.Marked(
                new AuditLine(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class),
                        row.getObject("actor", UUID.class),
                        row.getString("action"),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("place"),
                        about),
                row.getBytes("line_mark"));
    }
}
