package no.samtidig.access;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of one-time links to choose a new password. */
@Repository
class PasswordResetStore {
    private final JdbcClient sql;

    PasswordResetStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps a link, unless the account has got too many since. */
    boolean keep(
            byte[] token,
            AccountId account,
            OffsetDateTime now,
            OffsetDateTime expires,
            OffsetDateTime since,
            int most) {
        alone(account.value().toString());
        return sql.sql("""
                        insert into access.password_reset (token, account, asked, expires) select :token, :account, :now, :expires
                        where (select count(*) from access.password_reset where account = :account and asked > :since) < :most
                        """)
                        .param("token", token)
                        .param("account", account.value())
                        .param("now", now)
                        .param("expires", expires)
                        .param("since", since)
                        .param("most", most)
                        .update()
                == 1;
    }

    Optional<AccountId> usable(byte[] token, OffsetDateTime now) {
        return sql.sql("""
                select account from access.password_reset where token = :token and used is null and expires > :now
                """)
                .param("token", token)
                .param("now", now)
                .query((row, number) -> new AccountId(row.getObject("account", UUID.class)))
                .optional();
    }

    /** Uses the link up, and every other of the account; false where it was used or too old already. */
    boolean use(byte[] token, AccountId account, OffsetDateTime now) {
        boolean used = sql.sql("""
                        update access.password_reset set used = :now where token = :token and used is null and expires > :now
                        """).param("token", token).param("now", now).update() == 1;
        if (used) {
            sql.sql("update access.password_reset set used = :now where account = :account and used is null")
                    .param("account", account.value())
                    .param("now", now)
                    .update();
        }
        return used;
    }

    void endSessions(AccountId account) {
        sql.sql("delete from access.session where principal_name = :account")
                .param("account", account.value().toString())
                .update();
    }

    int removeOlder(OffsetDateTime than) {
        return sql.sql("delete from access.password_reset where expires < :than")
                .param("than", than)
                .update();
    }

    private void alone(String what) {
        sql.sql("select pg_advisory_xact_lock(hashtext(:what))")
                .param("what", what)
                .query()
                .listOfRows();
    }
}
