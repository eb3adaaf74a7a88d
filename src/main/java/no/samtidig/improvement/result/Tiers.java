package no.samtidig.improvement.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Sorts areas into three tiers, if they can be told apart at all ({@code journey.md} section 3, {@code gap_tiers}): c(i,a) is a person's gap
 * in an area minus the mean of that person's areas, which takes out who is strict and who is mild; T(a) = mean c / (s / √n). The gate opens
 * if some |T| exceeds t at 1 − 0.05 / (2A) with n − 1 degrees of freedom, A areas. Then: largest where T > t(0.975) and the mean gap is one
 * step or more, smallest where T < −t(0.975), the others in the middle; so too where all c are alike.
 *
 * @param open whether the gate opened
 * @param of the tier of each area that was sorted; empty where it did not open
 */
record Tiers(boolean open, Map<String, Tier> of) {
    private static final double LEVEL = 0.05;
    private static final double LEAST_GAP = 1.0;
    private static final double ALIKE = 1e-12;

    Tiers {
        of = Map.copyOf(of);
    }

    /**
     * Sorts.
     *
     * @param people the gap in each area, of each person
     * @param leastAreas whoever has fewer is left out
     */
    static Tiers of(List<Map<String, Double>> people, List<String> areas, int leastAreas) {
        Map<String, List<Double>> gaps = new HashMap<>();
        Map<String, List<Double>> centred = new HashMap<>();
        people.stream().filter(it -> !it.isEmpty() && it.size() >= leastAreas).forEach(person -> {
            double own =
                    person.values().stream().mapToDouble(it -> it).average().orElseThrow();
            person.forEach((area, gap) -> {
                gaps.computeIfAbsent(area, _ -> new ArrayList<>()).add(gap);
                centred.computeIfAbsent(area, _ -> new ArrayList<>()).add(gap - own);
            });
        });
        List<String> sorted = areas.stream()
                .filter(it -> centred.getOrDefault(it, List.of()).size() >= GapResult.COUNTED)
                .toList();
        Map<String, Tier> tiers = new LinkedHashMap<>();
        boolean open = false;
        for (String area : sorted) {
            List<Double> c = centred.getOrDefault(area, List.of());
            double t = t(c);
            TDistribution chance = TDistribution.of(c.size() - 1.0);
            open |= Math.abs(t) > chance.inverseCumulativeProbability(1 - LEVEL / (2 * sorted.size()));
            double usual = chance.inverseCumulativeProbability(1 - LEVEL / 2);
            double gap = mean(gaps.getOrDefault(area, List.of()));
            tiers.put(area, t > usual && gap >= LEAST_GAP ? Tier.LARGEST : t < -usual ? Tier.SMALLEST : Tier.MIDDLE);
        }
        return open ? new Tiers(true, tiers) : new Tiers(false, Map.of());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(it -> it).sum() / values.size();
    }

    private static double t(List<Double> c) {
        double mean = mean(c);
        double least = c.stream().mapToDouble(it -> it).min().orElseThrow();
        double most = c.stream().mapToDouble(it -> it).max().orElseThrow();
        if (most - least <= ALIKE * Math.max(1, Math.abs(mean))) {
            return 0;
        }
        double squares = c.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
        return mean / Math.sqrt(squares / (c.size() - 1) / c.size());
    }
}
