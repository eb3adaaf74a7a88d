package no.samtidig.questionnaire.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.TextLimit;
import no.samtidig.platform.code.Slug;
import no.samtidig.questionnaire.Item;
import org.springframework.util.MultiValueMap;

/** The alternatives of a choice, or the rows of a grid, as they are typed; empty ones are no mistake. */
public record Lines(List<Line> all) {
    public Lines {
        all = List.copyOf(all);
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

    static Lines blank() {
        return new Lines(Collections.nCopies(3, Line.EMPTY));
    }

    static Lines ofOptions(List<Item.Option> options) {
        return new Lines(options.stream()
                .map(it -> new Line(it.code(), Both.of(it.text()), it.exclusive()))
                .toList());
    }

    static Lines ofRows(List<Item.Row> rows) {
        return new Lines(rows.stream()
                .map(it -> new Line(it.code(), Both.of(it.text()), it.reversed()))
                .toList());
    }

    /** @param marks the field that holds the numbers of the marked ones */
    static Lines typed(MultiValueMap<String, String> form, String marks) {
        List<String> codes = form.getOrDefault("linje-kode", List.of());
        Set<String> marked = new HashSet<>(form.getOrDefault(marks, List.of()));
        List<Both> texts = Both.all(form, "linje", Item.MOST_LINES);
        return new Lines(IntStream.range(0, texts.size())
                .mapToObj(n -> new Line(Both.line(codes, n), texts.get(n), marked.contains(String.valueOf(n))))
                .toList());
    }

    Lines more() {
        List<Line> more = new ArrayList<>(all);
        IntStream.range(0, Math.min(3, Item.MOST_LINES - all.size())).forEach(_ -> more.add(Line.EMPTY));
        return new Lines(more);
    }

    /** @param how {@code opp}, {@code ned} or {@code fjern} */
    Lines moved(String how, int from) {
        List<Line> moved = new ArrayList<>(all);
        int to = how.equals("opp") ? from - 1 : from + 1;
        if (from >= moved.size()) {
            return this;
        }
        if (how.equals("fjern")) {
            moved.remove(from);
        } else if (to >= 0 && to < moved.size()) {
            Collections.swap(moved, from, to);
        }
        return new Lines(moved);
    }

    /**
     * The alternatives.
     *
     * @param before as they were
     * @param several whether several may be chosen, so that one of them may be chosen alone
     */
    List<Item.Option> options(List<Item.Option> before, boolean several, Flaws flaws) {
        fit("questionnaire-edit.options", flaws);
        List<Item.Option> options = filled(
                before.stream().collect(Collectors.toMap(Item.Option::code, Item.Option::text)),
                it -> new Item.Option(it.code(), it.text(), it.marked() && several));
        if (options.size() < 2) {
            flaws.at(firstFree(), "options");
        }
        return options;
    }

    /** The rows. */
    List<Item.Row> rows(List<Item.Row> before, Flaws flaws) {
        fit("questionnaire-edit.rows", flaws);
        List<Item.Row> rows = filled(
                before.stream().collect(Collectors.toMap(Item.Row::code, Item.Row::text)),
                it -> new Item.Row(it.code(), it.text(), it.marked()));
        if (rows.isEmpty()) {
            flaws.at(firstFree(), "rows");
        }
        return rows;
    }

    private void fit(String label, Flaws flaws) {
        IntStream.range(0, all.size())
                .forEach(n -> flaws.fit(
                        Sentence.of("questionnaire-edit.line-of", Sentence.of(label), n + 1),
                        "linje-" + n,
                        all.get(n).text(),
                        TextLimit.LINE));
    }

    private record Filled(String code, LocalizedText text, boolean marked) {}

    private <T> List<T> filled(Map<String, LocalizedText> before, Function<Filled, T> made) {
        Set<String> used = all.stream()
                .filter(it -> !it.empty() && !it.code().isEmpty())
                .map(Line::code)
                .collect(Collectors.toCollection(HashSet::new));
        List<T> filled = new ArrayList<>();
        for (Line line : all) {
            line.text()
                    .text(before.get(line.code()))
                    .ifPresent(it -> filled.add(made.apply(new Filled(name(line, used), it, line.marked()))));
        }
        return filled;
    }

    /** The line's name, or a new one made from its words; names never change, since answers stand under them. */
    private static String name(Line line, Set<String> used) {
        if (Slug.isCode(line.code())) {
            return line.code();
        }
        String name = Typed.name(line.text().first(), 30, used::contains);
        used.add(name);
        return name;
    }

    private String firstFree() {
        int free = IntStream.range(0, all.size())
                .filter(it -> all.get(it).empty())
                .findFirst()
                .orElse(0);
        return "linje-" + free + "-nb";
    }
}
