package no.samtidig.improvement.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.samtidig.statistics.GapTiers;

/**
 * Sorts areas into three tiers, if they can be told apart at all: {@link GapTiers}, with the numbers of {@code journey.md} section 3.
 *
 * @param open whether the areas differ
 * @param of the tier of each area that was sorted; empty where they do not
 */
record Tiers(boolean open, Map<String, Tier> of) {
    private static final double LEVEL = 0.95;
    private static final double LEAST_GAP = 1.0;

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
        List<double[]> rows = people.stream()
                .map(it -> areas.stream()
                        .mapToDouble(area -> it.getOrDefault(area, Double.NaN))
                        .toArray())
                .toList();
        GapTiers sorted = GapTiers.of(rows, areas, new GapTiers.Rule(LEVEL, GapResult.COUNTED, leastAreas, LEAST_GAP));
        Map<String, Tier> tiers = new HashMap<>();
        sorted.areas().forEach(it -> it.tier().optional().ifPresent(tier -> tiers.put(it.item(), of(tier))));
        return new Tiers(sorted.gateOpen(), tiers);
    }

    private static Tier of(GapTiers.Tier tier) {
        return switch (tier) {
            case LARGEST -> Tier.LARGEST;
            case MIDDLE -> Tier.MIDDLE;
            case SMALLEST -> Tier.SMALLEST;
        };
    }
}
