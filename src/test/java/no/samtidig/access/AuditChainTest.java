package no.samtidig.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.samtidig.TestDatabase;
import no.samtidig.access.AuditChain.Finding;
import no.samtidig.organisation.Place;
import no.samtidig.platform.TestSecrets;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody does to the audit log with the rights of the database's owner is found, and what the service does is not. */
class AuditChainTest {
    /** A database with a log, and a node that has just started. */
    private record World(HikariDataSource database, JdbcClient sql, AuditLog log, AuditChain chain)
            implements AutoCloseable {
        static World begin() {
            HikariDataSource database = new HikariDataSource();
            database.setJdbcUrl(TestDatabase.fresh());
            database.setMaximumPoolSize(10);
            JdbcClient sql = JdbcClient.create(database);
            return new World(
                    database, sql, new AuditLog(sql, TestSecrets.known(), Clock.systemUTC()), chain(database, sql));
        }

        private static AuditChain chain(HikariDataSource database, JdbcClient sql) {
            JdbcTransactionManager transactions = new JdbcTransactionManager(database);
            return new AuditChain(
                    new AuditChainStore(sql, new NamedParameterJdbcTemplate(database), transactions),
                    TestSecrets.known(),
                    new TransactionTemplate(transactions),
                    Clock.systemUTC());
        }

        /** The same after a restart. */
        AuditChain restarted() {
            return chain(database, sql);
        }

        void lines(int count) {
            for (int i = 0; i < count; i++) {
                log.write(
                        new AccountId(UUID.randomUUID()),
                        AccessAction.SIGNED_IN,
                        "subject " + i,
                        new Place.Country(),
                        List.of(new AccountId(UUID.randomUUID())));
            }
        }

        /** With the triggers off, as the owner of the database can. */
        void attack(String statement) {
            JdbcClient.create(new DriverManagerDataSource(database.getJdbcUrl(), "postgres", ""))
                    .sql("set session_replication_role = replica; " + statement
                            + "; set session_replication_role = origin")
                    .update();
        }

        List<Finding> found() {
            return AuditChainTest.found(restarted());
        }

        @Override
        public void close() {
            database.close();
        }
    }

    private static List<Finding> found(AuditChain by) {
        return by.check().found().stream()
                .map(AuditChain.Found::finding)
                .distinct()
                .toList();
    }

    @Test
    void an_untouched_log_has_no_findings_whatever_is_chained_yet() {
        try (World world = World.begin()) {
            assertThat(world.found()).isEmpty();
            world.lines(3);
            assertThat(world.found()).as("none chained").isEmpty();
            assertThat(world.chain().seal()).isEqualTo(3);
            world.lines(2);
            assertThat(world.found()).as("some chained").isEmpty();
            assertThat(world.chain().seal()).isEqualTo(2);
            assertThat(world.chain().seal()).isZero();
            assertThat(world.chain().check().lines()).isEqualTo(5);
            assertThat(world.restarted().last().orElseThrow().found()).isEmpty();
        }
    }

    @Test
    void lines_from_before_there_were_marks_are_chained_first_and_later_none_may_come_without() {
        try (World world = World.begin()) {
            String unmarked = """
                    with line as (
                        insert into access.audit (id, at, action, kind, subject)
                        select gen_random_uuid(), now() - n * interval '1 day', 'signed in', 'account', 'x' from generate_series(1, 5) n
                        returning id)
                    insert into access.audit_unsealed select id from line
                    """;
            world.sql().sql(unmarked).update();
            world.lines(2);
            world.chain().seal();
            assertThat(world.found()).isEmpty();
            world.sql().sql(unmarked).update();
            world.chain().seal();
            assertThat(world.found()).containsExactly(Finding.PUT_IN);
        }
    }

    @Test
    void a_running_node_finds_an_earlier_state_put_back_as_a_whole() {
        try (World world = World.begin()) {
            world.lines(3);
            world.chain().seal();
            world.sql()
                    .sql("create table head as select * from access.audit_head")
                    .update();
            world.lines(3);
            world.chain().seal();
            world.attack("""
                    delete from access.audit where id in (select line from access.audit_seal where number > 3);
                    delete from access.audit_seal where number > 3;
                    delete from access.audit_head; insert into access.audit_head select * from head
                    """);
            assertThat(found(world.chain())).containsExactly(Finding.CUT_OFF);
        }
    }

