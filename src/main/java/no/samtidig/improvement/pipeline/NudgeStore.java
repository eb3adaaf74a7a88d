package no.samtidig.improvement.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Role;
import no.samtidig.platform.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of whom the weekly mail of still units goes to. */
@Repository
class NudgeStore {
    private final JdbcClient sql;

    NudgeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A week's mail to somebody has one key, and is written once. */
    static String key(AccountId account, LocalDate monday) {
        return "nudge:" + account.value() + ":" + monday;
    }

    /** Somebody with the role, and the language of their mail. */
    record Contact(AccountId account, Language language) {}

    /** Regional contacts who have not had the mail of the week. */
    List<Contact> contacts(LocalDate monday) {
        return sql.sql("""
                select distinct a.id, a.language from access.account a join access.role_grant g on g.account = a.id
                where g.role = :role and g.ended is null and a.closed is null
                    and not exists (select from platform.mail m where m.key = 'nudge:' || a.id || ':' || :monday)
                order by a.id
                """)
                .param("role", Role.REGIONAL_CONTACT.code())
                .param("monday", monday.toString())
                .query((row, _) -> new Contact(
                        new AccountId(row.getObject("id", UUID.class)),
                        Language.of(row.getString("language")).orElse(Language.NB)))
                .list();
    }
}
