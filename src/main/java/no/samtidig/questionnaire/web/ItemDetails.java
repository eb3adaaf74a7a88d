package no.samtidig.questionnaire.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.TextLimit;
import no.samtidig.questionnaire.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What an item's form asks for besides what every item has. */
public sealed interface ItemDetails {
    int MOST_POINTS = 7;

    /** Nothing more. */
    record Plain(Item.Kind kind) implements ItemDetails {}

    /**
     * A scale whose words come with its kind.
     *
     * @param anchored whether each point says how often
     */
    record Scale(Item.Kind kind, boolean anchored) implements ItemDetails {}

    /** One of several. */
    record Alternatives(Lines lines) implements ItemDetails {}

    /**
     * Several of several.
     *
     * @param atLeast fewest, as typed; empty where it does not matter
     * @param atMost most, as typed
     */
    record Several(Lines lines, String atLeast, String atMost) implements ItemDetails {}

    /**
     * Statements on a scale.
     *
     * @param unsure whether "do not know" can be chosen
     */
    record Grid(List<Both> points, boolean unsure, Lines rows) implements ItemDetails {
        public Grid {
            points = List.copyOf(points);
        }

        private List<LocalizedText> scale(List<LocalizedText> before, Flaws flaws) {
            List<LocalizedText> scale = new ArrayList<>();
            for (int n = 0; n < points.size(); n++) {
                flaws.fit(
                        Sentence.of("questionnaire-edit.line-of", Sentence.of("questionnaire-edit.points"), n + 1),
                        "punkt-" + n,
                        points.get(n),
                        TextLimit.LINE);
                points.get(n)
                        .text(points.size() == before.size() ? before.get(n) : null)
                        .ifPresent(scale::add);
            }
            if (scale.size() < 3) {
                flaws.at("punkt-0-nb", "points");
            }
            return scale;
        }
    }

    /** Words at both ends of a slider. */
    record Ends(Both low, Both high) implements ItemDetails {}

    /**
     * A number's bounds, as typed.
     *
     * @param unit what it counts
     */
    record Bounds(String least, String most, Both unit) implements ItemDetails {}

    /**
     * How long a text may be.
     *
     * @param most letters, as typed; empty for as many as the kind takes
     */
    record Length(Item.Kind kind, String most) implements ItemDetails {
        /** As many letters as the kind takes. */
        public int limit() {
            return kind == Item.Kind.SHORT_TEXT ? 200 : 2000;
        }
    }

    /** Of an empty form. */
    static ItemDetails blank(Item.Kind kind) {
        return switch (kind) {
            case PAGE, INFORMATION -> new Plain(kind);
            case FREQUENCY, IMPORTANCE -> new Scale(kind, false);
            case SINGLE -> new Alternatives(Lines.blank());
            case MULTIPLE -> new Several(Lines.blank(), "", "");
            case LIKERT -> new Grid(Collections.nCopies(5, Both.NOTHING), true, Lines.blank());
            case SLIDER -> new Ends(Both.NOTHING, Both.NOTHING);
            case NUMBER -> new Bounds("", "", Both.NOTHING);
            case SHORT_TEXT, LONG_TEXT -> new Length(kind, "");
        };
    }

    static ItemDetails of(Item item) {
        return switch (item) {
            case Item.Page _, Item.Information _ -> new Plain(item.kind());
            case Item.Rating it -> new Scale(item.kind(), it.anchored());
            case Item.SingleChoice it -> new Alternatives(Lines.ofOptions(it.options()));
            case Item.MultipleChoice it ->
                new Several(
                        Lines.ofOptions(it.options()),
                        it.atLeast() == 0 ? "" : String.valueOf(it.atLeast()),
                        it.atMost() == it.options().size() ? "" : String.valueOf(it.atMost()));
            case Item.LikertGrid it ->
                new Grid(it.points().stream().map(Both::of).toList(), it.unsure(), Lines.ofRows(it.rows()));
            case Item.Slider it -> new Ends(Both.of(it.low()), Both.of(it.high()));
            case Item.NumberQuestion it ->
                new Bounds(String.valueOf(it.least()), String.valueOf(it.most()), Both.of(it.unit()));
            case Item.ShortText it -> new Length(item.kind(), String.valueOf(it.most()));
            case Item.LongText it -> new Length(item.kind(), String.valueOf(it.most()));
        };
    }

    /** As typed. */
    static ItemDetails typed(Item.Kind kind, MultiValueMap<String, String> form) {
        String least = Both.one(form, "minst");
        String most = Both.one(form, "hoyst");
        return switch (kind) {
            case PAGE, INFORMATION -> new Plain(kind);
            case FREQUENCY, IMPORTANCE -> new Scale(kind, form.containsKey("forankret"));
            case SINGLE -> new Alternatives(Lines.typed(form, "linje-alene"));
            case MULTIPLE -> new Several(Lines.typed(form, "linje-alene"), least, most);
            case LIKERT ->
                new Grid(
                        Both.all(form, "punkt", MOST_POINTS),
                        form.containsKey("usikker"),
                        Lines.typed(form, "linje-snudd"));
            case SLIDER -> new Ends(Both.typed(form, "lav"), Both.typed(form, "hoy"));
            case NUMBER -> new Bounds(least, most, Both.typed(form, "enhet"));
            case SHORT_TEXT, LONG_TEXT -> new Length(kind, most);
        };
    }

