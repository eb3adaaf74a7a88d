package no.samtidig.learning;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything a learner has left here: to be taken out, and to be deleted. */
@Service
public class OwnData {
    /** What is kept for a learner, and how it is asked for; in the order it is shown. */
    private static final Map<String, String> KEPT = kept();

    private final JdbcClient sql;
    private final AuditLog audit;
    private final Clock clock;

    OwnData(JdbcClient sql, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    private static Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("beginning", "select profession, confirmed from learning.beginning where account = :account");
        kept.put(
                "enrolment",
                "select module, started from learning.enrolment where account = :account order by started");
        kept.put(
                "lesson_completion",
                "select module, lesson, version, completed from learning.lesson_completion where account = :account order by completed");
        kept.put(
                "progress",
                "select module, lesson, part, version, done from learning.progress where account = :account order by done, lesson, part");
        kept.put(
                "answer",
                "select module, lesson, block, version, array_to_string(choice, ',') as choice, correct, answered from learning.answer where account = :account order by sequence");
        kept.put(
                "note",
                "select module, lesson, block, question, text, revision, updated from learning.note where account = :account order by updated");
        kept.put(
                "attempt",
                "select module, lesson, block, taken, outcome, note, told from learning.attempt where account = :account order by taken");
        kept.put(
                "team_exercise",
                "select module, lesson, block, held from learning.team_exercise where account = :account order by held");
        kept.put(
                "repetition",
                "select module, lesson, block, version, stability, difficulty, reviewed, due, reviews, lapses from learning.repetition where account = :account order by due, lesson, block");
        kept.put(
                "review",
                "select module, lesson, block, version, array_to_string(choice, ',') as choice, correct, sure, day from learning.review where account = :account order by day, lesson, block");
        kept.put("repetition_off", "select since from learning.repetition_off where account = :account");
        return kept;
    }

    /**
     * A copy of everything.
     *
     * @param made when
     * @param name full name
     * @param email address
     * @param roles the roles in force, with their places
     * @param kept kind of thing to its rows; the kinds are the names of the tables
     */
    public record Copy(
            OffsetDateTime made,
            String name,
            String email,
            List<Held> roles,
            Map<String, List<Map<String, Object>>> kept) {}

    /**
     * A role somebody has.
     *
     * @param role its code
     * @param place where
     */
    public record Held(String role, String place) {}

    /** A copy of everything kept for the learner. */
    @Transactional(readOnly = true)
    public Copy copy(Visitor.Person learner) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        KEPT.forEach((kind, query) -> all.put(
                kind,
                sql.sql(query)
                        .param("account", learner.account().value())
                        .query()
                        .listOfRows()));
        return new Copy(
                OffsetDateTime.now(clock),
                learner.name(),
                learner.email(),
                learner.grants().stream()
                        .map(it -> new Held(it.role().code(), it.place()))
                        .toList(),
                all);
    }

    /** Deletes everything kept for the learner, for good. The account itself stays, and the audit log says that it was done. */
    @Transactional
    public void delete(AccountId learner) {
        KEPT.keySet()
                .forEach(it -> sql.sql("delete from learning." + it + " where account = :account")
                        .param("account", learner.value())
                        .update());
        audit.write(learner, "deleted own learning", "account", learner.value().toString());
    }
}
