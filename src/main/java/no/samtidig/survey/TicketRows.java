package no.samtidig.survey;

import java.util.Optional;
import no.samtidig.platform.SealedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations, whose codes are worked out from the key: those that were sent or printed lead in no more. */
@Component
class TicketRows implements SealedRows {
    private static final String OPEN = """
            from survey.ticket t join survey.round r on r.id = t.round where r.closed is null and not t.used and not t.withdrawn
            """;

    private final JdbcClient sql;

    TicketRows(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String what() {
        return "open invitations to surveys (their links and paper slips lead in no more; make new rounds)";
    }

    @Override
    public long count() {
        return sql.sql("select count(*) " + OPEN).query(Long.class).single();
    }

    @Override
    public Optional<byte[]> any() {
        return Optional.empty();
    }

    @Override
    public void giveUp() {
        sql.sql("update survey.ticket set withdrawn = true where id in (select t.id " + OPEN + ")")
                .update();
    }
}
