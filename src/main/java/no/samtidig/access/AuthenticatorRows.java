package no.samtidig.access;

import java.util.Optional;
import no.samtidig.platform.SealedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets of authenticator apps. Without them no code can be checked, so two-step sign-in is off until it is set up anew. */
@Component
class AuthenticatorRows implements SealedRows {
    private final JdbcClient sql;

    AuthenticatorRows(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String what() {
        return "authenticator apps (their owners sign in by password alone until they set up two-step sign-in again)";
    }

    @Override
    public long count() {
        return sql.sql("select count(*) from access.authenticator")
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<byte[]> any() {
        return sql.sql("select secret from access.authenticator order by begun desc limit 1")
                .query(byte[].class)
                .optional();
    }

    @Override
    public void giveUp() {
        sql.sql("delete from access.recovery_code").update();
        sql.sql("delete from access.authenticator").update();
    }
}
