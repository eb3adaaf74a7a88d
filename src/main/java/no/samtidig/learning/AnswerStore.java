package no.samtidig.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.catalogue.BlockRef;
import no.samtidig.catalogue.ContentVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of answers: every attempt is a row, the latest counts. */
@Repository
class AnswerStore {
    private final JdbcClient sql;

    AnswerStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps an attempt. A key counts once, whatever else is sent with it: a changed choice comes with a new one. */
    void keep(AccountId learner, BlockRef where, UUID key, Answer answer, OffsetDateTime now) {
        sql.sql("""
                insert into learning.answer (account, key, module, lesson, block, version, choice, correct, shown, answered)
                values (:account, :key, :module, :lesson, :block, :version, :choice, :correct, :shown, :now)
                on conflict (account, key) do nothing
                """)
                .param("account", learner.value())
                .param("key", key)
                .param("module", where.module())
                .param("lesson", where.lesson())
                .param("block", where.block())
                .param("version", answer.version().value())
                .param("choice", answer.choice().toArray(Integer[]::new))
                .param("correct", answer.correct().orElse(null))
                .param("shown", answer.shown().toArray(Integer[]::new))
                .param("now", now)
                .update();
    }

    Map<String, Answer> latest(AccountId learner, String module, String lesson) {
        Map<String, Answer> latest = new HashMap<>();
        sql.sql("""
                select distinct on (block) block, version, choice, correct, shown, count(*) over (partition by block, version) as number
                from learning.answer
                where account = :account and module = :module and lesson = :lesson
                order by block, answered desc, sequence desc
                """)
                .param("account", learner.value())
                .param("module", module)
                .param("lesson", lesson)
                .query((ResultSet row) -> {
                    Boolean correct = row.getObject("correct", Boolean.class);
                    latest.put(
                            row.getString("block"),
                            new Answer(
                                    new ContentVersion(row.getString("version")),
                                    numbers(row, "choice"),
                                    Optional.ofNullable(correct),
                                    row.getInt("number"),
                                    numbers(row, "shown")));
                });
        return latest;
    }

    private static List<Integer> numbers(ResultSet row, String column) throws SQLException {
        return List.of((Integer[]) row.getArray(column).getArray());
    }
}
