package no.samtidig.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.codec.Hex;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts attempts at guessing something, such as a password or a code, and says when whoever guesses must wait. What is guessed at is
 * kept as a digest only.
 */
@Component
class Throttle {
    /** So many attempts within {@link #WINDOW} and one must wait. */
    static final int ATTEMPTS = 5;

    static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Throttle(JdbcClient sql, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Counts the attempt before it is looked at, one at a time for the same target, so that many at once are not more than five. */
    boolean admits(String target) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return Boolean.TRUE.equals(transaction.execute(status -> {
            sql.sql("select pg_advisory_xact_lock(hashtext(:pair))")
                    .param("pair", target)
                    .query()
                    .listOfRows();
            return sql.sql("""
                            insert into access.sign_in_failure (pair, at)
                            select :pair, :now
                            where (select count(*) from access.sign_in_failure where pair = :pair and at > :since) < :most
                            """)
                            .param("pair", target)
                            .param("now", now)
                            .param("since", now.minus(WINDOW))
                            .param("most", ATTEMPTS)
                            .update()
                    == 1;
        }));
    }

    /** The guess was right: earlier ones count no more. */
    void forget(String target) {
        sql.sql("delete from access.sign_in_failure where pair = :pair")
                .param("pair", target)
                .update();
    }

    /** What is guessed at, and from where or for whom; nobody reads it out of the database. */
    static String target(String what, String where) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((what + "\n" + where).getBytes(StandardCharsets.UTF_8));
            return new String(Hex.encode(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
