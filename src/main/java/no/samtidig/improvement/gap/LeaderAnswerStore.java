package no.samtidig.improvement.gap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.questionnaire.Answers;
import no.samtidig.survey.RoundId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of leaders' own answers. */
@Repository
class LeaderAnswerStore {
    private final JdbcClient sql;

    LeaderAnswerStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<LeaderAnswers.Own> own(AccountId leader, RoundId round) {
        return sql.sql("""
                select answers::text as answers, shown, revision from improvement.gap_leader
                where round = :round and leader = :leader
                """)
                .param("round", round.value())
                .param("leader", leader.value())
                .query((row, _) -> new LeaderAnswers.Own(
                        AnswerJson.read(row.getString("answers")), row.getBoolean("shown"), row.getInt("revision")))
                .optional();
    }

    boolean add(AccountId leader, RoundId round, Answers answers, LocalDate today) {
        return sql.sql("""
                insert into improvement.gap_leader (round, leader, answers, day)
                values (:round, :leader, :answers::jsonb, :today) on conflict (round, leader) do nothing
                """)
                        .param("round", round.value())
                        .param("leader", leader.value())
                        .param("answers", AnswerJson.write(answers))
                        .param("today", today)
                        .update()
                == 1;
    }

    boolean change(AccountId leader, RoundId round, Answers answers, int revision, LocalDate today) {
        return sql.sql("""
                update improvement.gap_leader set answers = :answers::jsonb, day = :today, revision = revision + 1
                where round = :round and leader = :leader and revision = :revision
                """)
                        .param("round", round.value())
                        .param("leader", leader.value())
                        .param("answers", AnswerJson.write(answers))
                        .param("today", today)
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /** False where there is nothing to show, or it is so already. */
    boolean show(AccountId leader, RoundId round, boolean shown) {
        return sql.sql("""
                update improvement.gap_leader set shown = :shown where round = :round and leader = :leader and shown <> :shown
                """)
                        .param("round", round.value())
                        .param("leader", leader.value())
                        .param("shown", shown)
                        .update()
                == 1;
    }

    List<Answers> shown(RoundId round) {
        return sql.sql("""
                select answers::text as answers from improvement.gap_leader where round = :round and shown order by md5(answers::text)
                """)
                .param("round", round.value())
                .query((row, _) -> AnswerJson.read(row.getString("answers")))
                .list();
    }
}
