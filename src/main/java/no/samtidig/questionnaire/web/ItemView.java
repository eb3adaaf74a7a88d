package no.samtidig.questionnaire.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.RichText;
import no.samtidig.platform.View;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Fault;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A question or a text as it is drawn, for {@code items.jte}: when somebody answers, tries the form, or looks at a draft.
 *
 * @param item what is drawn
 * @param again whether it is asked in the same words right after another question, which are then not told twice
 * @param shown false where its rule says no: it is then on the page but hidden, so that a script can show it
 * @param required whether it must be answered, as things stand
 * @param given what was answered and typed so far, also what cannot be taken
 * @param faults what is wrong, by key; empty until somebody has tried to go on
 */
@NamedInterface("items")
public record ItemView(
        Item item, boolean again, boolean shown, boolean required, Answers given, Map<String, Fault.Kind> faults) {
    /** Where nothing is told before it. */
    public ItemView(Item item, boolean shown, boolean required, Answers given, Map<String, Fault.Kind> faults) {
        this(item, false, shown, required, given, faults);
    }

    /** What the name of a field begins with; the key follows. */
    public static final String FIELD = "svar.";

    public ItemView {
        faults = Map.copyOf(faults);
    }

    /**
     * The items of a page.
     *
     * @param told whether faults are shown
     */
    public static List<ItemView> of(
            Questionnaire.Sheet sheet, Questionnaire.Filled filled, Answers given, boolean told) {
        Map<String, Fault.Kind> faults = new HashMap<>();
        if (told) {
            filled.on(sheet).forEach(it -> faults.put(it.key(), it.kind()));
        }
        List<ItemView> views = new ArrayList<>();
        @Nullable Item before = null;
        for (Item item : sheet.items()) {
            boolean required = item instanceof Item.Question question
                    && question.required().holds(filled.answers()::of);
            boolean again = Item.again(before, item);
            views.add(new ItemView(item, again, filled.shown().contains(item.code()), required, given, faults));
            before = item;
        }
        return List.copyOf(views);
    }

    /** Whether the points of its scale say how often. */
    public boolean anchored() {
        return item instanceof Item.Rating it && it.anchored();
    }

    /** The question as such; only for one. */
    Item.Question question() {
        return (Item.Question) item;
    }

    /** The element's id; what belongs to it begins with the same. */
    public String id() {
        return id(item.code());
    }

    /** The id of what answers a key. Codes have no underscore, so two keys never share one. */
    public static String id(String key) {
        return "svar-" + key.replace('.', '_');
    }

    /** The name of the field that answers a key. */
    public static String field(String key) {
        return FIELD + key;
    }

    public boolean faulty(String key) {
        return faults.containsKey(key);
    }

    /** What is wrong with a key's answer, in words. */
    public String fault(View view, String key) {
        Fault.Kind kind = Objects.requireNonNull(faults.get(key));
        String text = "answer.fault." + kind.code();
        if (kind == Fault.Kind.MISSING) {
            return view.text(text);
        }
        return switch (item) {
            case Item.MultipleChoice it -> view.text(text, kind == Fault.Kind.TOO_FEW ? it.atLeast() : it.atMost());
            case Item.NumberQuestion it -> view.text(text, it.least(), it.most());
            case Item.Slider it ->
                view.text("answer.fault.out-of-bounds", 0, it.values().size() - 1);
            case Item.ShortText it -> view.text(text, it.most(), length(key));
            case Item.LongText it -> view.text(text, it.most(), length(key));
            case Item.Page _,
                    Item.Information _,
                    Item.SingleChoice _,
                    Item.LikertGrid _,
                    Item.Frequency _,
                    Item.Importance _ -> view.text(text);
        };
    }

    /** Where a link to what is wrong leads: what can be typed in, else the question or the row. */
    public String target(String key) {
        return switch (item) {
            case Item.Slider _, Item.NumberQuestion _, Item.ShortText _, Item.LongText _ -> id(key) + "-field";
            case Item.Page _,
                    Item.Information _,
                    Item.SingleChoice _,
                    Item.MultipleChoice _,
                    Item.LikertGrid _,
                    Item.Frequency _,
                    Item.Importance _ -> id(key);
        };
    }

    /** The words of the question, or of a grid's row, that a key answers, ready to be followed by more. */
    public String about(View view, String key) {
        LocalizedText words = item instanceof Item.Question question
                ? question.row(key).map(Item.Row::text).orElse(item.text())
                : item.text();
        String text = words.in(view.language()).value();
        return text.matches(".*\\p{Po}") ? text : text + ":";
    }

    private int length(String key) {
        String typed = given.text(key);
        return typed.codePointCount(0, typed.length());
    }

    /** What a field is described by: its hint, and what is wrong with it; null where there is nothing. */
    public @Nullable String described(View view, String key, String... more) {
        String ids = String.join(
                " ",
                Stream.of(
                                hint(view) == null ? "" : id() + "-hint",
                                String.join(" ", more),
                                faulty(key) ? id(key) + "-fault" : "")
                        .filter(it -> !it.isEmpty())
                        .toList());
        return ids.isEmpty() ? null : ids;
    }

    /** The writer's hint, or what the kind itself needs said; null where there is nothing to say. */
    public @Nullable String hint(View view) {
        String own = item instanceof Item.Question question
                ? question.hint().map(it -> it.in(view.language()).value()).orElse("")
                : "";
        String kind =
                switch (item) {
                    case Item.MultipleChoice it -> several(view, it, own.isEmpty());
                    case Item.NumberQuestion it -> view.text("answer.hint.number", it.least(), it.most());
                    case Item.Slider it ->
                        view.text("answer.hint.slider", it.values().size() - 1);
                    case Item.LongText it -> view.text("answer.hint.text");
                    case Item.Page _,
                            Item.Information _,
                            Item.SingleChoice _,
                            Item.LikertGrid _,
                            Item.Frequency _,
                            Item.Importance _,
                            Item.ShortText _ -> "";
                };
        String both = (own + " " + kind).strip();
        return both.isEmpty() ? null : both;
    }

    private static String several(View view, Item.MultipleChoice item, boolean alone) {
        if (item.atMost() < item.options().size()) {
            return item.atLeast() > 1
                    ? view.text("answer.hint.from-to", item.atLeast(), item.atMost())
                    : view.text("answer.hint.at-most", item.atMost());
        }
        if (item.atLeast() > 1) {
            return view.text("answer.hint.at-least", item.atLeast());
        }
        return alone ? view.text("answer.hint.several") : "";
    }

    /** When it is shown, for the script; null where it always is. */
    public @Nullable String rule() {
        return Rule.json(item.shown());
    }

    /** When it must be answered, for the script; null where that never changes. */
    public @Nullable String requirement() {
        return item instanceof Item.Question question ? Rule.json(question.required()) : null;
    }

    /**
     * A choice as it is drawn.
     *
     * @param anchor what it means, where the scale says; else empty
     */
    public record Choice(String value, LocalizedText.Text text, boolean exclusive, String anchor) {
        Choice(String value, LocalizedText.Text text, boolean exclusive) {
            this(value, text, exclusive, "");
        }

        /** Whether it stands apart from the points of its scale. */
        public boolean apart() {
            return value.equals(Item.UNSURE) || value.equals(Item.IRRELEVANT);
        }
    }

    /** What can be chosen, in words. */
    public List<Choice> choices(View view) {
        Language language = view.language();
        return switch (item) {
            case Item.SingleChoice it -> options(it.options(), language);
            case Item.MultipleChoice it -> options(it.options(), language);
            case Item.LikertGrid it ->
                it.values().stream()
                        .map(value -> new Choice(
                                value,
                                value.equals(Item.UNSURE)
                                        ? own(view, "answer.unsure-or-not")
                                        : it.points()
                                                .get(Integer.parseInt(value) - 1)
                                                .in(language),
                                false))
                        .toList();
            case Item.Frequency it -> scale(view, it);
            case Item.Importance it -> scale(view, it);
            case Item.Page _,
                    Item.Information _,
                    Item.Slider _,
                    Item.NumberQuestion _,
                    Item.ShortText _,
                    Item.LongText _ -> List.of();
        };
    }

    private static List<Choice> options(List<Item.Option> options, Language language) {
        return options.stream()
                .map(it -> new Choice(it.code(), it.text().in(language), it.exclusive()))
                .toList();
    }

    private static List<Choice> scale(View view, Item.Rating question) {
        return question.values().stream()
                .map(it -> new Choice(it, own(view, scaled(question, it)), false, anchor(view, question, it)))
                .toList();
    }

    private static String scaled(Item.Rating question, String value) {
        return switch (value) {
            case Item.UNSURE -> question.anchored() ? "answer.unsure-only" : "answer.unsure";
            case Item.IRRELEVANT -> "answer.irrelevant";
            default -> "answer." + question.kind().code() + "." + value;
        };
    }

    private static String anchor(View view, Item.Rating question, String value) {
        return question.anchored() && !value.equals(Item.UNSURE) && !value.equals(Item.IRRELEVANT)
                ? view.text("answer." + question.scale() + "." + value)
                : "";
    }

    private static LocalizedText.Text own(View view, String key) {
        return new LocalizedText.Text(view.language(), view.text(key));
    }

    /** The text of an information, as HTML. */
    public RichText rich(View view) {
        return RichText.orPlain(item.text().in(view.language()).value());
    }
}