    @Test
    void many_who_write_at_once_wait_for_nobody_and_two_nodes_chain_each_line_once() throws Exception {
        try (World world = World.begin();
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            AuditChain other = world.restarted();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> world.lines(100)));
            }
            for (AuditChain it : List.of(world.chain(), other, world.chain(), other)) {
                all.add(threads.submit(() -> IntStream.range(0, 20).forEach(_ -> it.seal())));
            }
            for (Future<?> it : all) {
                it.get();
            }
            other.seal();
            assertThat(world.chain().check().lines()).isEqualTo(400);
            assertThat(world.found()).isEmpty();
        }
    }

    @Test
    void writing_goes_on_while_a_line_waits_to_be_committed() {
        try (World world = World.begin()) {
            TransactionTemplate open = new TransactionTemplate(new JdbcTransactionManager(world.database()));
            open.executeWithoutResult(_ -> {
                world.lines(1);
                try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
                    assertThat(thread.submit(() -> {
                                        world.lines(2);
                                        return world.restarted().seal();
                                    })
                                    .get())
                            .as("what is committed is chained")
                            .isEqualTo(2);
                } catch (Exception broken) {
                    throw new IllegalStateException(broken);
                }
            });
        }
    }

    @Test
    void what_is_older_than_five_years_goes_with_its_seals_and_the_rest_still_holds() {
        try (World world = World.begin()) {
            for (int years : new int[] {7, 6, 6, 1, 0}) {
                new AuditLog(
                                world.sql(),
                                TestSecrets.known(),
                                Clock.offset(Clock.systemUTC(), Duration.ofDays(-365L * years)))
                        .write(null, AccessAction.ERASED, UUID.randomUUID());
            }
            world.chain().seal();
            AuditChainStore store = new AuditChainStore(
                    world.sql(),
                    new NamedParameterJdbcTemplate(world.database()),
                    new JdbcTransactionManager(world.database()));
            assertThat(store.removeBefore(OffsetDateTime.now(Clock.systemUTC()).minusYears(5)))
                    .isEqualTo(3);
            AuditChain.Check check = world.restarted().check();
            assertThat(check.found()).isEmpty();
            assertThat(check.lines()).as("two and the seal before them").isEqualTo(3);
        }
    }

    @TestFactory
    List<DynamicTest> an_attack_is_found() {
        String third = "(select line from access.audit_seal where number = 3)";
        String forged = "insert into access.audit (id, at, action, kind, subject) values ('" + new UUID(7, 7)
                + "', now(), 'signed in', 'account', 'forged')";
        Map<String, Attack> attacks = Map.of(
                "a line taken out", new Attack("delete from access.audit where id = " + third, Finding.TAKEN_OUT),
                "the newest line taken out",
                        new Attack(
                                "delete from access.audit where id = (select line from access.audit_seal order by number desc limit 1)",
                                Finding.TAKEN_OUT),
                "a line that is not chained yet taken out",
                        new Attack(
                                "delete from access.audit where id = (select line from access.audit_unsealed limit 1)",
                                Finding.TAKEN_OUT),
                "a line taken out with its seal",
                        new Attack(
                                "delete from access.audit where id = " + third
                                        + "; delete from access.audit_seal where number = 3",
                                Finding.BROKEN),
                "a line changed",
                        new Attack("update access.audit set subject = 'other' where id = " + third, Finding.CHANGED),
                "whom a line is about changed",
                        new Attack("update access.audit set about = null where id = " + third, Finding.CHANGED),
                "a line put in", new Attack(forged, Finding.PUT_IN),
                "two seals that change places",
                        new Attack(
                                "update access.audit_seal set number = case number when 2 then -3 else -2 end where number in (2, 3); "
                                        + "update access.audit_seal set number = -number where number < 0",
                                Finding.BROKEN),
                "the beginning cut off",
                        new Attack(
                                "delete from access.audit where id in (select line from access.audit_seal where number < 3); "
                                        + "delete from access.audit_seal where number < 3",
                                Finding.BROKEN),
                "the end cut off",
                        new Attack(
                                "delete from access.audit where id in (select line from access.audit_seal where number > 3); "
                                        + "delete from access.audit_seal where number > 3",
                                Finding.CUT_OFF));
        return attacks.entrySet().stream()
                .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> {
                    try (World world = World.begin()) {
                        world.lines(6);
                        world.chain().seal();
                        world.lines(1);
                        assertThat(world.found()).isEmpty();
                        world.attack(it.getValue().statement());
                        assertThat(world.found()).contains(it.getValue().finding());
                        world.lines(2);
                        world.chain().seal();
                        assertThat(world.found())
                                .as("still, when the log has gone on")
                                .isNotEmpty();
                    }
                }))
                .toList();
    }

    private record Attack(String statement, Finding finding) {}
}
