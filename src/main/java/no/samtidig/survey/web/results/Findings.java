package no.samtidig.survey.web.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.questionnaire.Item;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Tally;

/**
 * The three to five things that most readers look for, in sentences: made of the same numbers as everything else of the report. What
 * chance could have put in another order is said to be so. Which findings there are is decided by the kind of question and never by what
 * was answered, but for the largest and the smallest.
 */
final class Findings {
    private static final int MOST = 5;

    /** As many of a few as say something without becoming a list. */
    private static final int OF_FEW = 4;

    /** An answer that fewer of those who could choose several chose is no finding: every fourth. */
    private static final double MANY_CHOSE = 1 / 4.0;

    /** From this share on, not knowing is a finding: every third. */
    private static final double MANY_UNSURE = 1 / 3.0;

    private final Report report;
    private final ReportWording words;
    private final Shares shares;

    private Findings(Report report, ReportWording words) {
        this.report = report;
        this.words = words;
        this.shares = new Shares(words);
    }

    static List<Finding> of(Report report, ReportWording words) {
        if (!report.ready() || report.total().tooFew()) {
            return List.of();
        }
        return new Findings(report, words).all();
    }

    private List<Finding> all() {
        List<Finding> all = new ArrayList<>(new Apart(report, words).findings());
        List<Placed> scale = largest();
        if (scale.size() > 1) {
            Comparator<Placed> order = Comparator.comparingDouble(Placed::good);
            all.add(ranked(scale.stream().max(order).orElseThrow(), scale, true));
            all.add(ranked(scale.stream().min(order).orElseThrow(), scale, false));
        } else {
            scale.forEach(it -> all.add(new Finding(told(it, true), it.key())));
        }
        important().ifPresent(all::add);
        chosen().ifPresent(all::add);
        slider().ifPresent(all::add);
        unsure().ifPresent(all::add);
        return all.isEmpty() ? few() : all.stream().limit(MOST).toList();
    }

    private Stream<Item.Question> questions() {
        return report.round().questionnaire().questions().stream();
    }

    /** Those that everybody got: only they can be ranked. */
    private Stream<Item.Question> putToAll() {
        Why why = new Why(report, words);
        return questions().filter(it -> !why.some(it));
    }

