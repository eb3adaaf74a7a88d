package no.samtidig.platform.mail;

import java.util.Optional;
import no.samtidig.platform.SealedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Waiting mails with a link under seal. Without it they cannot be sent. */
@Component
class SealedMailRows implements SealedRows {
    private final JdbcClient sql;

    SealedMailRows(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String what() {
        return "waiting mails with a link (send those invitations again)";
    }

    @Override
    public long count() {
        return sql.sql("select count(*) from platform.mail where secret is not null")
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<byte[]> any() {
        return sql.sql("select secret from platform.mail where secret is not null order by created desc limit 1")
                .query(byte[].class)
                .optional();
    }

    @Override
    public void giveUp() {
        sql.sql("delete from platform.mail where secret is not null").update();
    }
}
