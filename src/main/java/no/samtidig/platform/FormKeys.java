package no.samtidig.platform;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One form makes one thing. Each time a form that makes something is drawn it gets a key ({@code ui/formKey.jte}, the field {@link #FIELD}),
 * and however often it is sent, also at once and to several nodes, the first one counts and all are led to the same place.
 */
@Service
public class FormKeys {
    /** The field of the form. */
    public static final String FIELD = "nokkel";

    /** So long a form that was sent can be sent again from a tab that was left open. */
    static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FormKeys(JdbcClient sql, PlatformTransactionManager transactions, Clock clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Makes the thing, unless a form with the key made one. All of it is one transaction.
     *
     * @param make answers with another place to go where it made something; a page, such as the form with what is wrong, leaves the key free
     */
    public Reply once(UUID key, Supplier<? extends Reply> make) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                    .param("key", "form " + key)
                    .query()
                    .listOfRows();
            Optional<String> led = sql.sql("select path from platform.form_key where key = :key")
                    .param("key", key)
                    .query(String.class)
                    .optional();
            if (led.isPresent()) {
                return new SeeOther(led.get());
            }
            Reply reply = make.get();
            if (reply instanceof SeeOther(String path)) {
                sql.sql("insert into platform.form_key (key, path, until) values (:key, :path, :until)")
                        .param("key", key)
                        .param("path", path)
                        .param("until", OffsetDateTime.now(clock).plus(KEPT))
                        .update();
            }
            return reply;
        }));
    }

    @Bean
    RecurringTask<Void> forgetFormKeys() {
        return Tasks.recurring("forget-form-keys", FixedDelay.ofHours(1)).execute((_, _) -> forgetOld());
    }

    /** Removes the keys whose time has gone; returns how many. */
    public int forgetOld() {
        return sql.sql("delete from platform.form_key where until < :now")
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
