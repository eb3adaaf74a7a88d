package no.samtidig.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Samtidig;
import no.samtidig.TestDatabase;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.backup.OperatorCommands;
import no.samtidig.platform.database.DatabaseLogin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A restore to before an erasure: the erased are erased again before anybody can sign in. */
class ErasedStayErasedTest {
    private static final String ADDRESS = "slettes.senere@x.invalid";
    private static final String NAME = "Sletta Sletteberg";
    private static final String KEY =
            "--samtidig.secret-key=" + java.util.Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path folder;

    @Test
    void erased_accounts_and_deleted_learning_do_not_come_back() throws Exception {
        DatabaseLogin into = TestDatabase.empty();
        Path backup;
        AccountId other;
        String from = App.demoWorld();
        try (App app = App.start("--samtidig.database.url=" + from, "--samtidig.backup.folder=" + folder)) {
            Accounts accounts = app.bean(Accounts.class);
            AccountId erased = accounts.keep(ADDRESS, NAME, accounts.hash("fire ord etter hverandre"));
            accounts.grant(null, erased, Role.CLINICIAN, Place.of(new UnitPath("no.x.y")), "Y");
            other = accounts.keep("blir@x.invalid", "Blir Igjen", accounts.hash("fire ord etter hverandre"));
            JdbcClient sql = app.bean(JdbcClient.class);
            for (AccountId it : List.of(erased, other)) {
                sql.sql("""
                        insert into learning.enrolment (account, module, started)
                        values (:account, 'grunnmodul', now())
                        """).param("account", it.value()).update();
            }
            assertThat(operator("backup", "--to", folder.toString(), "--samtidig.database.url=" + from))
                    .isZero();
            try (Stream<Path> files = Files.list(folder)) {
                backup = files.filter(it -> it.toString().endsWith(".backup"))
                        .findFirst()
                        .orElseThrow();
            }

            sql.sql("update access.account set closed = now() - interval '15 days' where id = :id")
                    .param("id", erased.value())
                    .update();
            assertThat(app.bean(Closing.class).eraseClosed()).isOne();
            app.bean(OwnData.class).delete(other);
            String journal = Files.readString(folder.resolve("erasures.journal"));
            assertThat(journal.lines().filter(it -> !it.isBlank())).hasSize(2);
            assertThat(journal)
                    .doesNotContain(erased.value().toString(), other.value().toString(), NAME, ADDRESS);
        }

        assertThat(operator(
                        "restore",
                        backup.toString(),
                        "--samtidig.database.url=" + into.url(),
                        "--samtidig.database.username=" + into.username()))
                .isZero();
        assertThat(holding(into, ADDRESS)).as("the backup is from before").isNotEmpty();

        try (App app =
                App.start("--samtidig.database.url=" + into.url(), "--samtidig.database.username=" + into.username())) {
            assertThat(holding(into, ADDRESS)).isEmpty();
            assertThat(holding(into, NAME)).isEmpty();
            JdbcClient sql = app.bean(JdbcClient.class);
            assertThat(sql.sql("select count(*) from learning.enrolment where account = :account")
                            .param("account", other.value())
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(holding(into, "blir@x.invalid")).containsExactly("access.account");
            assertThat(sql.sql("select count(*) from platform.erasure")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
            assertThat(sql.sql("select count(*) from platform.erasure_due")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private static int operator(String... arguments) {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of(KEY)).toArray(String[]::new);
        return OperatorCommands.run(all, Samtidig.class);
    }

    /** The tables with the text in any column of any row. */
    private static List<String> holding(DatabaseLogin database, String text) throws Exception {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("""
                    select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                    """)) {
                while (row.next()) {
                    tables.add(Objects.requireNonNull(row.getString(1)));
                }
            }
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("select exists (select from " + table
                        + " t where t::text ilike '%" + text + "%' or t::text like '%' || encode('" + text
                        + "', 'hex') || '%')")) {
                    if (row.next() && row.getBoolean(1)) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }
}
