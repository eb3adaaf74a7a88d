package no.samtidig.questionnaire.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.RichText;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * An item as it is typed in its form.
 *
 * @param kind as {@link Item#kind}
 * @param code its name; as typed where it is new, and empty where one shall be made
 * @param text the question, text or heading
 * @param hint help with a question
 * @param shown when it is shown
 * @param required when it must be answered
 * @param lines alternatives, or rows of a grid
 * @param points of a scale
 * @param unsure whether "do not know" can be chosen
 * @param atLeast fewest alternatives, as typed; or the smallest number
 * @param atMost most alternatives, as typed; or the largest number, or letters
 * @param low words at the low end
 * @param high words at the high end
 * @param unit what a number counts
 */
public record ItemForm(
        String kind,
        String code,
        Both text,
        Both hint,
        RuleForm shown,
        RuleForm required,
        List<Line> lines,
        List<Both> points,
        boolean unsure,
        String atLeast,
        String atMost,
        Both low,
        Both high,
        Both unit) {
    /** The kinds in the order of the form that adds one. */
    public static final List<String> KINDS = List.of(
            "single",
            "multiple",
            "likert",
            "frequency",
            "importance",
            "slider",
            "number",
            "short-text",
            "long-text",
            "information",
            "page");

    private static final int MOST_LINES = 60;
    private static final int MOST_POINTS = 7;

    public ItemForm {
        lines = List.copyOf(lines);
        points = List.copyOf(points);
    }

    /**
     * An alternative or a row.
     *
     * @param code empty where it is new
     * @param marked an alternative that is chosen alone, a statement that is reversed
     */
    public record Line(String code, Both text, boolean marked) {
        static final Line EMPTY = new Line("", Both.NOTHING, false);

        boolean empty() {
            return text.empty();
        }
    }

    public boolean question() {
        return !kind.equals("page") && !kind.equals("information");
    }

    public boolean choice() {
        return kind.equals("single") || kind.equals("multiple");
    }

    public boolean grid() {
        return kind.equals("likert");
    }

    /** An empty form. */
    static ItemForm blank(String kind) {
        boolean lines = kind.equals("single") || kind.equals("multiple") || kind.equals("likert");
        return new ItemForm(
                kind,
                "",
                Both.NOTHING,
                Both.NOTHING,
                RuleForm.plain(RuleForm.ALWAYS),
                RuleForm.plain(RuleForm.NEVER),
                lines ? Collections.nCopies(3, Line.EMPTY) : List.of(),
                kind.equals("likert") ? Collections.nCopies(5, Both.NOTHING) : List.of(),
                kind.equals("likert"),
                "",
                "",
                Both.NOTHING,
                Both.NOTHING,
                Both.NOTHING);
    }

    /** The form of an item. */
    static ItemForm of(Item item, List<Askable> askable) {
        ItemForm form = blank(item.kind());
        Both hint = item instanceof Item.Question it ? Both.of(it.hint().orElse(null)) : Both.NOTHING;
        Condition required = item instanceof Item.Question it ? it.required() : Condition.NEVER;
        List<Line> lines = List.of();
        List<Both> points = List.of();
        boolean unsure = false;
        String least = "";
        String most = "";
        Both low = Both.NOTHING;
        Both high = Both.NOTHING;
        Both unit = Both.NOTHING;
        switch (item) {
            case Item.Page _, Item.Information _, Item.Frequency _, Item.Importance _ -> {}
            case Item.SingleChoice it -> lines = options(it.options());
            case Item.MultipleChoice it -> {
                lines = options(it.options());
                least = it.atLeast() == 0 ? "" : String.valueOf(it.atLeast());
                most = it.atMost() == it.options().size() ? "" : String.valueOf(it.atMost());
            }
            case Item.LikertGrid it -> {
                lines = it.rows().stream()
                        .map(row -> new Line(row.code(), Both.of(row.text()), row.reversed()))
                        .toList();
                points = it.points().stream().map(Both::of).toList();
                unsure = it.unsure();
            }
            case Item.Slider it -> {
                low = Both.of(it.low());
                high = Both.of(it.high());
            }
            case Item.NumberQuestion it -> {
                least = String.valueOf(it.least());
                most = String.valueOf(it.most());
                unit = Both.of(it.unit());
            }
            case Item.ShortText it -> most = String.valueOf(it.most());
            case Item.LongText it -> most = String.valueOf(it.most());
        }
        return new ItemForm(
                form.kind(),
                item.code(),
                Both.of(item.text()),
                hint,
                RuleForm.of(item.shown(), askable),
                RuleForm.of(required, askable),
                lines,
                points,
                unsure,
                least,
                most,
                low,
                high,
                unit);
    }

    private static List<Line> options(List<Item.Option> options) {
        return options.stream()
                .map(it -> new Line(it.code(), Both.of(it.text()), it.exclusive()))
                .toList();
    }

    /** As typed. */
    static ItemForm typed(String kind, MultiValueMap<String, String> form) {
        List<String> codes = form.getOrDefault("linje-kode", List.of());
        List<String> nb = form.getOrDefault("linje-nb", List.of());
        List<String> nn = form.getOrDefault("linje-nn", List.of());
        Set<String> marked =
                new HashSet<>(form.getOrDefault(kind.equals("likert") ? "linje-snudd" : "linje-alene", List.of()));
        List<Line> lines = IntStream.range(0, Math.min(MOST_LINES, Math.max(nb.size(), nn.size())))
                .mapToObj(
                        n -> new Line(at(codes, n), new Both(at(nb, n), at(nn, n)), marked.contains(String.valueOf(n))))
                .toList();
        List<String> pointsNb = form.getOrDefault("punkt-nb", List.of());
        List<String> pointsNn = form.getOrDefault("punkt-nn", List.of());
        List<Both> points = IntStream.range(0, Math.min(MOST_POINTS, Math.max(pointsNb.size(), pointsNn.size())))
                .mapToObj(n -> new Both(at(pointsNb, n), at(pointsNn, n)))
                .toList();
        return new ItemForm(
                kind,
                one(form, "kode"),
                Both.typed(form, "tekst"),
                Both.typed(form, "hjelp"),
                RuleForm.typed(form, "vis", RuleForm.ALWAYS),
                RuleForm.typed(form, "krev", RuleForm.NEVER),
                lines,
                points,
                form.containsKey("usikker"),
                one(form, "minst"),
                one(form, "hoyst"),
                Both.typed(form, "lav"),
                Both.typed(form, "hoy"),
                Both.typed(form, "enhet"));
    }

    private static String at(List<String> all, int n) {
        return n < all.size() ? Both.clean(all.get(n)).replaceAll("\\s*\n\\s*", " ") : "";
    }

    private static String one(MultiValueMap<String, String> form, String name) {
        return Both.clean(Optional.ofNullable(form.getFirst(name)).orElse(""));
    }

    /** The form after a button that changes the form and keeps nothing; empty where the button is none of those. */
    Optional<ItemForm> after(String button, List<Askable> askable) {
        if (button.equals("vis-hent")) {
            return Optional.of(with(shown.fetched(askable), required, lines, points));
        }
        if (button.equals("krev-hent")) {
            return Optional.of(with(shown, required.fetched(askable), lines, points));
        }
        if (button.equals("flere")) {
            List<Line> more = new ArrayList<>(lines);
            IntStream.range(0, Math.min(3, MOST_LINES - lines.size())).forEach(_ -> more.add(Line.EMPTY));
            return Optional.of(with(shown, required, more, points));
        }
        if (button.equals("flere-punkter")) {
            List<Both> more = new ArrayList<>(points);
            if (more.size() < MOST_POINTS) {
                more.add(Both.NOTHING);
            }
            return Optional.of(with(shown, required, lines, more));
        }
        if (button.matches("(opp|ned|fjern)-\\d{1,2}")) {
            String[] parts = button.split("-");
            return Optional.of(with(shown, required, moved(parts[0], Integer.parseInt(parts[1])), points));
        }
        return Optional.empty();
    }

    private List<Line> moved(String how, int from) {
        List<Line> moved = new ArrayList<>(lines);
        int to = how.equals("opp") ? from - 1 : from + 1;
        if (from >= moved.size()) {
            return moved;
        }
        if (how.equals("fjern")) {
            moved.remove(from);
        } else if (to >= 0 && to < moved.size()) {
            Collections.swap(moved, from, to);
        }
        return moved;
    }

    private ItemForm with(RuleForm shown, RuleForm required, List<Line> lines, List<Both> points) {
        return new ItemForm(
                kind, code, text, hint, shown, required, lines, points, unsure, atLeast, atMost, low, high, unit);
    }

    ItemForm called(String name) {
        return new ItemForm(
                kind, name, text, hint, shown, required, lines, points, unsure, atLeast, atMost, low, high, unit);
    }

    /**
     * The item; empty where something is wrong, which is then told.
     *
     * @param name what it shall be called
     * @param before as it was; null where it is new
     * @param earlier what rules may ask about
     */
    Optional<Item> item(
            String name, @Nullable Item before, List<Item> earlier, List<Askable> askable, List<Trouble> troubles) {
        Optional<LocalizedText> words = text.text(before == null ? null : before.text());
        if (words.isEmpty()) {
            troubles.add(Trouble.at("tekst-nb", "text"));
        }
        Optional<Condition> when = shown.rule("vis", askable, earlier, troubles);
        if (!question()) {
            if (kind.equals("information") && words.stream().anyMatch(it -> !markdown(it))) {
                troubles.add(Trouble.at("tekst-nb", "markdown"));
            }
            if (!troubles.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    kind.equals("page")
                            ? new Item.Page(name, words.orElseThrow(), when.orElseThrow())
                            : new Item.Information(name, words.orElseThrow(), when.orElseThrow()));
        }
        Item.@Nullable Question old = before instanceof Item.Question it ? it : null;
        Optional<Condition> must = required.rule("krev", askable, earlier, troubles);
        Function<Item.Wording, @Nullable Item> rest = rest(old, troubles);
        if (!troubles.isEmpty()) {
            return Optional.empty();
        }
        Item.Wording wording = new Item.Wording(
                name,
                words.orElseThrow(),
                hint.text(old == null ? null : old.wording().hint()).orElse(null),
                when.orElseThrow(),
                must.orElseThrow());
        return Optional.ofNullable(rest.apply(wording));
    }

    /** Whether it holds no HTML and no pictures. */
    static boolean markdown(LocalizedText text) {
        try {
            text.texts().values().forEach(RichText::of);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** What the kind needs besides the wording. */
    private Function<Item.Wording, @Nullable Item> rest(Item.@Nullable Question old, List<Trouble> troubles) {
        return switch (kind) {
            case "single" -> {
                List<Item.Option> options = options(old, troubles);
                yield it -> new Item.SingleChoice(it, options);
            }
            case "multiple" -> {
                List<Item.Option> options = options(old, troubles);
                int most = bound(atMost, "hoyst", 1, options.size(), options.size(), troubles);
                int least = bound(atLeast, "minst", 1, most, 0, troubles);
                yield it -> new Item.MultipleChoice(it, options, least, most);
            }
            case "likert" -> {
                List<LocalizedText> scale = points(old, troubles);
                List<Item.Row> rows = rows(old, troubles);
                yield it -> new Item.LikertGrid(it, scale, unsure, rows);
            }
            case "frequency" -> Item.Frequency::new;
            case "importance" -> Item.Importance::new;
            case "slider" -> {
                Optional<LocalizedText> from = low.text(old instanceof Item.Slider it ? it.low() : null);
                Optional<LocalizedText> to = high.text(old instanceof Item.Slider it ? it.high() : null);
                if (from.isEmpty()) {
                    troubles.add(Trouble.at("lav-nb", "end"));
                }
                if (to.isEmpty()) {
                    troubles.add(Trouble.at("hoy-nb", "end"));
                }
                yield it -> from.isEmpty() || to.isEmpty() ? null : new Item.Slider(it, from.get(), to.get());
            }
            case "number" -> {
                Optional<Integer> least = Typed.number(atLeast, -1_000_000, 1_000_000);
                Optional<Integer> most = Typed.number(atMost, -1_000_000, 1_000_000);
                if (least.isEmpty()) {
                    troubles.add(Trouble.at("minst", "number"));
                }
                if (most.isEmpty()) {
                    troubles.add(Trouble.at("hoyst", "number"));
                }
                if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
                    troubles.add(Trouble.at("hoyst", "bounds"));
                }
                Optional<LocalizedText> counted = unit.text(old instanceof Item.NumberQuestion it ? it.unit() : null);
                yield it -> new Item.NumberQuestion(it, least.orElseThrow(), most.orElseThrow(), counted.orElse(null));
            }
            case "short-text" -> {
                int letters = bound(atMost, "hoyst", 1, 200, 200, troubles);
                yield it -> new Item.ShortText(it, letters);
            }
            case "long-text" -> {
                int letters = bound(atMost, "hoyst", 1, 2000, 2000, troubles);
                yield it -> new Item.LongText(it, letters);
            }
            default -> throw new IllegalStateException("no question: " + kind);
        };
    }

    private static int bound(String typed, String field, int least, int most, int usual, List<Trouble> troubles) {
        if (typed.isEmpty()) {
            return usual;
        }
        Optional<Integer> number = Typed.number(typed, least, most);
        if (number.isEmpty()) {
            troubles.add(Trouble.at(field, "within", String.valueOf(least), String.valueOf(Math.max(least, most))));
        }
        return number.orElse(usual);
    }

    private List<Item.Option> options(Item.@Nullable Question old, List<Trouble> troubles) {
        List<Item.Option> before =
                switch (old) {
                    case Item.SingleChoice it -> it.options();
                    case Item.MultipleChoice it -> it.options();
                    case null, default -> List.of();
                };
        Map<String, LocalizedText> texts =
                before.stream().collect(Collectors.toMap(Item.Option::code, Item.Option::text));
        List<Item.Option> options = new ArrayList<>();
        Set<String> used = used();
        for (Line line : lines) {
            line.text()
                    .text(texts.get(line.code()))
                    .ifPresent(it -> options.add(
                            new Item.Option(name(line, used), it, line.marked() && kind.equals("multiple"))));
        }
        if (options.size() < 2) {
            troubles.add(Trouble.at(firstFree(), "options"));
        }
        return options;
    }

    private List<Item.Row> rows(Item.@Nullable Question old, List<Trouble> troubles) {
        Map<String, LocalizedText> texts = old instanceof Item.LikertGrid it
                ? it.rows().stream().collect(Collectors.toMap(Item.Row::code, Item.Row::text))
                : Map.of();
        List<Item.Row> rows = new ArrayList<>();
        Set<String> used = used();
        for (Line line : lines) {
            line.text()
                    .text(texts.get(line.code()))
                    .ifPresent(it -> rows.add(new Item.Row(name(line, used), it, line.marked())));
        }
        if (rows.isEmpty()) {
            troubles.add(Trouble.at(firstFree(), "rows"));
        }
        return rows;
    }

    private String firstFree() {
        int free = IntStream.range(0, lines.size())
                .filter(it -> lines.get(it).empty())
                .findFirst()
                .orElse(0);
        return "linje-" + free + "-nb";
    }

    private Set<String> used() {
        return lines.stream()
                .filter(it -> !it.empty() && !it.code().isEmpty())
                .map(Line::code)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The line's name, or a new one made from its words; names never change, since answers stand under them. */
    private static String name(Line line, Set<String> used) {
        if (line.code().matches("[a-z0-9][a-z0-9-]{0,39}")) {
            return line.code();
        }
        String words =
                line.text().nb().isEmpty() ? line.text().nn() : line.text().nb();
        String name = Typed.name(words, 30, used::contains);
        used.add(name);
        return name;
    }

    private List<LocalizedText> points(Item.@Nullable Question old, List<Trouble> troubles) {
        List<LocalizedText> before = old instanceof Item.LikertGrid it ? it.points() : List.of();
        List<LocalizedText> scale = new ArrayList<>();
        for (int n = 0; n < points.size(); n++) {
            points.get(n)
                    .text(n < before.size() && points.size() == before.size() ? before.get(n) : null)
                    .ifPresent(scale::add);
        }
        if (scale.size() < 3) {
            troubles.add(Trouble.at("punkt-0-nb", "points"));
        }
        return scale;
    }
}
