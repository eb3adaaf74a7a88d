package no.samtidig.improvement.result;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.samtidig.improvement.gap.GapAnswer;
import no.samtidig.statistics.UnitChange;
import no.samtidig.statistics.Welch;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two rounds of one unit, area by area: {@code unit_change} of the reference values. Other people may have answered, so
 * nobody is paired. Only statements that were put in both rounds are compared.
 *
 * @param before how many answered the earlier round
 * @param now how many answered the later one
 * @param areas in the order of the instrument; empty where fewer than ten answered one of the rounds
 */
public record GapChange(int before, int now, List<Area> areas) {
    private static final double LEVEL = 0.95;
    private static final double SURE = 0.05;

    public GapChange {
        areas = List.copyOf(areas);
    }

    /**
     * One area.
     *
     * @param chosen whether a goal of the unit was about it meanwhile
     * @param gap later less earlier, as are the others
     * @param smallest a change of the gap had to be so large to be seen
     * @param changed whether it may be called changed: corrected by Holm over the areas, p under .05
     */
    public record Area(
            String id, boolean chosen, Moved gap, Moved practice, Moved importance, double smallest, boolean changed) {}

    /** How far a mean moved, with its 95 % confidence interval. */
    public record Moved(double by, double low, double high) {}

    /** Whether so many answered both that numbers can be told. */
    public boolean told() {
        return before >= GapResult.COUNTED && now >= GapResult.COUNTED;
    }

    /** Whether no area may be called changed. */
    public boolean nothing() {
        return areas.stream().noneMatch(Area::changed);
    }

    /**
     * Compares two rounds.
     *
     * @param chosen areas that goals were about
     */
    public static GapChange of(
            List<GapAnswer> earlier, List<GapAnswer> later, List<Topic.Area> areas, Set<String> chosen) {
        if (earlier.size() < GapResult.COUNTED || later.size() < GapResult.COUNTED) {
            return new GapChange(earlier.size(), later.size(), List.of());
        }
        Set<String> common = asked(earlier);
        common.retainAll(asked(later));
        List<Topic.Area> compared = areas.stream()
                .map(it -> new Topic.Area(
                        it.id(),
                        it.statements().stream().filter(common::contains).toList()))
                .filter(it -> it.statements().size() >= Topic.STATEMENTS)
                .toList();
        List<UnitChange.Answer> answers = new ArrayList<>();
        add(answers, 1, earlier, compared);
        add(answers, 2, later, compared);
        UnitChange change = UnitChange.of(answers, 1, 2, LEVEL);
        return new GapChange(
                earlier.size(),
                later.size(),
                compared.stream()
                        .flatMap(it -> Optional.ofNullable(change.areas().get(it.id()))
                                .flatMap(one -> area(it, earlier, later, one, chosen))
                                .stream())
                        .toList());
    }

    private static Set<String> asked(List<GapAnswer> answers) {
        Set<String> asked = new HashSet<>();
        answers.forEach(it -> asked.addAll(it.asked()));
        return asked;
    }

    private static void add(List<UnitChange.Answer> all, int round, List<GapAnswer> answers, List<Topic.Area> areas) {
        for (int i = 0; i < answers.size(); i++) {
            GapAnswer answer = answers.get(i);
            for (Topic.Area area : areas) {
                for (String id : area.statements()) {
                    if (answer.asked().contains(id)) {
                        all.add(new UnitChange.Answer(
                                round,
                                Integer.toString(i),
                                area.id(),
                                number(answer.practice().get(id)),
                                number(answer.importance().get(id))));
                    }
                }
            }
        }
    }

    private static double number(@Nullable Integer it) {
        return it == null ? Double.NaN : it;
    }

    /** Empty where fewer than ten answered in one of the rounds, and where a mean would tell what everybody said. */
    private static Optional<Area> area(
            Topic.Area area,
            List<GapAnswer> earlier,
            List<GapAnswer> later,
            UnitChange.Area change,
            Set<String> chosen) {
        Topic topic = new Topic(area.id(), area.id(), area.statements());
        boolean shown = change.gap().n1() >= GapResult.COUNTED
                && change.gap().n2() >= GapResult.COUNTED
                && means(earlier, topic)
                && means(later, topic);
        Optional<Moved> gap = moved(change.gap());
        Optional<Moved> practice = moved(change.practice());
        Optional<Moved> importance = moved(change.importance());
        Optional<Double> smallest = change.mdc().number();
        if (!shown || gap.isEmpty() || practice.isEmpty() || importance.isEmpty() || smallest.isEmpty()) {
            return Optional.empty();
        }
        boolean changed = change.gapPHolm()
                .flatMap(it -> it.number())
                .filter(it -> it < SURE)
                .isPresent();
        return Optional.of(new Area(
                area.id(),
                chosen.contains(area.id()),
                gap.get(),
                practice.get(),
                importance.get(),
                smallest.get(),
                changed));
    }

    private static boolean means(List<GapAnswer> answers, Topic topic) {
        return Means.of(
                        topic,
                        answers.stream()
                                .flatMap(it -> PersonTopic.of(it, topic).stream())
                                .toList())
                .isPresent();
    }

    private static Optional<Moved> moved(Welch it) {
        Optional<Double> low = it.inference().interval().low().number();
        Optional<Double> high = it.inference().interval().high().number();
        return it.diff()
                .number()
                .filter(_ -> low.isPresent() && high.isPresent())
                .map(by -> new Moved(by, low.get(), high.get()));
    }
}
