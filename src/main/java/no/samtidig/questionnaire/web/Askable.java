package no.samtidig.questionnaire.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.View;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;

/**
 * Something a rule can ask about.
 *
 * @param key of the answer
 * @param label the question, or the row of a grid
 * @param values what can be chosen, in order; empty where a number or a text is typed
 * @param number whether the answer is a number within bounds
 */
public record Askable(String key, LocalizedText label, List<Value> values, boolean number) {
    public Askable {
        values = List.copyOf(values);
    }

    /**
     * One possible answer.
     *
     * @param label empty where the value says it: a point of a scale that comes with the kind
     */
    public record Value(String value, List<LocalizedText> label) {
        public Value {
            label = List.copyOf(label);
        }

        public String shown(View view) {
            if (value.equals(Item.IRRELEVANT)) {
                return view.text("answer.irrelevant");
            }
            if (value.equals(Item.UNSURE)) {
                return view.text("questionnaire-edit.unsure");
            }
            return label.isEmpty()
                    ? value
                    : label.getFirst().in(view.language()).value();
        }
    }

    /** How a rule can ask about it. */
    public List<String> hows() {
        if (number) {
            return List.of("mellom", "besvart", "ubesvart");
        }
        return values.isEmpty() ? List.of("besvart", "ubesvart") : List.of("ett-av", "ikke-av", "besvart", "ubesvart");
    }

    /** What the items before this place answer. */
    static List<Askable> before(Questionnaire questionnaire, int place) {
        List<Askable> all = new ArrayList<>();
        for (Item item : questionnaire.items().subList(0, place)) {
            switch (item) {
                case Item.Page _, Item.Information _ -> {}
                case Item.SingleChoice it -> all.add(new Askable(it.code(), it.text(), options(it.options()), false));
                case Item.MultipleChoice it -> all.add(new Askable(it.code(), it.text(), options(it.options()), false));
                case Item.LikertGrid it -> {
                    List<Value> values = new ArrayList<>(IntStream.range(
                                    0, it.points().size())
                            .mapToObj(n -> new Value(
                                    String.valueOf(n + 1), List.of(it.points().get(n))))
                            .toList());
                    if (it.unsure()) {
                        values.add(new Value(Item.UNSURE, List.of()));
                    }
                    it.rows().forEach(row -> all.add(new Askable(it.key(row), row.text(), values, false)));
                }
                case Item.Frequency it -> all.add(new Askable(it.code(), it.text(), plain(it.values()), false));
                case Item.Importance it -> all.add(new Askable(it.code(), it.text(), plain(it.values()), false));
                case Item.Slider it -> all.add(new Askable(it.code(), it.text(), List.of(), true));
                case Item.NumberQuestion it -> all.add(new Askable(it.code(), it.text(), List.of(), true));
                case Item.ShortText it -> all.add(new Askable(it.code(), it.text(), List.of(), false));
                case Item.LongText it -> all.add(new Askable(it.code(), it.text(), List.of(), false));
            }
        }
        return all;
    }

    private static List<Value> options(List<Item.Option> options) {
        return options.stream()
                .map(it -> new Value(it.code(), List.of(it.text())))
                .toList();
    }

    private static List<Value> plain(List<String> values) {
        return values.stream().map(it -> new Value(it, List.of())).toList();
    }

    /** The label with its key, shortened for a list. */
    public String shown(Language language) {
        String text = label.in(language).value();
        return (text.codePointCount(0, text.length()) > 70
                ? text.substring(0, text.offsetByCodePoints(0, 69)) + "…"
                : text);
    }
}
