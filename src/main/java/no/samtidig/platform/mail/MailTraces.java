package no.samtidig.platform.mail;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the outbox still tells of somebody who is erased: mail to them, and mail to others that names them. */
@Component
public class MailTraces {
    /** Stands in a mail that waits, where a name or an address was. */
    private static final String GONE = "…";

    private final JdbcClient sql;

    MailTraces(JdbcClient sql) {
        this.sql = sql;
    }

    private record Told(UUID id, String subject, String body, boolean sent) {}

    /**
     * Removes every mail to the address, sent or not. Of mails to others that tell the name or the address, those that were sent are
     * emptied, as all are after thirty days; from those that wait the words are taken out.
     *
     * @param name full name; empty where it is not known
     * @param address in small letters
     */
    public void forget(String name, String address) {
        sql.sql("delete from platform.mail where lower(recipient) = :address")
                .param("address", address)
                .update();
        for (String word : name.isBlank() ? List.of(address) : List.of(address, name)) {
            mentioning(word).stream()
                    .filter(it -> tells(it.subject(), word) || tells(it.body(), word))
                    .forEach(it -> forget(it, word));
        }
    }

    /** Removes every mail that has the id in its key, which stays longer than what the mail said. */
    public void forget(UUID id) {
        sql.sql("delete from platform.mail where position(:id in key) > 0")
                .param("id", id.toString())
                .update();
    }

    private void forget(Told mail, String word) {
        sql.sql(
                        "update platform.mail set recipient = case when :sent then '' else recipient end, subject = :subject, body = :body where id = :id")
                .param("id", mail.id())
                .param("sent", mail.sent())
                .param("subject", mail.sent() ? "" : without(mail.subject(), word))
                .param("body", mail.sent() ? "" : without(mail.body(), word))
                .update();
    }

    private List<Told> mentioning(String word) {
        return sql.sql("""
                select id, subject, body, sent is not null as sent from platform.mail
                where position(:word in lower(subject)) > 0 or position(:word in lower(body)) > 0
                """)
                .param("word", word.toLowerCase(Locale.ROOT))
                .query(Told.class)
                .list();
    }

    private static boolean tells(String text, String word) {
        return !without(text, word).equals(text);
    }

    /** The text with {@link #GONE} where the word stands by itself: somebody called Bo is not in every mail about somebody's <em>bolig</em>. */
    private static String without(String text, String word) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int after = at + word.length();
            if (text.regionMatches(true, at, word, 0, word.length())
                    && !(at > 0 && Character.isLetterOrDigit(text.codePointBefore(at)))
                    && !(after < text.length() && Character.isLetterOrDigit(text.codePointAt(after)))) {
                kept.append(GONE);
                at = after;
            } else {
                kept.append(text.charAt(at++));
            }
        }
        return kept.toString();
    }
}
