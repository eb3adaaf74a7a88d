package no.samtidig.survey.web.results;

import java.util.List;
import java.util.stream.IntStream;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.results.Tally;

/** What kind of question it is, as far as results are read by it. */
final class Scales {
    private Scales() {}

    /** The points of a scale in order, without the unsure; empty where the question has none. */
    static List<String> points(Item.Question question) {
        return switch (question) {
            case Item.LikertGrid it ->
                IntStream.rangeClosed(1, it.points().size())
                        .mapToObj(String::valueOf)
                        .toList();
            case Item.Frequency it -> sure(it);
            case Item.Importance it -> sure(it);
            case Item.Slider it -> it.values();
            case Item.SingleChoice _, Item.MultipleChoice _, Item.NumberQuestion _, Item.ShortText _, Item.LongText _ ->
                List.of();
        };
    }

    private static List<String> sure(Item.Question question) {
        return question.values().stream()
                .filter(it -> !it.equals(Item.UNSURE) && !it.equals(Item.IRRELEVANT))
                .toList();
    }

    /** Whether not knowing is an answer by itself. */
    static boolean apart(Item.Question question) {
        return question instanceof Item.Rating it && it.anchored();
    }

    /** Whether one can answer that it does not apply, apart from not knowing. */
    static boolean irrelevant(Item.Question question) {
        return question.values().contains(Item.IRRELEVANT);
    }

    /** Whether one can answer that one is unsure. */
    static boolean unsure(Item.Question question) {
        return question.values().contains(Item.UNSURE);
    }

    /** Whether what is answered is typed freely. */
    static boolean typed(Item.Question question) {
        return question instanceof Item.ShortText || question instanceof Item.LongText;
    }

    static boolean isReversed(Item.Question question, String key) {
        return question.row(key).filter(Item.Row::reversed).isPresent();
    }

    /** The answers that most chose, without those who were unsure: several where as many chose each; none where nobody chose any. */
    static List<String> most(Item.Question question, Tally tally) {
        List<String> values = question.values().stream()
                .filter(it -> !it.equals(Item.UNSURE) && !it.equals(Item.IRRELEVANT))
                .toList();
        int most = values.stream().mapToInt(tally::of).max().orElse(0);
        return most == 0
                ? List.of()
                : values.stream().filter(it -> tally.of(it) == most).toList();
    }
}
