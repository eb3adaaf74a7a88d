package no.samtidig.platform.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mail on its way out. A mail is written in the caller's transaction, so it goes out if and only if what it tells of happened; a job
 * sends it. The same key is written once, so a repeated step sends one mail.
 */
@Component
public class Outbox {
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final JdbcClient sql;
    private final Clock clock;

    Outbox(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One mail.
     *
     * @param id of the row
     * @param recipient address
     * @param subject plain text, one line
     * @param body plain text
     * @param created when it was written
     * @param sent when it went out; null while it waits
     * @param attempts how many times sending was tried
     */
    public record Mail(
            UUID id,
            String recipient,
            String subject,
            String body,
            OffsetDateTime created,
            @org.jspecify.annotations.Nullable OffsetDateTime sent,
            int attempts) {}

    /** Puts a mail in the outbox, unless one with this key is there already. */
    public void put(String key, String recipient, String subject, String body) {
        sql.sql("""
                insert into platform.mail (id, key, recipient, subject, body, created, next_attempt)
                values (:id, :key, :recipient, :subject, :body, :now, :now)
                on conflict (key) do nothing
                """)
                .param("id", UUID.randomUUID())
                .param("key", key)
                .param("recipient", recipient)
                .param("subject", subject.replaceAll("\\R", " "))
                .param("body", body)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** The newest mails first, waiting and sent. */
    public List<Mail> newest(int count) {
        return sql.sql("""
                select id, recipient, subject, body, created, sent, attempts
                from platform.mail order by created desc, id limit :count
                """).param("count", count).query(Outbox::mail).list();
    }

    /** Removes every mail to an address, waiting and sent. */
    public void forget(String recipient) {
        sql.sql("delete from platform.mail where recipient = :recipient")
                .param("recipient", recipient)
                .update();
    }

    /**
     * Empties mails that went out before a time: whom they were to, and what they said. The key stays, so that none is sent again.
     *
     * @return how many
     */
    int emptySent(OffsetDateTime before) {
        return sql.sql("""
                update platform.mail set recipient = '', subject = '', body = ''
                where sent < :before and recipient <> ''
                """).param("before", before).update();
    }

    /** Mails that wait and whose turn has come, locked for this transaction so that two nodes never send one twice. */
    List<Mail> waiting(int count) {
        return sql.sql("""
                select id, recipient, subject, body, created, sent, attempts
                from platform.mail where sent is null and next_attempt <= :now
                order by created limit :count for update skip locked
                """)
                .param("count", count)
                .param("now", OffsetDateTime.now(clock))
                .query(Outbox::mail)
                .list();
    }

    void sent(UUID id) {
        sql.sql("update platform.mail set sent = :now, attempts = attempts + 1 where id = :id")
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Waits longer each time: one minute, two, four, at most six hours. A mail is never given up. */
    void failed(Mail mail) {
        Duration wait = Duration.ofMinutes(1L << Math.min(mail.attempts(), 9));
        sql.sql("update platform.mail set attempts = attempts + 1, next_attempt = :next where id = :id")
                .param("id", mail.id())
                .param("next", OffsetDateTime.now(clock).plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait))
                .update();
    }

    private static Mail mail(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Mail(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getObject("created", OffsetDateTime.class),
                row.getObject("sent", OffsetDateTime.class),
                row.getInt("attempts"));
    }
}
