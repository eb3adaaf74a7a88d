package no.samtidig.learning;

import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.catalogue.Lesson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of enrolment, progress and completion. */
@Repository
class ProgressStore {
    private final JdbcClient sql;

    ProgressStore(JdbcClient sql) {
        this.sql = sql;
    }

    void enrol(AccountId learner, String module, OffsetDateTime now) {
        sql.sql("""
                insert into learning.enrolment (account, module, started)
                values (:account, :module, :now) on conflict do nothing
                """)
                .param("account", learner.value())
                .param("module", module)
                .param("now", now)
                .update();
    }

    /** Makes steps finished at the same moment wait for each other, so that the last one sees them all. */
    void lock(AccountId learner, String module) {
        sql.sql("select started from learning.enrolment where account = :account and module = :module for update")
                .param("account", learner.value())
                .param("module", module)
                .query()
                .listOfRows();
    }

    void done(AccountId learner, String module, String lesson, Lesson.Part part, OffsetDateTime now) {
        sql.sql("""
                insert into learning.progress (account, module, lesson, part, version, done)
                values (:account, :module, :lesson, :part, :version, :now)
                on conflict (account, module, lesson, part) do nothing
                """)
                .param("account", learner.value())
                .param("module", module)
                .param("lesson", lesson)
                .param("part", part.id())
                .param("version", part.version().value())
                .param("now", now)
                .update();
    }

    /** Lesson to the addresses of its parts that are done. */
    Map<String, Set<String>> done(AccountId learner, String module) {
        Map<String, Set<String>> done = new HashMap<>();
        sql.sql("select lesson, part from learning.progress where account = :account and module = :module")
                .param("account", learner.value())
                .param("module", module)
                .query((ResultSet row) -> {
                    done.computeIfAbsent(row.getString("lesson"), _ -> new HashSet<>())
                            .add(row.getString("part"));
                });
        return done;
    }

    Set<String> completedLessons(AccountId learner, String module) {
        return new HashSet<>(
                sql.sql("select lesson from learning.lesson_completion where account = :account and module = :module")
                        .param("account", learner.value())
                        .param("module", module)
                        .query((row, number) -> row.getString("lesson"))
                        .list());
    }

    /** Learner to the lessons completed and when; a learner who has completed none is left out. */
    Map<AccountId, Map<String, OffsetDateTime>> completions(List<AccountId> learners, String module) {
        Map<AccountId, Map<String, OffsetDateTime>> completions = new HashMap<>();
        sql.sql("""
                select account, lesson, completed from learning.lesson_completion
                where module = :module and account = any(:learners::uuid[])
                """)
                .param("module", module)
                .param(
                        "learners",
                        learners.stream().map(it -> it.value().toString()).toArray(String[]::new))
                .query((ResultSet row) -> {
                    completions
                            .computeIfAbsent(new AccountId(row.getObject("account", UUID.class)), _ -> new HashMap<>())
                            .put(row.getString("lesson"), row.getObject("completed", OffsetDateTime.class));
                });
        return completions;
    }

    /** When the last lesson was completed; where an edit left no lesson to complete, when the last part was gone through. */
    Optional<OffsetDateTime> lastDone(AccountId learner, String module) {
        return sql.sql("""
                        select coalesce(
                            (select max(completed) from learning.lesson_completion where account = :account and module = :module),
                            (select max(done) from learning.progress where account = :account and module = :module)) as at
                        """)
                .param("account", learner.value())
                .param("module", module)
                .query((row, _) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
                .single();
    }

    /** Whether this was the first time. */
    boolean complete(AccountId learner, String module, Lesson lesson, OffsetDateTime now) {
        return sql.sql("""
                        insert into learning.lesson_completion (account, module, lesson, version, completed)
                        values (:account, :module, :lesson, :version, :now) on conflict do nothing
                        """)
                        .param("account", learner.value())
                        .param("module", module)
                        .param("lesson", lesson.slug())
                        .param("version", lesson.version().value())
                        .param("now", now)
                        .update()
                == 1;
    }
}
