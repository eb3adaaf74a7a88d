package no.samtidig.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this module keeps about a person besides name and address: roles, ways to sign in, sessions, lines in the log. */
@Component
@Order(100)
class AccountData implements PersonalData {
    private static final Map<String, String> KEPT = kept();

    private final JdbcClient sql;
    private final Sessions sessions;
    private final OneTimeCodes codes;
    private final Passkeys passkeys;

    AccountData(JdbcClient sql, Sessions sessions, OneTimeCodes codes, Passkeys passkeys) {
        this.sql = sql;
        this.sessions = sessions;
        this.codes = codes;
        this.passkeys = passkeys;
    }

    private static Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("account", "select created, seen, language, password_changed from access.account where id = :account");
        kept.put(
                "role_grant",
                "select role, place, granted, ended from access.role_grant where account = :account order by granted, id");
        kept.put("authenticator", "select begun, confirmed from access.authenticator where account = :account");
        kept.put("recovery_code", "select made, used from access.recovery_code where account = :account order by used");
        kept.put("passkey", "select name, created, used from access.passkey where account = :account order by created");
        kept.put(
                "invitation",
                "select email, name, role, place, sent, expires, accepted, withdrawn from access.invitation where account = :account or email = (select email from access.account where id = :account) order by sent");
        kept.put(
                "password_reset",
                "select asked, expires, used from access.password_reset where account = :account order by asked");
        kept.put(
                "invitation_sent",
                "select role, place, sent, sendings, accepted, withdrawn from access.invitation where inviter = :account order by sent");
        kept.put(
                "former_identity",
                "select name, email, until from access.former_identity where account = :account order by until");
        kept.put("mail", """
                select subject, body, created, sent from platform.mail
                where lower(recipient) in (select email from access.account where id = :account
                    union select email from access.former_identity where account = :account)
                   or (recipient <> '' and position(:account::text in key) > 0)
                order by created
                """);
        kept.put("mail_about", """
                select m.subject, m.created, m.sent from platform.mail m cross join access.account a
                where a.id = :account and lower(m.recipient) <> a.email
                  and (position(a.email in lower(m.subject || ' ' || m.body)) > 0
                    or a.name <> '' and position(lower(a.name) in lower(m.subject || ' ' || m.body)) > 0)
                order by m.created
                """);
        kept.put(
                "second_step_reset",
                "select asked, expires, confirmed, withdrawn from access.second_step_reset where :account in (account, asked_by, confirmed_by) order by asked");
        kept.put(
                "audit",
                "select at, action from access.audit where actor = :account or (kind = 'account' and subject = :account::text) order by at");
        kept.put(
                "audit_about",
                "select l.at, coalesce(a.name, '') as name, l.action || ' ' || l.kind as action from access.audit l left join access.account a on a.id = l.actor where "
                        + Looks.AT + " order by l.at");
        return kept;
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        KEPT.forEach((kind, query) -> all.put(
                kind, sql.sql(query).param("account", account.value()).query().listOfRows()));
        all.put("session", sessions.facts(account));
        return all;
    }

    /** The roles, the ways to sign in and the sessions. The log stays for its own time, and names nobody. */
    @Override
    public void erase(AccountId account) {
        sessions.endAll(account);
        codes.erase(account);
        passkeys.erase(account);
        for (String statement : List.of(
                "delete from access.role_grant where account = :account",
                "update access.role_grant set given_by = null where given_by = :account",
                "update access.role_grant set ended_by = null where ended_by = :account",
                "delete from access.password_reset where account = :account",
                "delete from access.second_step_reset where :account in (account, asked_by, confirmed_by)",
                "delete from access.invitation where account = :account",
                "update access.invitation set inviter = null where inviter = :account")) {
            sql.sql(statement).param("account", account.value()).update();
        }
    }

    @Override
    public void forget(Identity person) {
        sql.sql("delete from access.invitation where email = :email")
                .param("email", person.email())
                .update();
    }

    @Override
    public boolean ofTheAccount() {
        return true;
    }
}
