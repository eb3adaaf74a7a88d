package no.samtidig.learning;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.samtidig.access.AccountId;
import no.samtidig.access.AuditLog;
import no.samtidig.access.PersonalData;
import no.samtidig.access.Visitor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything a learner has left here: to be taken out, and to be deleted. A copy holds what the other modules keep too. */
@Service
public class OwnData implements PersonalData {
    /** What is kept for a learner, and how it is asked for; in the order it is shown. */
    private static final Map<String, String> KEPT = kept();

    private final JdbcClient sql;
    private final AuditLog audit;
    private final ObjectProvider<PersonalData> everybodys;
    private final Clock clock;

    OwnData(JdbcClient sql, AuditLog audit, ObjectProvider<PersonalData> everybodys, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.everybodys = everybodys;
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
     * @param kept kind of thing to its rows, of what the learner has done here; the kinds are the names of the tables
     * @param others the same of what belongs to the account, such as sessions
     */
    public record Copy(
            OffsetDateTime made,
            String name,
            String email,
            List<Held> roles,
            Map<String, List<Map<String, Object>>> kept,
            Map<String, List<Map<String, Object>>> others) {
        public Copy {
            roles = List.copyOf(roles);
            kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
            others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
        }
    }

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
        return new Copy(
                OffsetDateTime.now(clock),
                learner.name(),
                learner.email(),
                learner.grants().stream()
                        .map(it -> new Held(it.role().code(), it.place()))
                        .toList(),
                with(kept(learner.account()), false, learner.account()),
                with(Map.of(), true, learner.account()));
    }

    private Map<String, List<Map<String, Object>>> with(
            Map<String, List<Map<String, Object>>> own, boolean ofTheAccount, AccountId account) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>(own);
        elsewhere(ofTheAccount).forEach(it -> all.putAll(it.kept(account)));
        return all;
    }

    /** What the other modules keep. */
    private Stream<PersonalData> elsewhere(boolean ofTheAccount) {
        return everybodys.orderedStream().filter(it -> !(it instanceof OwnData) && it.ofTheAccount() == ofTheAccount);
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        KEPT.forEach((kind, query) -> all.put(
                kind, sql.sql(query).param("account", account.value()).query().listOfRows()));
        return all;
    }

    /** Deletes everything kept for the learner, for good. The account itself stays, and the audit log says that it was done. */
    @Transactional
    public void delete(AccountId learner) {
        erase(learner);
        elsewhere(false).forEach(it -> it.erase(learner));
        audit.write(learner, LearningAction.DELETED_OWN_LEARNING, learner.value());
    }

    @Override
    public void erase(AccountId account) {
        KEPT.keySet()
                .forEach(it -> sql.sql("delete from learning." + it + " where account = :account")
                        .param("account", account.value())
                        .update());
    }
}
