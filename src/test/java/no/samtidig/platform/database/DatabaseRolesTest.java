package no.samtidig.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import no.samtidig.App;
import no.samtidig.TestDatabase;
import no.samtidig.platform.StartProblem;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The application's role reads and changes rows, and can do nothing to the tables or to what guards them. */
class DatabaseRolesTest {
    private static final String APPLICATION = "samtidig";

    private static DatabaseLogin application(DatabaseLogin owner) {
        return new DatabaseLogin(owner.url(), APPLICATION, "");
    }

    @Test
    void what_the_planner_must_know_of_counts_is_looked_at_by_their_owner() throws Exception {
        DatabaseLogin owner = TestDatabase.owner(TestDatabase.fresh());
        Grants.give(owner, APPLICATION);
        JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(owner.url(), "postgres", ""));
        try (Connection connection = application(owner).open();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze survey.tally");
            assertThat(rows(sql)).as("the application is passed over").isEqualTo(-1);
            statement.execute("select survey.look_at_counts()");
            assertThat(rows(sql)).isZero();
        }
    }

    /** How many rows the planner believes there are; -1 where nobody has looked. */
    private static double rows(JdbcClient sql) {
        return sql.sql("select reltuples from pg_class where oid = 'survey.tally'::regclass")
                .query(Double.class)
                .single();
    }

    @Test
    void the_application_can_neither_change_tables_nor_the_audit_log() throws Exception {
        DatabaseLogin owner = TestDatabase.owner(TestDatabase.fresh());
        Grants.give(owner, APPLICATION);
        Grants.give(owner, APPLICATION); // as each start does
        try (Connection connection = application(owner).open();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into access.audit (id, at, action, kind, subject)
                    values (gen_random_uuid(), now(), 'signed in', 'account', 'x'),
                        (gen_random_uuid(), now() - interval '6 years', 'signed in', 'account', 'old')
                    """);
            for (String attack : new String[] {
                "update access.audit set action = 'nothing'",
                "delete from access.audit",
                "truncate access.audit",
                "drop trigger audit_only_grows on access.audit",
                "alter table access.audit disable trigger all",
                "create or replace function access.refuse_change() returns trigger language plpgsql as 'begin return old; end'",
                "alter table access.account add column mine text",
                "drop table access.account",
                "truncate access.account",
                "create table platform.mine (x int)",
                "create schema mine",
                "set session_replication_role = replica",
                "set role postgres",
                "update platform.flyway_schema_history set checksum = 0",
                "comment on table access.audit is ''",
                "copy access.account to program 'cat'"
            }) {
                assertThatThrownBy(() -> statement.execute(attack))
                        .as(attack)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                it -> assertThat(it.getSQLState())
                                        .as(it.getMessage())
                                        .isEqualTo("42501"));
            }
            statement.execute("select access.forget_old_audit(now() + interval '1 year')");
        }
        assertThat(JdbcClient.create(new DriverManagerDataSource(owner.url(), "postgres", ""))
                        .sql("select subject from access.audit")
                        .query(String.class)
                        .list())
                .containsExactly("x");
    }

    @Test
    void it_can_do_its_work_in_every_table_there_is() throws Exception {
        DatabaseLogin owner = TestDatabase.owner(TestDatabase.fresh());
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement()) {
            statement.execute("create table platform.made_later (id bigint generated always as identity)");
        }
        Grants.give(owner, APPLICATION);
        JdbcClient sql = JdbcClient.create(new DriverManagerDataSource(owner.url(), APPLICATION, ""));
        assertThat(sql.sql("""
                        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                            and not (has_table_privilege(c.oid, 'select') and has_table_privilege(c.oid, 'insert')
                                and has_table_privilege(c.oid, 'update') and has_table_privilege(c.oid, 'delete'))
                        """).query(String.class).list())
                .containsExactlyInAnyOrder("access.audit", "access.audit_seal", "platform.flyway_schema_history");
        sql.sql("insert into platform.made_later default values").update();
    }

    @Test
    void where_no_migration_is_due_a_start_needs_the_applications_role_alone() throws Exception {
        DatabaseLogin owner = TestDatabase.owner(TestDatabase.fresh());
        Grants.give(owner, APPLICATION);
        DatabaseLogin alone = application(owner);
        Migration.run(
                Flyway.configure()
                        .dataSource(alone.url(), alone.username(), "")
                        .locations("classpath:db/migration")
                        .schemas("platform")
                        .load(),
                new DatabaseConfiguration.Logins(alone, alone));
    }

    @Test
    void a_role_that_does_not_exist_is_told_in_a_sentence() {
        DatabaseLogin owner = TestDatabase.owner(TestDatabase.fresh());
        assertThatThrownBy(() -> Migration.run(
                        Flyway.configure()
                                .dataSource(owner.url(), owner.username(), "")
                                .locations("classpath:db/migration")
                                .schemas("platform")
                                .load(),
                        new DatabaseConfiguration.Logins(
                                owner, new DatabaseLogin(owner.url(), "nobody_of_that_name", ""))))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("no role nobody_of_that_name");
    }

    @Test
    void the_tests_applications_have_such_a_role_too() {
        assertThat(App.shared().bean(DatabaseRoles.class).apart()).isTrue();
    }
}
