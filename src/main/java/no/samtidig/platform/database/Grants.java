package no.samtidig.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the application's role may do, given by the owner after each migration: read and change rows, and nothing else. A table whose
 * comment is {@code only grows} can be read and added to; Flyway's history can be read. Everything comes from the catalogue, so a new
 * table needs no line of its own.
 */
final class Grants {
    private Grants() {}

    static void give(DatabaseLogin owner, String application) throws SQLException {
        try (Connection connection = owner.open()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    PreparedStatement whom =
                            connection.prepareStatement("select set_config('samtidig.role', ?, true)")) {
                whom.setString(1, application);
                whom.execute();
                // several nodes may start at once
                statement.execute("select pg_advisory_xact_lock(hashtext('samtidig grants'))");
                statement.execute("""
                        do $$
                        declare
                            application text := current_setting('samtidig.role');
                            it record;
                        begin
                            for it in
                                select n.nspname from pg_namespace n
                                where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
                            loop
                                execute format('grant usage on schema %I to %I', it.nspname, application);
                                execute format('grant usage, select on all sequences in schema %I to %I', it.nspname, application);
                            end loop;
                            for it in
                                select c.oid::regclass as name,
                                    case when c.relname = 'flyway_schema_history' then 'select'
                                        when obj_description(c.oid, 'pg_class') = 'only grows' then 'select, insert'
                                        else 'select, insert, update, delete' end as rights
                                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_'
                                    and n.nspname not in ('information_schema', 'public')
                            loop
                                execute format('revoke all on %s from %I', it.name, application);
                                execute format('grant %s on %s to %I', it.rights, it.name, application);
                            end loop;
                        end $$
                        """);
            }
            connection.commit();
        }
    }
}