    /** The scale with the most statements in the same words; importance has its own finding. */
    private List<Placed> largest() {
        Map<List<String>, List<Placed>> scales = putToAll()
                .filter(it -> !(it instanceof Item.Slider) && !(it instanceof Item.Importance))
                .flatMap(it -> Placed.of(report, it).stream())
                .collect(Collectors.groupingBy(
                        it -> words.legend(it.question()), LinkedHashMap::new, Collectors.toList()));
        return scales.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    /** How many lie at the end of the scale that is told of. */
    private String told(Placed it, boolean high) {
        List<String> points = Scales.points(it.question());
        boolean upper = high != Scales.isReversed(it.question(), it.key());
        int end = points.size() < 4 ? 1 : 2;
        List<String> told = upper ? points.subList(points.size() - end, points.size()) : points.subList(0, end);
        int n = told.stream().mapToInt(it.tally()::of).sum();
        String answers = told.size() == 1
                ? words.text("results.finding.answer", words.value(it.question(), told.getFirst()))
                : words.text(
                        "results.finding.answers",
                        words.value(it.question(), told.getFirst()),
                        words.value(it.question(), told.getLast()));
        return words.text(
                "results.finding.said",
                shares.of(n, it.tally().answered()),
                answers,
                words.quoted(it.question(), it.key()));
    }

    private Finding ranked(Placed it, List<Placed> scale, boolean high) {
        String end = high ? "high" : "low";
        List<Placed> others = scale.stream().filter(at -> !at.equals(it)).toList();
        List<String> level = others.stream()
                .filter(it::level)
                .map(at -> words.text("results.finding.quote", words.quoted(at.question(), at.key())))
                .toList();
        long near = others.stream().filter(at -> !at.level(it) && at.near(it)).count();
        String rank = !level.isEmpty()
                ? words.text("results.finding." + end + ".level", scale.size(), words.listed(level))
                : near == 0
                        ? words.text("results.finding." + end, scale.size())
                        : near == others.size()
                                ? words.text("results.finding." + end + ".all", scale.size())
                                : near == 1
                                        ? words.text("results.finding." + end + ".one", scale.size())
                                        : words.text("results.finding." + end + ".near", scale.size(), near);
        return new Finding(told(it, high) + " " + rank, it.key());
    }

    private Optional<Finding> important() {
        List<Placed> all = putToAll()
                .filter(Item.Importance.class::isInstance)
                .flatMap(it -> Placed.of(report, it).stream())
                .toList();
        return all.stream()
                .max(Comparator.comparingDouble(Placed::good))
                .map(it -> all.size() == 1 ? new Finding(told(it, true), it.key()) : ranked(it, all, true));
    }

    /** The most common answer where the most answers can be chosen among. */
    private Optional<Finding> chosen() {
        return questions()
                .filter(Item.MultipleChoice.class::isInstance)
                .filter(it -> report.tally(report.total(), it.code())
                        .filter(at -> !at.coarse())
                        .isPresent())
                .max(Comparator.comparingInt(it -> it.values().size()))
                .flatMap(
                        it -> chosen(it, report.tally(report.total(), it.code()).orElseThrow()));
    }

    private Optional<Finding> chosen(Item.Question question, Tally tally) {
        List<String> most = Scales.most(question, tally);
        if (most.isEmpty() || tally.share(most.getFirst()) < MANY_CHOSE) {
            return Optional.empty();
        }
        String asked = words.quoted(question, question.code());
        String said = words.text(
                "results.finding.chose",
                shares.of(tally.of(most.getFirst()), tally.answered()),
                words.value(question, most.getFirst()),
                asked);
        String rest = most.size() == 1
                ? words.text("results.finding.chose.most")
                : words.text(
                        "results.finding.chose.level",
                        words.listed(most.stream()
                                .skip(1)
                                .map(it -> words.text("results.finding.quote", words.value(question, it)))
                                .toList()));
        return Optional.of(new Finding(said + " " + rest, question.code()));
    }

    private Optional<Finding> slider() {
        return questions()
                .filter(Item.Slider.class::isInstance)
                .map(Item.Slider.class::cast)
                .flatMap(it -> Placed.of(report, it).stream()
                        .map(at -> new Finding(
                                words.text(
                                        "results.finding.slider",
                                        words.whole(at.mean().n()),
                                        words.mean(at.mean()),
                                        words.in(it.low()),
                                        words.in(it.high()),
                                        words.quoted(it, it.code())),
                                it.code())))
                .findFirst();
    }

    private record Unsure(Item.Question question, String key, Tally tally) {}

    private Optional<Finding> unsure() {
        return questions()
                .filter(Scales::unsure)
                .flatMap(question -> question.keys().stream()
                        .flatMap(key -> report.tally(report.total(), key).stream()
                                .filter(it -> !it.coarse() && it.share(Item.UNSURE) >= MANY_UNSURE)
                                .map(it -> new Unsure(question, key, it))))
                .max(Comparator.comparingDouble(it -> it.tally().share(Item.UNSURE)))
                .map(it -> new Finding(
                        words.text(
                                "results.finding.said",
                                shares.of(it.tally().of(Item.UNSURE), it.tally().answered()),
                                words.text("results.finding.answer", words.value(it.question(), Item.UNSURE)),
                                words.quoted(it.question(), it.key())),
                        it.key()));
    }

    /** Of fewer than ten: what all, or all but one, said. */
    private List<Finding> few() {
        List<Finding> all = new ArrayList<>();
        questions()
                .filter(it -> !Scales.points(it).isEmpty())
                .forEach(question -> question.keys()
                        .forEach(key -> report.tally(report.total(), key)
                                .ifPresent(tally -> question.values().stream()
                                        .filter(it -> tally.coarse() && tally.band(it) == Tally.Band.MOST)
                                        .findFirst()
                                        .ifPresent(value -> all.add(new Finding(
                                                words.text(
                                                        "results.finding.most",
                                                        words.value(question, value),
                                                        words.quoted(question, key)),
                                                key))))));
        return all.isEmpty()
                ? List.of(new Finding(words.text("results.finding.spread"), ""))
                : all.stream().limit(OF_FEW).toList();
    }
}
