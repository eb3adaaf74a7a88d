package no.samtidig.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.samtidig.access.AccountId;
import no.samtidig.catalogue.BlockRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tasks for the next shift: taken on now, asked about at the next visit. */
@Service
public class Trying {
    /** A visit this long after the task was taken on counts as the next one: shorter than the rest between two shifts. */
    static final Duration NEXT_VISIT = Duration.ofHours(6);

    private final JdbcClient sql;
    private final ProgressStore progress;
    private final Clock clock;

    Trying(JdbcClient sql, ProgressStore progress, Clock clock) {
        this.sql = sql;
        this.progress = progress;
        this.clock = clock;
    }

    /** Takes a task on; taking it on twice changes nothing. */
    @Transactional
    public void take(AccountId learner, BlockRef where) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        progress.enrol(learner, where.module(), now);
        sql.sql("""
                insert into learning.attempt (account, module, lesson, block, taken)
                values (:account, :module, :lesson, :block, :now)
                on conflict (account, module, lesson, block) do nothing
                """)
                .param("account", learner.value())
                .param("module", where.module())
                .param("lesson", where.lesson())
                .param("block", where.block())
                .param("now", now)
                .update();
    }

    /**
     * Says how it went. "Not yet" keeps the task open and asks again at the visit after.
     *
     * @return whether there was such a task
     */
    @Transactional
    public boolean tell(AccountId learner, BlockRef where, Attempt.Outcome outcome, String note) {
        boolean open = outcome == Attempt.Outcome.NOT_YET;
        return sql.sql("""
                        update learning.attempt set outcome = :outcome, note = case when :note = '' then note else :note end, told = :now,
                            taken = case when :open then :now else taken end
                        where account = :account and module = :module and lesson = :lesson and block = :block
                        """)
                        .param("outcome", outcome.code())
                        .param("note", note.replace("\r\n", "\n").strip())
                        .param("open", open)
                        .param("now", OffsetDateTime.now(clock))
                        .param("account", learner.value())
                        .param("module", where.module())
                        .param("lesson", where.lesson())
                        .param("block", where.block())
                        .update()
                == 1;
    }

    /** Every task taken on, newest first. */
    @Transactional(readOnly = true)
    public List<Attempt> all(AccountId learner) {
        return sql.sql("""
                select module, lesson, block, taken, outcome, note from learning.attempt
                where account = :account order by taken desc
                """)
                .param("account", learner.value())
                .query(Trying::attempt)
                .list();
    }

    /** The tasks taken on in a lesson, by the block's address. */
    @Transactional(readOnly = true)
    public Map<String, Attempt> in(AccountId learner, String module, String lesson) {
        return all(learner).stream()
                .filter(it -> it.where().module().equals(module)
                        && it.where().lesson().equals(lesson))
                .collect(Collectors.toMap(it -> it.where().block(), it -> it));
    }

    /** Whether it is time to ask how it went. */
    public boolean due(Attempt attempt) {
        boolean open = attempt.outcome() == null || attempt.outcome() == Attempt.Outcome.NOT_YET;
        return open && attempt.taken().plus(NEXT_VISIT).isBefore(OffsetDateTime.now(clock));
    }

    private static Attempt attempt(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new Attempt(
                new BlockRef(row.getString("module"), row.getString("lesson"), row.getString("block")),
                row.getObject("taken", OffsetDateTime.class),
                outcome == null ? null : Attempt.Outcome.of(outcome).orElseThrow(),
                row.getString("note"));
    }
}
