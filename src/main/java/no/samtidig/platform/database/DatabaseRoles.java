package no.samtidig.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which role the application has in its database. */
@Service
public class DatabaseRoles {
    private final JdbcClient sql;

    DatabaseRoles(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Whether the application's role is another than the one that owns the tables and migrates. Where it is not, whoever gets the
     * application to run SQL of theirs can also change the tables and what guards the audit log.
     */
    public boolean apart() {
        return sql.sql("""
                        select not exists (select from pg_roles where rolname = current_user and rolsuper)
                           and not exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                               where n.nspname = 'platform' and pg_has_role(current_user, c.relowner, 'usage'))
                        """).query(Boolean.class).single();
    }
}
