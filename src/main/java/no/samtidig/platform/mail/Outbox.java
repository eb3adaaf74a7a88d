package no.samtidig.platform.mail;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import no.samtidig.platform.Secrets;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mail on its way out. A mail is written in the caller's transaction, so it goes out if and only if what it tells of happened; a job
 * sends it. The same key is written once, so a repeated step sends one mail.
 */
@Component
public class Outbox {
    /** Stands in a text where a secret belongs, and is what remains of it once the mail has left. */
    public static final String SECRET = "[secret]";

    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final JdbcClient sql;
    private final Secrets secrets;
    private final Clock clock;

    Outbox(JdbcClient sql, Secrets secrets, Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * One mail.
     *
     * @param id of the row
     * @param recipient address
     * @param subject plain text, one line
     * @param body plain text; with its secret as long as it waits
     * @param unsubscribe where one says no to more such mail; empty where the mail is required, and once it has left
     * @param created when it was written
     * @param sent when it went out; null while it waits
     * @param attempts how many times sending was tried
     */
    public record Mail(
            UUID id,
            String recipient,
            String subject,
            String body,
            String unsubscribe,
            OffsetDateTime created,
            @Nullable OffsetDateTime sent,
            int attempts) {
        /** Whether the text is as the recipient should get it: its secret could be read. */
        boolean whole() {
            return !body.contains(SECRET);
        }
    }

    /** Puts a mail in the outbox, unless one with this key is there already. */
    public void put(String key, String recipient, Letter letter) {
        keep(key, recipient, letter, null, false, "");
    }

    /**
     * The same for a mail that holds something only the recipient may read, such as a one-time link. In the database it is sealed, and
     * it is removed when the mail has left.
     */
    public void putWithSecret(String key, String recipient, Letter letter, String secret) {
        keep(key, recipient, letter, secrets.seal(secret.getBytes(StandardCharsets.UTF_8)), false, "");
    }

    /**
     * The same for mail nobody waits for and nobody has to get, such as a reminder: it goes out by {@link Daytime} only, after all other
     * mail, and with the way out of more such mail in its head.
     *
     * @param unsubscribe whole address that takes one click as a form, without a session (RFC 8058); a look at it changes nothing
     */
    public void putWithSecretForDaytime(
            String key, String recipient, Letter letter, String secret, String unsubscribe) {
        keep(key, recipient, letter, secrets.seal(secret.getBytes(StandardCharsets.UTF_8)), true, unsubscribe);
    }

    /** Puts mail nobody waits for in the outbox, unless one with this key is there already: it goes out by {@link Daytime} only. */
    public void putForDaytime(String key, String recipient, Letter letter) {
        keep(key, recipient, letter, null, true, "");
    }

    /** Takes out what has not left yet: what it tells of does not hold any more. */
    public void takeBack(String key) {
        sql.sql("delete from platform.mail where key = :key and sent is null")
                .param("key", key)
                .update();
    }

    /** How many mails were written, and how many of them have left. */
    public record Tally(int written, int sent) {}

    /** Counts the mails of a step, those long emptied too. */
    public Tally tally(MailSeries series, Coded step) {
        return sql.sql("""
                select count(*) as written, count(sent) as sent from platform.mail
                where starts_with(key, :prefix) and right(key, length(:suffix)) = :suffix
                """)
                .param("prefix", series.prefix())
                .param("suffix", series.suffix(step))
                .query((row, number) -> new Tally(row.getInt("written"), row.getInt("sent")))
                .single();
    }

    /** Takes out every mail of the series that has not left yet. */
    public void takeBackAll(MailSeries series) {
        sql.sql("delete from platform.mail where starts_with(key, :prefix) and sent is null")
                .param("prefix", series.prefix())
                .update();
    }

    private void keep(
            String key,
            String recipient,
            Letter letter,
            byte @Nullable [] secret,
            boolean daytime,
            String unsubscribe) {
        sql.sql("""
                insert into platform.mail (id, key, recipient, subject, body, secret, daytime, unsubscribe, created, next_attempt)
                values (:id, :key, :recipient, :subject, :body, :secret, :daytime, :unsubscribe, :now, :now)
                on conflict (key) do nothing
                """)
                .param("id", UUID.randomUUID())
                .param("key", key)
                .param("recipient", recipient)
                .param("subject", letter.subject().replaceAll("\\R", " "))
                .param("body", letter.body())
                .param("secret", secret, Types.BINARY)
                .param("daytime", daytime)
                .param("unsubscribe", unsubscribe)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** The newest mails first, waiting and sent. */
    public List<Mail> newest(int count) {
        return sql.sql("""
                select id, recipient, subject, body, secret, unsubscribe, created, sent, attempts
                from platform.mail order by created desc, id limit :count
                """).param("count", count).query(this::mail).list();
    }

    /**
     * Empties mails that went out, or were given up, before a time: whom they were to, and what they said. The key stays, so that none is sent again.
     *
     * @return how many
     */
    int emptySent(OffsetDateTime before) {
        return sql.sql("""
                update platform.mail set recipient = '', subject = '', body = '', secret = null, unsubscribe = ''
                where coalesce(sent, given_up) < :before and recipient <> ''
                """).param("before", before).update();
    }

    /** Mails that wait and whose turn has come, locked for this transaction so that two nodes never send one twice. */
    List<Mail> waiting(int count) {
        return sql.sql("""
                select id, recipient, subject, body, secret, unsubscribe, created, sent, attempts
                from platform.mail where sent is null and given_up is null and next_attempt <= :now and (:daytime or not daytime)
                order by daytime, created limit :count for update skip locked
                """)
                .param("count", count)
                .param("now", OffsetDateTime.now(clock))
                .param("daytime", Daytime.at(clock.instant()))
                .query(this::mail)
                .list();
    }

    /** How many mails went to an address since a time: nobody is to be flooded, whoever asks for it. */
    int sentSince(String recipient, OffsetDateTime since) {
        return sql.sql("select count(*) from platform.mail where recipient = :recipient and sent > :since")
                .param("recipient", recipient)
                .param("since", since)
                .query(Integer.class)
                .single();
    }

    /** Comes back to a mail later; it was not tried. */
    void postpone(UUID id, OffsetDateTime until) {
        sql.sql("update platform.mail set next_attempt = :until where id = :id")
                .param("id", id)
                .param("until", until)
                .update();
    }

    void sent(UUID id) {
        sql.sql(
                        "update platform.mail set sent = :now, secret = null, unsubscribe = '', attempts = attempts + 1 where id = :id")
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /**
     * Waits longer each time: one minute, two, four, at most six hours.
     *
     * @param giveUp whether that was the last time
     */
    void failed(Mail mail, MailFailure failure, boolean giveUp) {
        Duration wait = Duration.ofMinutes(1L << Math.min(mail.attempts(), 9));
        OffsetDateTime now = OffsetDateTime.now(clock);
        sql.sql("""
                update platform.mail set attempts = attempts + 1, next_attempt = :next, failure = :failure, answer = :answer,
                    given_up = case when :give_up then :now end
                where id = :id
                """)
                .param("id", mail.id())
                .param("now", now)
                .param("next", now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait))
                .param("failure", failure.reason().code())
                .param("answer", failure.answer())
                .param("give_up", giveUp)
                .update();
    }

    private Mail mail(ResultSet row, int number) throws SQLException {
        byte[] sealed = row.getBytes("secret");
        String body = row.getString("body");
        return new Mail(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("subject"),
                sealed == null ? body : whole(body, sealed),
                row.getString("unsubscribe"),
                row.getObject("created", OffsetDateTime.class),
                row.getObject("sent", OffsetDateTime.class),
                row.getInt("attempts"));
    }

    /** The text with its secret; without it where the seal cannot be opened, and then the mail is not sent. */
    private String whole(String body, byte[] sealed) {
        try {
            return body.replace(SECRET, new String(secrets.open(sealed), StandardCharsets.UTF_8));
        } catch (IllegalStateException _) {
            return body;
        }
    }
}
