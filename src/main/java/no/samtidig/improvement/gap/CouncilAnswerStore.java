package no.samtidig.improvement.gap;

import java.time.LocalDate;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.questionnaire.Answers;
import no.samtidig.survey.RoundId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the user council's answers. */
@Repository
class CouncilAnswerStore {
    private final JdbcClient sql;

    CouncilAnswerStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Kept(Answers answers, boolean byLeader, LocalDate day, int revision) {}

    Optional<Kept> of(RoundId round) {
        return sql.sql("""
                select answers::text as answers, by_leader, day, revision from improvement.gap_council where round = :round
                """)
                .param("round", round.value())
                .query((row, _) -> new Kept(
                        AnswerJson.read(row.getString("answers")),
                        row.getBoolean("by_leader"),
                        row.getObject("day", LocalDate.class),
                        row.getInt("revision")))
                .optional();
    }

    /** False where somebody changed it since the revision. */
    boolean keep(RoundId round, Kept kept, AccountId by) {
        return sql.sql("""
                insert into improvement.gap_council as c (round, answers, by_leader, written_by, day)
                values (:round, :answers::jsonb, :byLeader, :by, :day)
                on conflict (round) do update
                    set answers = excluded.answers, by_leader = excluded.by_leader, written_by = excluded.written_by,
                        day = excluded.day, revision = c.revision + 1
                    where c.revision = :revision
                """)
                        .param("round", round.value())
                        .param("answers", AnswerJson.write(kept.answers()))
                        .param("byLeader", kept.byLeader())
                        .param("by", by.value())
                        .param("day", kept.day())
                        .param("revision", kept.revision())
                        .update()
                == 1;
    }
}
