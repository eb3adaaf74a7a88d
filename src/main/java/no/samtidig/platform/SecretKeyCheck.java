package no.samtidig.platform;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Refuses to start with a secret key that is not the database's. The key's fingerprint is kept at the first start; a database from
 * before that is asked whether the key opens what is sealed in it. The way out when a key is lost for ever is the option
 * {@code --samtidig.lost-key=<fingerprint>}: it names the key that is given up, so it does nothing once that is done.
 */
@Component
class SecretKeyCheck implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(SecretKeyCheck.class);

    /** What stands for the fingerprint of a key that was used before fingerprints were kept. */
    private static final String UNNAMED = "unknown";

    private final JdbcClient sql;
    private final Secrets secrets;
    private final ObjectProvider<SealedRows> rows;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String lost;

    SecretKeyCheck(
            JdbcClient sql,
            Secrets secrets,
            ObjectProvider<SealedRows> rows,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${samtidig.lost-key:}") String lost) {
        this.sql = sql;
        this.secrets = secrets;
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
        this.lost = lost;
    }

    @Override
    public void afterSingletonsInstantiated() {
        String sealedWith = sql.sql("select fingerprint from platform.secret_key")
                .query(String.class)
                .optional()
                .orElseGet(() -> opensAll() ? secrets.fingerprint() : UNNAMED);
        if (!sealedWith.equals(secrets.fingerprint())) {
            if (!lost.equals(sealedWith)) {
                throw refusal(sealedWith);
            }
            giveUp();
        }
        keep();
    }

    private boolean opensAll() {
        return rows.stream().flatMap(it -> it.any().stream()).allMatch(this::opens);
    }

    private boolean opens(byte[] sealed) {
        try {
            secrets.open(sealed);
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }

    private StartProblem refusal(String sealedWith) {
        return new StartProblem(
                "The secret key does not open what is sealed in this database (key " + sealedWith + ", and this is key "
                        + secrets.fingerprint() + ").",
                "Give the right key back: the setting samtidig.secret-key, or the file secret.key in the data folder. "
                        + "If it is lost for ever, start once with --samtidig.lost-key=" + sealedWith
                        + ", which gives up for good: " + losses() + ".");
    }

    private String losses() {
        List<String> all = rows.stream()
                .filter(it -> it.count() > 0)
                .map(it -> it.count() + " " + it.what())
                .toList();
        return all.isEmpty() ? "nothing" : all.stream().collect(Collectors.joining(", "));
    }

    private void giveUp() {
        LOG.warn("The lost secret key is given up, and with it: {}", losses());
        transaction.executeWithoutResult(status -> {
            rows.forEach(SealedRows::giveUp);
            sql.sql("delete from platform.secret_key").update();
        });
    }

    /** Where several nodes start at once on a new database, the first one's key is kept, and another key is refused. */
    private void keep() {
        sql.sql("""
                insert into platform.secret_key (fingerprint, since) values (:fingerprint, :now) on conflict do nothing
                """)
                .param("fingerprint", secrets.fingerprint())
                .param("now", OffsetDateTime.now(clock))
                .update();
        String kept = sql.sql("select fingerprint from platform.secret_key")
                .query(String.class)
                .single();
        if (!kept.equals(secrets.fingerprint())) {
            throw refusal(kept);
        }
    }
}
