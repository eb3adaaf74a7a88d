package no.samtidig.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.Role;
import no.samtidig.organisation.Place;
import no.samtidig.platform.Norway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of reading the audit log. */
@Repository
class LogStore {
    private static final String UUID_FORM = "'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'";

    private static final String LINE = """
            select l.at, l.actor, coalesce(a.name, '') as actor_name, l.action, l.kind, l.subject,
                coalesce(nullif(s.name, ''), nullif(i.email, ''), '') as subject_name,
                coalesce(u.name, o.name, r.name, case when l.code = 'no' then 'Norge' end, l.code, '') as place_name
            from (select l.*, coalesce(l.place, case when l.kind = 'place' then l.subject end) as code from access.audit l where {where} order by l.at desc, l.id limit :rows offset :offset) l
                left join access.account a on a.id = l.actor
                left join access.account s on s.id = case when l.kind = 'account' and l.subject ~ {uuid} then l.subject::uuid end
                left join access.invitation i on i.id = case when l.kind = 'invitation' and l.subject ~ {uuid} then l.subject::uuid end
                left join organisation.unit u on u.path::text = l.code
                left join organisation.owner o on o.path::text = l.code
                left join organisation.region r on r.layer || '/' || r.code = l.code
            order by l.at desc, l.id
            """.replace("{uuid}", UUID_FORM);

    private final JdbcClient sql;

    LogStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** How many lines there are, {@link LogQuery#MOST} at most. */
    int count(LogQuery query, List<UUID> people) {
        return sql.sql("select count(*) from (select from access.audit l where " + where(query) + " limit :most) it")
                .params(values(query, people))
                .param("most", LogQuery.MOST)
                .query(Integer.class)
                .single();
    }

    List<LogLine> lines(LogQuery query, List<UUID> people) {
        return sql.sql(LINE.replace("{where}", where(query)))
                .params(values(query, people))
                .query(LogStore::line)
                .list();
    }

    /** Whose name or address has these words. */
    List<UUID> people(LogQuery query, int most) {
        List<String> patterns = query.patterns();
        StringBuilder where = new StringBuilder("true");
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < patterns.size(); i++) {
            where.append(" and lower(a.name) || ' ' || a.email like :word").append(i);
            values.put("word" + i, patterns.get(i));
        }
        return sql.sql("select a.id from access.account a where " + where + " order by a.name, a.id limit :most")
                .params(values)
                .param("most", most)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private static String where(LogQuery query) {
        StringBuilder where = new StringBuilder("true");
        if (!query.patterns().isEmpty()) {
            where.append(
                    " and (l.actor = any(:people) or l.about && :people or l.kind = 'account' and l.subject = any(:ids))");
        }
        query.topic().ifPresent(it -> where.append(" and ").append(it.sql()));
        query.place()
                .ifPresent(_ -> where.append(" and (l.place = :place or starts_with(l.place, :below)"
                        + " or l.kind = 'place' and (l.subject = :place or starts_with(l.subject, :below)))"));
        query.from().ifPresent(_ -> where.append(" and l.at >= :from"));
        query.to().ifPresent(_ -> where.append(" and l.at < :to"));
        return where.toString();
    }

    private static Map<String, Object> values(LogQuery query, List<UUID> people) {
        Map<String, Object> values = new HashMap<>();
        values.put("people", people.toArray(UUID[]::new));
        values.put("ids", people.stream().map(UUID::toString).toArray(String[]::new));
        String place = query.place().map(Place::code).orElse("");
        values.put("place", place);
        values.put("below", place + ".");
        query.from().ifPresent(it -> values.put("from", start(it)));
        query.to().ifPresent(it -> values.put("to", start(it.plusDays(1))));
        values.put("rows", query.rows());
        values.put("offset", query.offset());
        return values;
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(Norway.ZONE).toOffsetDateTime();
    }

    private static LogLine line(ResultSet row, int number) throws SQLException {
        String action = row.getString("action");
        String last = action.substring(action.lastIndexOf(' ') + 1);
        Optional<Role> role = Role.of(last).filter(_ -> last.length() < action.length());
        return new LogLine(
                row.getObject("at", OffsetDateTime.class),
                row.getString("actor_name"),
                row.getObject("actor") == null,
                role.isPresent() ? action.substring(0, action.length() - last.length() - 1) : action,
                row.getString("kind"),
                role,
                row.getString("subject_name"),
                row.getString("place_name"));
    }
}
