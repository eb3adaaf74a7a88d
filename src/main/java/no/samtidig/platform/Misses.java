package no.samtidig.platform;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts tries at what nobody may try often, such as guesses at a password or at a code, and says when whoever tries must wait. What is
 * tried, and from where, is kept as a keyed digest: a copy of the database does not tell whose address it was.
 */
@Component
public class Misses {
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Secrets secrets;
    private final Clock clock;

    Misses(JdbcClient sql, TransactionTemplate transaction, Secrets secrets, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * What is counted together, and how often is too often.
     *
     * @param code names it in the database
     * @param most so many within the window, and one must wait
     * @param window how long a try counts
     */
    public record Limit(String code, int most, Duration window) {}

    /** Counts a try, unless there were too many: one at a time for the same target, so that many at once are not more than the most. */
    public boolean admits(Limit limit, String target) {
        return admits(limit, target.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for a network address; of an IPv6 address only the network counts. */
    public boolean admitsFrom(Limit limit, String address) {
        return admits(limit, NetworkAddress.network(address));
    }

    /** Whether there were too many tries from a network address; this is none. For what is so short that a right guess must wait too. */
    public boolean waitsFrom(Limit limit, String address) {
        return sql.sql("select count(*) from platform.miss where kind = :kind and target = :target and until > :now")
                        .param("kind", limit.code())
                        .param("target", digest(limit, NetworkAddress.network(address)))
                        .param("now", OffsetDateTime.now(clock))
                        .query(Integer.class)
                        .single()
                >= limit.most();
    }

    private boolean admits(Limit limit, byte[] target) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        byte[] digest = digest(limit, target);
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            sql.sql("select pg_advisory_xact_lock(hashtext(:target))")
                    .param("target", HexFormat.of().formatHex(digest))
                    .query()
                    .listOfRows();
            return sql.sql("""
                            insert into platform.miss (kind, target, until)
                            select :kind, :target, :until
                            where (select count(*) from platform.miss where kind = :kind and target = :target and until > :now)
                                < :most
                            """)
                            .param("kind", limit.code())
                            .param("target", digest)
                            .param("now", now)
                            .param("until", now.plus(limit.window()))
                            .param("most", limit.most())
                            .update()
                    == 1;
        }));
    }

    /** It was no try after all: the last one counts no more. */
    public void takeBack(Limit limit, String target) {
        sql.sql("""
                delete from platform.miss where ctid = (select ctid from platform.miss
                    where kind = :kind and target = :target order by until desc limit 1)
                """)
                .param("kind", limit.code())
                .param("target", digest(limit, target.getBytes(StandardCharsets.UTF_8)))
                .update();
    }

    /** It was no miss: earlier ones at the target count no more. */
    public void forget(Limit limit, String target) {
        sql.sql("delete from platform.miss where kind = :kind and target = :target")
                .param("kind", limit.code())
                .param("target", digest(limit, target.getBytes(StandardCharsets.UTF_8)))
                .update();
    }

    private byte[] digest(Limit limit, byte[] target) {
        return secrets.mark("miss " + limit.code(), target);
    }

    @Bean
    RecurringTask<Void> forgetMisses() {
        return Tasks.recurring("forget-misses", FixedDelay.ofMinutes(15)).execute((_, _) -> forgetOld());
    }

    /** Removes the tries that count no more; returns how many. */
    public int forgetOld() {
        return sql.sql("delete from platform.miss where until < :now")
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
