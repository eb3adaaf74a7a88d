package no.samtidig.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.catalogue.BlockRef;
import no.samtidig.catalogue.ContentVersion;
import no.samtidig.platform.Norway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of repetition. */
@Repository
class RepetitionStore {
    private final JdbcClient sql;

    RepetitionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Every question the learner has answered in a lesson, and where it stands. */
    List<Repetition> met(AccountId learner, Fsrs algorithm) {
        return sql.sql("""
                with met as (
                    select module, lesson, block,
                        (array_agg(correct order by answered, sequence))[1] as right_at_first,
                        (array_agg(version order by answered desc, sequence desc))[1] as answered_version,
                        (max(answered) at time zone :zone)::date as answered_day
                    from learning.answer where account = :account and correct is not null
                    group by module, lesson, block)
                select met.*, r.version, r.stability, r.difficulty, r.reviewed, r.due, r.reviews, r.lapses
                from met left join learning.repetition r
                    on r.account = :account and r.module = met.module and r.lesson = met.lesson and r.block = met.block
                """)
                .param("zone", Norway.ZONE.getId())
                .param("account", learner.value())
                .query((row, number) -> repetition(row, algorithm))
                .list();
    }

    private static Repetition repetition(ResultSet row, Fsrs algorithm) throws SQLException {
        BlockRef where = where(row);
        LocalDate answered = row.getObject("answered_day", LocalDate.class);
        String version = row.getString("version");
        if (version == null) {
            return Repetition.firstMet(
                    where,
                    new ContentVersion(row.getString("answered_version")),
                    row.getBoolean("right_at_first"),
                    answered,
                    algorithm);
        }
        LocalDate reviewed = row.getObject("reviewed", LocalDate.class);
        return new Repetition(
                where,
                new ContentVersion(version),
                new Fsrs.Memory(row.getDouble("stability"), row.getDouble("difficulty")),
                reviewed,
                answered.isAfter(reviewed) ? answered : reviewed,
                row.getObject("due", LocalDate.class),
                row.getInt("reviews"),
                row.getInt("lapses"));
    }

    private static BlockRef where(ResultSet row) throws SQLException {
        return new BlockRef(row.getString("module"), row.getString("lesson"), row.getString("block"));
    }

    /**
     * Keeps an answer to a repetition, once for each form and once for each question and day.
     *
     * @return whether it counts
     */
    boolean review(AccountId learner, BlockRef where, UUID key, Answer answer, boolean sure, LocalDate day) {
        // A key that another day's form used is no double submit: a page kept by the browser was sent again
        return insert(learner, where, key, answer, sure, day)
                || (on(learner, day).get(where) == null
                        && insert(learner, where, UUID.randomUUID(), answer, sure, day));
    }

    private boolean insert(AccountId learner, BlockRef where, UUID key, Answer answer, boolean sure, LocalDate day) {
        return sql.sql("""
                insert into learning.review (account, key, module, lesson, block, version, choice, correct, sure, day)
                values (:account, :key, :module, :lesson, :block, :version, :choice, :correct, :sure, :day)
                on conflict do nothing
                """)
                        .param("account", learner.value())
                        .param("key", key)
                        .param("module", where.module())
                        .param("lesson", where.lesson())
                        .param("block", where.block())
                        .param("version", answer.version().value())
                        .param("choice", answer.choice().toArray(Integer[]::new))
                        .param("correct", answer.correct().orElseThrow())
                        .param("sure", sure)
                        .param("day", day)
                        .update()
                == 1;
    }

    /** Where a question stands from now on. */
    void keep(AccountId learner, Repetition repetition) {
        sql.sql("""
                insert into learning.repetition
                    (account, module, lesson, block, version, stability, difficulty, reviewed, due, reviews, lapses)
                values (:account, :module, :lesson, :block, :version, :stability, :difficulty, :reviewed, :due, :reviews, :lapses)
                on conflict (account, module, lesson, block) do update set
                    version = excluded.version, stability = excluded.stability, difficulty = excluded.difficulty,
                    reviewed = excluded.reviewed, due = excluded.due, reviews = excluded.reviews, lapses = excluded.lapses
                """)
                .param("account", learner.value())
                .param("module", repetition.where().module())
                .param("lesson", repetition.where().lesson())
                .param("block", repetition.where().block())
                .param("version", repetition.version().value())
                .param("stability", repetition.memory().stability())
                .param("difficulty", repetition.memory().difficulty())
                .param("reviewed", repetition.met())
                .param("due", repetition.due())
                .param("reviews", repetition.reviews())
                .param("lapses", repetition.lapses())
                .update();
    }

    /** What was answered as repetition on a day. */
    Map<BlockRef, Answer> on(AccountId learner, LocalDate day) {
        Map<BlockRef, Answer> answers = new LinkedHashMap<>();
        sql.sql("""
                select module, lesson, block, version, choice, correct from learning.review
                where account = :account and day = :day order by module, lesson, block
                """).param("account", learner.value()).param("day", day).query((ResultSet row) -> {
            Integer[] choice = (Integer[]) row.getArray("choice").getArray();
            answers.put(
                    where(row),
                    new Answer(
                            new ContentVersion(row.getString("version")),
                            Arrays.asList(choice),
                            Optional.of(row.getBoolean("correct"))));
        });
        return answers;
    }

    boolean off(AccountId learner) {
        return sql.sql("select exists (select from learning.repetition_off where account = :account)")
                .param("account", learner.value())
                .query(Boolean.class)
                .single();
    }

    void turnOff(AccountId learner, OffsetDateTime now) {
        sql.sql("insert into learning.repetition_off (account, since) values (:account, :now) on conflict do nothing")
                .param("account", learner.value())
                .param("now", now)
                .update();
    }

    void turnOn(AccountId learner) {
        sql.sql("delete from learning.repetition_off where account = :account")
                .param("account", learner.value())
                .update();
    }
}
