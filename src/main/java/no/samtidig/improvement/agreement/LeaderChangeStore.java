package no.samtidig.improvement.agreement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.JourneyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of leaders' changes. */
@Repository
class LeaderChangeStore {
    private final JdbcClient sql;

    LeaderChangeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The latest change of a journey. */
    Optional<LeaderChange> latest(JourneyId journey) {
        return sql.sql("""
                select id, day, due, answer, answered, account from improvement.leader_change
                where journey = :journey order by answer is null desc, day desc, answered desc limit 1
                """)
                .param("journey", journey.value())
                .query((row, _) -> new LeaderChange(
                        row.getObject("id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getObject("due", LocalDate.class),
                        Optional.ofNullable(row.getString("answer"))
                                .flatMap(LeaderChange.Answer::of)
                                .orElse(null),
                        row.getObject("answered", LocalDate.class),
                        AgreementStore.account(row, "account")))
                .optional();
    }

    /** Keeps one, unless one waits for its answer; returns whether it did. */
    boolean add(JourneyId journey, LocalDate day, LocalDate due, AccountId by) {
        return sql.sql("""
                insert into improvement.leader_change (id, journey, day, due, made_by) values (:id, :journey, :day, :due, :by)
                on conflict (journey) where answer is null do nothing
                """)
                        .param("id", UUID.randomUUID())
                        .param("journey", journey.value())
                        .param("day", day)
                        .param("due", due)
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** Keeps the answer, unless it has one; returns whether it did. */
    boolean answer(UUID id, LeaderChange.Answer answer, AccountId by, LocalDate day) {
        return sql.sql("""
                update improvement.leader_change set answer = :answer, answered = :day, account = :by where id = :id and answer is null
                """)
                        .param("answer", answer.code())
                        .param("day", day)
                        .param("by", by.value())
                        .param("id", id)
                        .update()
                == 1;
    }
}
