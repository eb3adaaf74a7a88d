package no.samtidig.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How one unit's answers changed between two rounds, area by area and over all. Other people may have answered, so nobody is paired: {@link
 * Welch} of the persons' values. Only items with both answers count, for gap, practice and importance alike, so that gap = importance −
 * practice holds; a person counts in an area where at least half of the items asked there have both. Holm's correction over the areas.
 *
 * <p>Many of the same people answer twice without being linked, so the intervals are rather too wide.
 *
 * @param areas by area in the order met
 * @param all over all items
 */
public record UnitChange(Map<String, Area> areas, Area all) {
    private static final double POWER = 0.8;

    public UnitChange {
        areas = Collections.unmodifiableMap(new LinkedHashMap<>(areas));
    }

    /**
     * One item as one person answered it; {@link Double#NaN} is asked and not answered.
     *
     * @param respondent who within the round; no number of anybody outside it
     */
    public record Answer(int round, String respondent, String area, double practice, double importance) {}

    /**
     * The change in one area.
     *
     * @param gap importance minus practice
     * @param mdc the smallest change of the gap that could have been seen
     * @param gapPHolm corrected over the areas; absent for all together. Only under .05 may an area be called changed
     */
    public record Area(Welch gap, Welch practice, Welch importance, Figure mdc, Optional<Figure> gapPHolm) {}

    /** The second round against the first. */
    public static UnitChange of(List<Answer> answers, int first, int second, double level) {
        Map<String, List<Answer>> byArea = new LinkedHashMap<>();
        for (Answer it : answers) {
            byArea.computeIfAbsent(it.area(), _ -> new ArrayList<>()).add(it);
        }
        Map<String, Area> areas = new LinkedHashMap<>();
        byArea.forEach((area, of) -> areas.put(area, area(of, first, second, level)));
        List<String> known = areas.keySet().stream()
                .filter(it -> p(areas, it).number().isPresent())
                .toList();
        List<Double> adjusted = Holm.of(known.stream()
                        .map(it -> p(areas, it).number().orElseThrow())
                        .toList())
                .adjusted();
        areas.replaceAll((area, it) -> {
            int at = known.indexOf(area);
            Figure p = at < 0 ? it.gap.inference().p() : Figure.of(adjusted.get(at));
            return new Area(it.gap, it.practice, it.importance, it.mdc, Optional.of(p));
        });
        return new UnitChange(areas, area(answers, first, second, level));
    }

    private static Figure p(Map<String, Area> areas, String area) {
        return Objects.requireNonNull(areas.get(area)).gap.inference().p();
    }

    private static Area area(List<Answer> answers, int first, int second, double level) {
        Persons before = Persons.of(answers, first);
        Persons after = Persons.of(answers, second);
        Sample gapBefore = Sample.of(before.gap);
        Sample gapAfter = Sample.of(after.gap);
        double pooled = gapBefore.n() < 2 || gapAfter.n() < 2 ? Double.NaN : HedgesG.pooled(gapBefore, gapAfter);
        return new Area(
                Welch.of(gapBefore, gapAfter, level),
                Welch.of(Sample.of(before.practice), Sample.of(after.practice), level),
                Welch.of(Sample.of(before.importance), Sample.of(after.importance), level),
                SmallestChange.of(pooled, gapBefore.n(), gapAfter.n(), level, POWER)
                        .mdc(),
                Optional.empty());
    }

    /** The values of those who answered enough in one round. */
    private static final class Persons {
        private final List<Double> gap = new ArrayList<>();
        private final List<Double> practice = new ArrayList<>();
        private final List<Double> importance = new ArrayList<>();

        static Persons of(List<Answer> answers, int round) {
            Map<String, List<Answer>> asked = new LinkedHashMap<>();
            answers.stream()
                    .filter(it -> it.round() == round)
                    .forEach(it -> asked.computeIfAbsent(it.respondent(), _ -> new ArrayList<>())
                            .add(it));
            Persons persons = new Persons();
            asked.values().forEach(persons::add);
            return persons;
        }

        private void add(List<Answer> asked) {
            List<Answer> both = asked.stream()
                    .filter(it -> !Double.isNaN(it.practice()) && !Double.isNaN(it.importance()))
                    .toList();
            if (both.isEmpty() || 2 * both.size() < asked.size()) {
                return;
            }
            gap.add(Sample.of(both.stream()
                            .mapToDouble(it -> it.importance() - it.practice())
                            .toArray())
                    .average());
            practice.add(Sample.of(both.stream().mapToDouble(Answer::practice).toArray())
                    .average());
            importance.add(
                    Sample.of(both.stream().mapToDouble(Answer::importance).toArray())
                            .average());
        }
    }
}
