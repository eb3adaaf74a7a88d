package no.samtidig.learning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import no.samtidig.access.AccountId;
import no.samtidig.catalogue.BlockRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exercises a learner says the team has done. */
@Service
public class TeamExercises {
    private final JdbcClient sql;
    private final Clock clock;

    TeamExercises(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Notes that it was done today, or takes it back. */
    @Transactional
    public void mark(AccountId learner, BlockRef where, boolean done) {
        String statement = done ? """
                insert into learning.team_exercise (account, module, lesson, block, held)
                values (:account, :module, :lesson, :block, :today)
                on conflict (account, module, lesson, block) do nothing
                """ : """
                delete from learning.team_exercise
                where account = :account and module = :module and lesson = :lesson and block = :block and held <= :today
                """;
        sql.sql(statement)
                .param("account", learner.value())
                .param("module", where.module())
                .param("lesson", where.lesson())
                .param("block", where.block())
                .param("today", LocalDate.now(clock))
                .update();
    }

    /** When each exercise of a lesson was done, by the block's address. */
    @Transactional(readOnly = true)
    public Map<String, LocalDate> in(AccountId learner, String module, String lesson) {
        return sql
                .sql(
                        "select block, held from learning.team_exercise where account = :account and module = :module and lesson = :lesson")
                .param("account", learner.value())
                .param("module", module)
                .param("lesson", lesson)
                .query((row, number) -> Map.entry(row.getString("block"), row.getObject("held", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
