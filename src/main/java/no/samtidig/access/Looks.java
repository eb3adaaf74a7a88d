package no.samtidig.access;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who looked at a person's data by name: their completion, or their page in administration. Everybody can see this of themselves. */
@Service
public class Looks {
    /** Looks shown at most; the rest stand in the file with one's own data. */
    public static final int SHOWN = 50;

    /** A line {@code l} of the log that tells of somebody else looking at {@code :account}. */
    static final String AT = """
            l.actor is distinct from :account and (l.action = 'saw' or l.action = 'exported')
              and (l.about @> array[:account]::uuid[] or l.kind = 'account' and l.subject = :account::text)
            """;

    private final JdbcClient sql;

    Looks(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * One look.
     *
     * @param by who looked, by name; empty where that account is gone
     * @param action what they did, as the audit log has it
     * @param kind at what
     */
    public record Look(OffsetDateTime at, String by, String action, String kind) {}

    /** The newest first. */
    public List<Look> at(AccountId account) {
        return sql.sql("""
                select l.at, coalesce(a.name, '') as name, l.action, l.kind
                from access.audit l left join access.account a on a.id = l.actor where %s
                order by l.at desc, l.id limit :shown
                """.formatted(AT))
                .param("account", account.value())
                .param("shown", SHOWN)
                .query((row, _) -> new Look(
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("name"),
                        row.getString("action"),
                        row.getString("kind")))
                .list();
    }
}
