package no.samtidig.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import no.samtidig.Samtidig;
import no.samtidig.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.ReflectionUtils;

/** What an operator can get wrong is told in one line with what to do, and the start ends there. */
class StartProblemTest {
    private static final String KEY = "--samtidig.secret-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    /** What is printed where the application does not start with these settings. */
    private static String line(String... settings) {
        List<String> arguments =
                new ArrayList<>(List.of("--samtidig.jobs=false", "--samtidig.demo-progress=false", KEY));
        for (String usual : List.of("--server.port=0", "--samtidig.drain=0s")) {
            String name = usual.substring(0, usual.indexOf('=') + 1);
            if (Arrays.stream(settings).noneMatch(it -> it.startsWith(name))) {
                arguments.add(usual);
            }
        }
        arguments.addAll(List.of(settings));
        try {
            SpringApplication application = new SpringApplicationBuilder(Samtidig.class).build();
            application.run(arguments.toArray(String[]::new)).close();
            return "it started";
        } catch (RuntimeException failure) {
            FailureAnalysis told =
                    Objects.requireNonNull(new StartProblemAnalyzer().analyze(failure), () -> "untold: " + failure);
            String line = told.getDescription() + " " + told.getAction();
            assertThat(line).doesNotContain("\n", "Exception");
            return line;
        }
    }

    private static String outside(String url, String... more) {
        List<String> all = new ArrayList<>(List.of("--samtidig.database.url=" + url));
        all.addAll(List.of(more));
        return line(all.toArray(String[]::new));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @Test
    void no_server_there() throws IOException {
        assertThat(outside("jdbc:postgresql://127.0.0.1:" + freePort() + "/samtidig"))
                .isEqualTo(
                        "The database server cannot be reached. Is it running, and do host and port in samtidig.database.url lead to it?");
    }

    @Test
    void a_host_that_nobody_knows() {
        assertThat(outside("jdbc:postgresql://db.samtidig.invalid:5432/samtidig"))
                .startsWith("The database server's name is not known.");
    }

    @Test
    void an_address_that_is_none() {
        assertThat(outside("postgres://db.example.org/samtidig"))
                .contains("jdbc:postgresql://db.example.org:5432/samtidig");
    }

    @Test
    void a_server_that_takes_the_call_and_says_nothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(outside("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/samtidig"))
                    .startsWith("The database server")
                    .contains("samtidig.database.url");
        }
    }

    @Test
    void a_wrong_password_a_database_that_is_not_there_and_a_user_without_rights(@TempDir Path folder)
            throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .start()) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role guest login password 'right'");
                statement.execute("create database theirs");
                Path rules = folder.resolve("data/pg_hba.conf");
                Files.writeString(rules, "host all guest all scram-sha-256\n" + Files.readString(rules));
                statement.execute("select pg_reload_conf()");
            }
            String theirs = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/theirs";
            String user = "--samtidig.database.username=guest";
            assertThat(outside(theirs, user, "--samtidig.database.password=wrong"))
                    .startsWith("The database server does not let us in: wrong user or password.")
                    .doesNotContain("guest");
            assertThat(outside(theirs, user, "--samtidig.database.password=right"))
                    .startsWith("The database user may not make schemas in the database.");
            assertThat(outside(server.getJdbcUrl("postgres", "missing")))
                    .startsWith("The database server has no database of that name.");
        }
    }

    @Test
    void a_database_that_a_newer_version_has_changed() throws SQLException {
        String address = TestDatabase.fresh();
        try (Connection connection = DriverManager.getConnection(address, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into platform.flyway_schema_history
                        (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    values (9999, '20991231.2359', 'of the future', 'SQL', 'V20991231.2359__of_the_future.sql', 1, 'us', 1, true)
                    """);
        }
        assertThat(outside(address))
                .startsWith("The database has been changed by a newer Samtidig (it has migration 20991231.2359).");
    }

    @Test
    void tables_that_belong_to_somebody_else() throws Exception {
        String address = TestDatabase.asOf("20261130.1245");
        try (Connection connection = DriverManager.getConnection(address, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "do $$ begin if not exists (select from pg_roles where rolname = 'reader') then create role reader login; end if; end $$");
            statement.execute("grant usage, create on schema platform to reader");
            statement.execute("grant all on all tables in schema platform to reader");
        }
        assertThat(outside(address.replaceAll("\\?.*", ""), "--samtidig.database.username=reader"))
                .startsWith("The database user may not change the tables");
    }

    @Test
    void a_port_that_is_taken_or_is_no_number_or_an_address_that_is_not_ours() throws IOException {
        String address = TestDatabase.fresh();
        try (ServerSocket taken = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(outside(address, "--server.port=" + taken.getLocalPort()))
                    .isEqualTo("Port " + taken.getLocalPort()
                            + " is taken. Stop what uses it, or choose another with --port or SERVER_PORT.");
        }
        assertThat(outside(address, "--server.port=åtti"))
                .startsWith("The setting server.port is not understood: “åtti”.");
        assertThat(outside(address, "--server.address=192.0.2.1")).contains("SERVER_ADDRESS");
    }

    @Test
    void settings_that_are_misspelt_or_not_understood() {
        assertThat(line("--samtidig.databse.url=x"))
                .isEqualTo(
                        "There is no setting samtidig.databse.url. Is samtidig.database.url meant? docs/operations.md, “Settings”, has them all.");
        assertThat(line("--SAMTIDIG_ADMINSTRATOR=x")).contains("Is samtidig.administrator meant?");
        assertThat(line("--samtidig.colour-of-the-bike-shed=red")).doesNotContain("meant");
        assertThat(line("--samtidig.database.connections=mange"))
                .startsWith("The setting samtidig.database.connections is not understood: “mange”.");
        assertThat(line("--samtidig.drain=litt")).contains("“litt”");
        assertThat(outside(TestDatabase.fresh(), "--spring.mail.host=127.0.0.1", "--spring.mail.port=smtp"))
                .contains("spring.mail.port", "“smtp”");
    }

    @Test
    void a_folder_that_is_in_use_or_cannot_be_written(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThat(line("--samtidig.database.directory=" + file.resolve("data")))
                .contains("cannot be written");
        assertThat(line("--samtidig.database.directory=/proc/samtidig")).contains("cannot be written");
    }

    @Test
    void every_setting_that_the_code_asks_for_stands_in_the_list() throws IOException {
        String list = Files.readString(Path.of("src/main/resources/application.yaml"));
        try (var files = Files.walk(Path.of("src/main/java"))) {
            List<String> asked = files.filter(it -> it.toString().endsWith(".java"))
                    .flatMap(it -> java.util.regex.Pattern.compile("\\$\\{samtidig\\.([a-z.-]+)")
                            .matcher(read(it))
                            .results()
                            .map(match -> match.group(1)))
                    .distinct()
                    .toList();
            assertThat(asked)
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(list).contains(it.substring(it.lastIndexOf('.') + 1) + ":"));
        }
    }

    private static @Nullable String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            ReflectionUtils.rethrowRuntimeException(failure);
            return null;
        }
    }
}
