package no.samtidig.survey;

import java.util.Optional;
import no.samtidig.platform.SealedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers that wait under seal to be let out together. Nobody can read them without the key. */
@Component
class SealedAnswerRows implements SealedRows {
    private final JdbcClient sql;

    SealedAnswerRows(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String what() {
        return "survey answers and free texts that are not yet part of any result";
    }

    @Override
    public long count() {
        return sql.sql("""
                select (select count(*) from survey.envelope where sealed is not null) + (select count(*) from survey.text_envelope)
                """).query(Long.class).single();
    }

    @Override
    public Optional<byte[]> any() {
        return sql.sql("""
                (select sealed from survey.envelope where sealed is not null limit 1)
                union all (select sealed from survey.text_envelope limit 1) limit 1
                """).query(byte[].class).optional();
    }

    @Override
    public void giveUp() {
        sql.sql("update survey.envelope set sealed = null where sealed is not null")
                .update();
        sql.sql("delete from survey.text_envelope").update();
    }
}
