package no.samtidig.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Texts;
import no.samtidig.platform.mail.Letter;
import no.samtidig.platform.mail.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a person by mail that something about their account changed, so that somebody else's doing does not go unseen. */
@Component
class AccountMail {
    private final Outbox outbox;
    private final Texts texts;
    private final PublicAddress address;
    private final JdbcClient sql;
    private final Clock clock;

    AccountMail(Outbox outbox, Texts texts, PublicAddress address, JdbcClient sql, Clock clock) {
        this.outbox = outbox;
        this.texts = texts;
        this.address = address;
        this.sql = sql;
        this.clock = clock;
    }

    /** Somebody has the password and does not have the code: at most one mail a day. */
    void tellOfGuessing(AccountId account) {
        sql.sql("select name, email, language from access.account where id = :id and closed is null")
                .param("id", account.value())
                .query((row, number) ->
                        new String[] {row.getString("name"), row.getString("email"), row.getString("language")})
                .optional()
                .ifPresent(it -> put(
                        "account-guessing:" + account.value() + ":" + LocalDate.now(clock),
                        it[0],
                        it[1],
                        Language.of(it[2]).orElse(Language.NB),
                        "guessing"));
    }

    /** One mail, in the caller's transaction; call it where the change is made, which happens once. */
    void tell(Visitor.Person person, Language language, String what, Object... more) {
        tell(person.name(), person.email(), language, what, more);
    }

    /**
     * The same for somebody who is not signed in.
     *
     * @param what the text stands under {@code account-mail.<what>.subject} and {@code .body}: {0} name, {1} the address of the own account's page, then {@code more}
     */
    void tell(String name, String email, Language language, String what, Object... more) {
        put("account-" + what + ":" + UUID.randomUUID(), name, email, language, what, more);
    }

    /** The same with a one-time link, which is sealed until the mail has left: it comes as {2}, before {@code more}. */
    void tellWithLink(String name, String email, Language language, String what, String link, Object... more) {
        Object[] all =
                Stream.concat(Stream.of(Outbox.SECRET), Arrays.stream(more)).toArray();
        outbox.putWithSecret(
                "account-" + what + ":" + UUID.randomUUID(), email, letter(name, language, what, all), link);
    }

    private void put(String key, String name, String email, Language language, String what, Object... more) {
        outbox.put(key, email, letter(name, language, what, more));
    }

    private Letter letter(String name, Language language, String what, Object... more) {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = name;
        arguments[1] = address.of("/min-side/konto");
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Letter.of(texts, language, "account-mail." + what, arguments);
    }
}
