package no.samtidig.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.samtidig.App;
import no.samtidig.DataFromBefore;
import no.samtidig.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A start that is cut off in the middle of migrating leaves a database that the next start can bring to the end. */
@Tag("faults")
@Tag("survey")
class MigrationKilledTest {
    private static JdbcClient client(String address) {
        return JdbcClient.create(new DriverManagerDataSource(address, "postgres", ""));
    }

    @Test
    void nothing_of_a_migration_killed_half_way_stands_and_the_next_start_migrates_to_the_end() throws Exception {
        String address = DataFromBefore.restored();
        JdbcClient sql = client(address);
        try (ExecutorService starter = Executors.newSingleThreadExecutor();
                Connection writer = DriverManager.getConnection(address, "postgres", "");
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            // somebody writes in a table that a migration makes an index on when it has done all the rest
            statement.execute("lock table survey.group_count in row exclusive mode");
            Future<?> start = starter.submit(() -> TestDatabase.migrate(address, "latest"));
            int migrating = waiting(sql);
            assertThat(sql.sql("""
                            select count(*) from pg_locks
                            where pid = :pid and relation = 'survey.round'::regclass and mode = 'AccessExclusiveLock' and granted
                            """).param("pid", migrating).query(Integer.class).single())
                    .as("it has changed another table already")
                    .isPositive();
            sql.sql("select pg_terminate_backend(:pid)")
                    .param("pid", migrating)
                    .query()
                    .singleValue();
            assertThatThrownBy(start::get).isInstanceOf(ExecutionException.class);
        }

        String reached = sql.sql("""
                        select version from platform.flyway_schema_history where success order by installed_rank desc limit 1
                        """).query(String.class).single();
        assertThat(sql.sql("select count(*) from platform.flyway_schema_history where not success")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(shape(sql))
                .as("just as the migration before it, %s, left it", reached)
                .isEqualTo(shape(client(TestDatabase.asOf(reached))));
        assertThat(shape(sql)).as("not at the end").isNotEqualTo(shape(client(TestDatabase.fresh())));

        try (App app = DataFromBefore.app(address)) {
            assertThat(app.signedIn("prosjektleder").get("/undersokelser").text())
                    .contains("Runden som forberedes", "Runden som er åpen", "Runden med navn");
        }
        assertThat(shape(sql)).isEqualTo(shape(client(TestDatabase.fresh())));
    }

    /** The server process of the one that waits for a lock. */
    private static int waiting(JdbcClient sql) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            List<Integer> found = sql.sql("""
                            select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
                            """).query(Integer.class).list();
            if (!found.isEmpty()) {
                return found.getFirst();
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no migration waits");
    }

    /** Everything that migrations make: columns, indexes, constraints, triggers, views and functions. */
    private static List<String> shape(JdbcClient sql) {
        return sql.sql("""
                with ours as (select oid, nspname from pg_namespace where nspname <> 'information_schema' and nspname not like 'pg\\_%')
                select concat_ws(' ', 'column', table_schema, table_name, column_name, data_type, udt_name, is_nullable, column_default,
                    generation_expression) from information_schema.columns where table_schema in (select nspname from ours)
                union all select indexdef from pg_indexes where schemaname in (select nspname from ours)
                union all select concat_ws(' ', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
                    from pg_constraint c join ours on ours.oid = c.connamespace
                union all select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
                    join ours on ours.oid = c.relnamespace where not t.tgisinternal
                union all select concat_ws(' ', 'view', schemaname, viewname, definition) from pg_views
                    where schemaname in (select nspname from ours)
                union all select concat_ws(' ', 'function', p.oid::regprocedure, p.prosrc) from pg_proc p join ours on ours.oid = p.pronamespace
                order by 1
                """).query(String.class).list();
    }
}