    /** The same with its lines changed; what has none stays as it is. */
    default ItemDetails lines(UnaryOperator<Lines> change) {
        return switch (this) {
            case Alternatives it -> new Alternatives(change.apply(it.lines()));
            case Several it -> new Several(change.apply(it.lines()), it.atLeast(), it.atMost());
            case Grid it -> new Grid(it.points(), it.unsure(), change.apply(it.rows()));
            case Plain _, Scale _, Ends _, Bounds _, Length _ -> this;
        };
    }

    /** The same with room for one more point on a scale. */
    default ItemDetails morePoints() {
        if (!(this instanceof Grid it) || it.points().size() >= MOST_POINTS) {
            return this;
        }
        List<Both> more = new ArrayList<>(it.points());
        more.add(Both.NOTHING);
        return new Grid(more, it.unsure(), it.rows());
    }

    /**
     * What makes a question of its wording. It may be used only where nothing was wrong.
     *
     * @param old the question as it was: texts in a third language stay
     */
    default Function<Item.Wording, Item> made(Item.@Nullable Question old, Flaws flaws) {
        return switch (this) {
            case Plain it -> throw new IllegalStateException(it.kind() + " is no question");
            case Scale it ->
                wording -> it.kind() == Item.Kind.FREQUENCY
                        ? new Item.Frequency(wording, it.anchored())
                        : new Item.Importance(wording, it.anchored());
            case Alternatives it -> {
                List<Item.Option> options = it.lines().options(options(old), false, flaws);
                yield wording -> new Item.SingleChoice(wording, options);
            }
            case Several it -> {
                List<Item.Option> options = it.lines().options(options(old), true, flaws);
                int most = bound(it.atMost(), "at-most", "hoyst", options.size(), options.size(), flaws);
                int least = bound(it.atLeast(), "at-least", "minst", most, 0, flaws);
                yield wording -> new Item.MultipleChoice(wording, options, least, most);
            }
            case Grid it -> {
                Item.@Nullable LikertGrid grid = old instanceof Item.LikertGrid was ? was : null;
                List<LocalizedText> scale = it.scale(grid == null ? List.of() : grid.points(), flaws);
                List<Item.Row> rows = it.rows().rows(grid == null ? List.of() : grid.rows(), flaws);
                yield wording -> new Item.LikertGrid(wording, scale, it.unsure(), rows);
            }
            case Ends it -> {
                Optional<LocalizedText> low = it.low().text(old instanceof Item.Slider was ? was.low() : null);
                Optional<LocalizedText> high = it.high().text(old instanceof Item.Slider was ? was.high() : null);
                flaws.fit("questionnaire-edit.low", "lav", it.low(), TextLimit.LINE);
                flaws.fit("questionnaire-edit.high", "hoy", it.high(), TextLimit.LINE);
                if (low.isEmpty()) {
                    flaws.of("questionnaire-edit.low", "lav-nb", "end");
                }
                if (high.isEmpty()) {
                    flaws.of("questionnaire-edit.high", "hoy-nb", "end");
                }
                yield wording -> new Item.Slider(wording, low.orElseThrow(), high.orElseThrow());
            }
            case Bounds it -> number(it, old, flaws);
            case Length it -> {
                int letters = bound(it.most(), "letters", "hoyst", it.limit(), it.limit(), flaws);
                yield wording -> it.kind() == Item.Kind.SHORT_TEXT
                        ? new Item.ShortText(wording, letters)
                        : new Item.LongText(wording, letters);
            }
        };
    }

    private static Function<Item.Wording, Item> number(Bounds it, Item.@Nullable Question old, Flaws flaws) {
        Optional<Integer> least = Typed.number(it.least(), -1_000_000, 1_000_000);
        Optional<Integer> most = Typed.number(it.most(), -1_000_000, 1_000_000);
        if (least.isEmpty()) {
            flaws.of("questionnaire-edit.least", "minst", "number");
        }
        if (most.isEmpty()) {
            flaws.of("questionnaire-edit.most", "hoyst", "number");
        }
        if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
            flaws.at("hoyst", "bounds");
        }
        flaws.fit("questionnaire-edit.unit", "enhet", it.unit(), TextLimit.LINE);
        Optional<LocalizedText> unit = it.unit().text(old instanceof Item.NumberQuestion was ? was.unit() : null);
        return wording -> new Item.NumberQuestion(wording, least.orElseThrow(), most.orElseThrow(), unit.orElse(null));
    }

    private static List<Item.Option> options(Item.@Nullable Question old) {
        if (old instanceof Item.SingleChoice it) {
            return it.options();
        }
        return old instanceof Item.MultipleChoice it ? it.options() : List.of();
    }

    /** A number from 1 on, or what it is where nothing is typed. */
    private static int bound(String typed, String label, String field, int most, int usual, Flaws flaws) {
        if (typed.isEmpty()) {
            return usual;
        }
        Optional<Integer> number = Typed.number(typed, 1, most);
        if (number.isEmpty()) {
            flaws.of("questionnaire-edit." + label, field, "within", 1, Math.max(1, most));
        }
        return number.orElse(usual);
    }
}
