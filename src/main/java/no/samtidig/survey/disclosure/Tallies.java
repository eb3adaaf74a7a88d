package no.samtidig.survey.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Bins;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;

/** Counts who answered what. */
final class Tallies {
    /** The value under which it is counted who answered an item at all. */
    static final String ANSWERED = "";

    record Key(String item, String value) {}

    private Tallies() {}

    /** Counts of a questionnaire's answers. Of a text it is only counted that there is one. */
    static Map<Key, Integer> of(Questionnaire questionnaire, List<Answers> all) {
        Map<Key, Integer> counts = new HashMap<>();
        for (Item.Question question : questionnaire.questions()) {
            for (String key : question.keys()) {
                for (Answers answers : all) {
                    List<String> values = answers.of(key);
                    if (!values.isEmpty()) {
                        counts.merge(new Key(key, ANSWERED), 1, Integer::sum);
                        values.forEach(it -> count(question, key, it, counts));
                    }
                }
            }
        }
        return counts;
    }

    private static void count(Item.Question question, String key, String value, Map<Key, Integer> counts) {
        switch (question) {
            case Item.ShortText _, Item.LongText _ -> {}
            case Item.NumberQuestion number ->
                counts.merge(new Key(key, Bins.of(number).of(Integer.parseInt(value))), 1, Integer::sum);
            case Item.SingleChoice _,
                    Item.MultipleChoice _,
                    Item.LikertGrid _,
                    Item.Frequency _,
                    Item.Importance _,
                    Item.Slider _ -> counts.merge(new Key(key, value), 1, Integer::sum);
        }
    }

    /** Whether a question is answered by everybody who sends an answer, so that its counts never tell who skipped it. */
    static boolean byEverybody(Questionnaire questionnaire, Item.Question question) {
        return question.required().equals(Condition.ALWAYS)
                && question.shown().equals(Condition.ALWAYS)
                && questionnaire.sheets().stream()
                        .filter(it -> it.items().contains(question))
                        .allMatch(it -> it.start()
                                .map(page -> page.shown().equals(Condition.ALWAYS))
                                .orElse(true));
    }
}
