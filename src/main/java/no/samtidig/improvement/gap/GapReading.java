package no.samtidig.improvement.gap;

import java.util.Optional;
import no.samtidig.improvement.instrument.Statement;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Item;

/** What stands in an answer. */
final class GapReading {
    private GapReading() {}

    /** The number chosen; empty where none was. */
    static Optional<Integer> scaled(Answers answers, String key) {
        return answers.of(key).stream()
                .filter(it -> !it.equals(Item.UNSURE) && !it.equals(Item.IRRELEVANT))
                .findFirst()
                .map(Integer::valueOf);
    }

    static boolean unsure(Answers answers, String key) {
        return answers.of(key).contains(Item.UNSURE);
    }

    static boolean irrelevant(Answers answers, String key) {
        return answers.of(key).contains(Item.IRRELEVANT);
    }

    /** Whether anything was answered to a statement. */
    static boolean answered(Answers answers, Statement it) {
        return !answers.of(GapQuestionnaire.practice(it)).isEmpty()
                || !answers.of(GapQuestionnaire.importance(it)).isEmpty();
    }
}
