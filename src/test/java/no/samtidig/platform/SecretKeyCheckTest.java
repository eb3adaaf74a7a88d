package no.samtidig.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import no.samtidig.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A start with a key that cannot open what is sealed is refused, and a key is never made beside a database. */
class SecretKeyCheckTest {
    @AutoClose
    private final HikariDataSource database = pool();

    private final JdbcClient sql = JdbcClient.create(database);
    private final Rows rows = new Rows();

    private static HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(TestDatabase.fresh());
        pool.setMaximumPoolSize(2);
        return pool;
    }

    /** What some module keeps under seal. */
    private static final class Rows implements SealedRows {
        private Optional<byte[]> sealed = Optional.empty();

        @Override
        public String what() {
            return "sealed letters";
        }

        @Override
        public long count() {
            return sealed.stream().count();
        }

        @Override
        public Optional<byte[]> any() {
            return sealed;
        }

        @Override
        public void giveUp() {
            sealed = Optional.empty();
        }
    }

    private void start(Secrets secrets, String lost) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("rows", rows);
        new SecretKeyCheck(
                        sql,
                        secrets,
                        beans.getBeanProvider(SealedRows.class),
                        new TransactionTemplate(new JdbcTransactionManager(database)),
                        Clock.systemUTC(),
                        lost)
                .afterSingletonsInstantiated();
    }

    @Test
    void the_key_of_the_first_start_is_kept_and_another_is_refused_with_what_to_do() {
        start(TestSecrets.known(), "");
        start(TestSecrets.known(), "");
        assertThatThrownBy(() -> start(TestSecrets.other(), ""))
                .isInstanceOfSatisfying(
                        StartProblem.class,
                        it -> assertThat(it.what() + it.whatToDo())
                                .contains(
                                        TestSecrets.known().fingerprint(),
                                        TestSecrets.other().fingerprint(),
                                        "secret.key")
                                .doesNotContain("\n"));
    }

    @Test
    void a_database_from_before_is_asked_whether_the_key_opens_what_is_there() {
        rows.sealed = Optional.of(TestSecrets.known().seal(new byte[] {1}));
        assertThatThrownBy(() -> start(TestSecrets.other(), ""))
                .isInstanceOfSatisfying(
                        StartProblem.class,
                        it -> assertThat(it.whatToDo()).contains("1 sealed letters", "--samtidig.lost-key=unknown"));
        start(TestSecrets.known(), "");
        assertThat(sql.sql("select fingerprint from platform.secret_key")
                        .query(String.class)
                        .single())
                .isEqualTo(TestSecrets.known().fingerprint());
    }

    @Test
    void a_lost_key_is_given_up_only_by_its_own_name_and_only_once() {
        rows.sealed = Optional.of(TestSecrets.known().seal(new byte[] {1}));
        start(TestSecrets.known(), "");
        assertThatThrownBy(() -> start(TestSecrets.other(), TestSecrets.other().fingerprint()))
                .isInstanceOf(StartProblem.class);
        assertThat(rows.count()).isOne();

        start(TestSecrets.other(), TestSecrets.known().fingerprint());
        assertThat(rows.count()).isZero();
        assertThatCode(() -> start(TestSecrets.other(), "")).doesNotThrowAnyException();

        rows.sealed = Optional.of(TestSecrets.other().seal(new byte[] {1}));
        start(TestSecrets.other(), TestSecrets.known().fingerprint()); // left in the settings: it does nothing
        assertThat(rows.count()).isOne();
    }

    @Test
    void no_key_is_made_beside_a_database_or_an_unfinished_restore(@TempDir Path folder) throws Exception {
        for (String there : new String[] {"postgres", "restoring"}) {
            Path directory = folder.resolve(there + "-is-there");
            Files.createDirectories(directory.resolve(there));
            Files.writeString(directory.resolve(there).resolve("PG_VERSION"), "18\n");
            assertThatThrownBy(() -> new Secrets("", "", directory))
                    .isInstanceOf(StartProblem.class)
                    .hasMessageContaining("The secret key is missing");
            assertThat(directory.resolve("secret.key")).doesNotExist();
            new Secrets(Base64.getEncoder().encodeToString(new byte[32]), "", directory);
        }
    }
}
