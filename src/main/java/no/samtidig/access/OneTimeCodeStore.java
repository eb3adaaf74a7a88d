package no.samtidig.access;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of authenticator apps and recovery codes. */
@Repository
class OneTimeCodeStore {
    private final JdbcClient sql;

    OneTimeCodeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is kept of an app: its sealed secret, when it was confirmed (null while it is being set up). */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record App(byte[] secret, @Nullable OffsetDateTime confirmed) {}

    Optional<App> app(AccountId account) {
        return sql.sql("select secret, confirmed from access.authenticator where account = :account")
                .param("account", account.value())
                .query((row, number) ->
                        new App(row.getBytes("secret"), row.getObject("confirmed", OffsetDateTime.class)))
                .optional();
    }

    boolean confirmed(AccountId account) {
        return sql.sql(
                        "select exists (select from access.authenticator where account = :account and confirmed is not null)")
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** Keeps a secret to be confirmed, unless there is one. */
    void begin(AccountId account, byte[] sealed, OffsetDateTime now) {
        sql.sql("""
                insert into access.authenticator (account, secret, begun) values (:account, :secret, :now)
                on conflict (account) do nothing
                """)
                .param("account", account.value())
                .param("secret", sealed)
                .param("now", now)
                .update();
    }

    boolean confirm(AccountId account, OffsetDateTime now) {
        return sql.sql(
                                "update access.authenticator set confirmed = :now where account = :account and confirmed is null")
                        .param("account", account.value())
                        .param("now", now)
                        .update()
                == 1;
    }

    /** Uses up a step of the clock: false where it, or a later one, has been used. */
    boolean useStep(AccountId account, long step) {
        return sql.sql(
                                "update access.authenticator set last_step = :step where account = :account and last_step < :step")
                        .param("account", account.value())
                        .param("step", step)
                        .update()
                == 1;
    }

    boolean useRecoveryCode(AccountId account, String hash, OffsetDateTime now) {
        return sql.sql("""
                                update access.recovery_code set used = :now
                                where account = :account and hash = :hash and used is null
                                """)
                        .param("account", account.value())
                        .param("hash", hash)
                        .param("now", now)
                        .update()
                == 1;
    }

    void replaceRecoveryCodes(AccountId account, Set<String> hashes, OffsetDateTime now) {
        sql.sql("delete from access.recovery_code where account = :account")
                .param("account", account.value())
                .update();
        for (String hash : hashes) {
            sql.sql("insert into access.recovery_code (account, hash, made) values (:account, :hash, :now)")
                    .param("account", account.value())
                    .param("hash", hash)
                    .param("now", now)
                    .update();
        }
    }

    int recoveryCodesLeft(AccountId account) {
        return sql.sql("select count(*) from access.recovery_code where account = :account and used is null")
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    boolean remove(AccountId account) {
        sql.sql("delete from access.recovery_code where account = :account")
                .param("account", account.value())
                .update();
        return sql.sql("delete from access.authenticator where account = :account")
                        .param("account", account.value())
                        .update()
                == 1;
    }

    int removeUnconfirmed(OffsetDateTime before) {
        return sql.sql("delete from access.authenticator where confirmed is null and begun < :before")
                .param("before", before)
                .update();
    }
}
