package no.samtidig.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The samples that PostgreSQL keeps of what columns hold, to plan by. They hold names and addresses as they were when it last looked. */
@Component
public class ColumnSamples {
    private static final int CAN_CLEAR = 180_000;

    private final JdbcClient sql;

    ColumnSamples(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Takes new samples of everything we may. Of a table that has become empty PostgreSQL keeps the old ones, so they are cleared, which it
     * can from version 18 on.
     */
    public void renew() {
        sql.sql("analyze").update();
        int version = sql.sql("select current_setting('server_version_num')::integer")
                .query(Integer.class)
                .single();
        if (version >= CAN_CLEAR) {
            sql.sql("""
                    select pg_clear_attribute_stats(s.schemaname::text, s.tablename::text, s.attname::text, s.inherited)::text
                    from pg_stats s join pg_namespace n on n.nspname = s.schemaname
                        join pg_class c on c.relnamespace = n.oid and c.relname = s.tablename
                    where c.reltuples = 0 and s.schemaname not in ('pg_catalog', 'information_schema')
                      and has_table_privilege(c.oid, 'maintain')
                    """).query().listOfRows();
        }
    }
}
