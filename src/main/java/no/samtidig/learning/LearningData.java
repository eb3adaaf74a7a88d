package no.samtidig.learning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.samtidig.access.AccountId;
import no.samtidig.access.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a learner has left in the modules: where they have been, answers, notes, tasks for the next shift. */
@Component
@Order(10)
class LearningData implements PersonalData {
    /** What is kept for a learner, and how it is asked for; in the order it is shown. */
    private static final Map<String, String> KEPT = kept();

    private final JdbcClient sql;

    LearningData(JdbcClient sql) {
        this.sql = sql;
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

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId account) {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        KEPT.forEach((kind, query) -> all.put(
                kind, sql.sql(query).param("account", account.value()).query().listOfRows()));
        return all;
    }

    @Override
    public Set<String> ownWords() {
        return Set.of("note");
    }

    @Override
    public void erase(AccountId account) {
        KEPT.keySet()
                .forEach(it -> sql.sql("delete from learning." + it + " where account = :account")
                        .param("account", account.value())
                        .update());
    }
}
