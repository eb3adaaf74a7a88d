package no.samtidig.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sorts areas into three tiers by their gap, and only where they differ at all. People with fewer than so many areas are left out; c = a
 * person's value minus that person's own mean over the areas answered, which takes strict and mild raters out; T = mean c/(sd/√n). Gate: some
 * |T| beyond t at 1 − (1 − level)/(2A), n − 1, A the areas with enough answers. Open: largest where T > t and the mean gap is large enough,
 * smallest where T < −t, else middle. Never a numbered list.
 *
 * <p>Source: {@code journey.md} section 3, with simulations there: without true differences the gate opens in 4–6 % of units.
 *
 * @param nPeople people who count
 * @param nAreas A
 * @param gateOpen the areas differ
 */
public record GapTiers(int nPeople, int nPeopleTooFewAreas, int nAreas, boolean gateOpen, List<Area> areas) {
    public GapTiers {
        areas = List.copyOf(areas);
    }

    /** Where an area belongs. */
    public enum Tier {
        LARGEST,
        MIDDLE,
        SMALLEST
    }

    /**
     * What counts.
     *
     * @param level of confidence, such as 0.95
     * @param minPeople fewer give no figure of an area
     * @param minAreas fewer leave a person out
     * @param minGap a mean gap under this is never in the largest tier
     */
    public record Rule(double level, int minPeople, int minAreas, double minGap) {}

    /**
     * One area; no figure of it where too few answered.
     *
     * @param item which area
     * @param n people
     * @param t T
     * @param interval of the mean of c
     */
    public record Area(
            String item,
            int n,
            Figure meanGap,
            Figure meanCentred,
            Figure sdCentred,
            Figure t,
            Interval interval,
            Told<Tier> tier) {}

    /** Of values, a row for each person and a column for each area; {@link Double#NaN} is missing. */
    public static GapTiers of(List<double[]> rows, List<String> items, Rule rule) {
        List<double[]> people = rows.stream()
                .filter(row -> answered(row) > 0 && answered(row) >= rule.minAreas)
                .toList();
        List<double[]> centred = people.stream().map(GapTiers::centred).toList();
        List<Sample> gaps = columns(people, items.size());
        List<Sample> own = columns(centred, items.size());
        int areas = (int) own.stream().filter(it -> enough(it, rule)).count();
        boolean open = own.stream()
                .filter(it -> enough(it, rule))
                .anyMatch(it -> Math.abs(t(it)) > Quantiles.tAt(1 - (1 - rule.level) / (2 * areas), it.n() - 1.0));
        return new GapTiers(
                people.size(),
                rows.size() - people.size(),
                areas,
                open,
                IntStream.range(0, items.size())
                        .mapToObj(it -> area(items.get(it), gaps.get(it), own.get(it), open, rule))
                        .toList());
    }

    private static long answered(double... row) {
        return Arrays.stream(row).filter(it -> !Double.isNaN(it)).count();
    }

    private static double[] centred(double... row) {
        double mean = Sample.of(row).average();
        return Arrays.stream(row).map(it -> it - mean).toArray();
    }

    private static List<Sample> columns(List<double[]> rows, int items) {
        return IntStream.range(0, items)
                .mapToObj(it -> ScaleScore.column(rows, it))
                .toList();
    }

    private static boolean enough(Sample area, Rule rule) {
        return area.n() >= Math.max(2, rule.minPeople);
    }

    private static double t(Sample own) {
        return own.alike() ? 0 : own.average() / Math.sqrt(own.error());
    }

    private static Area area(String item, Sample gap, Sample own, boolean open, Rule rule) {
        if (!enough(own, rule)) {
            Figure no = Figure.undefined(Undefined.TOO_FEW_ANSWERS);
            return new Area(
                    item,
                    own.n(),
                    no,
                    no,
                    no,
                    no,
                    Interval.undefined(Undefined.TOO_FEW_ANSWERS),
                    Told.undefined(Undefined.TOO_FEW_ANSWERS));
        }
        double limit = Quantiles.t(rule.level, own.n() - 1.0);
        Told<Tier> tier = open
                ? Told.of(tier(t(own), limit, gap.average() >= rule.minGap))
                : Told.undefined(Undefined.GATE_CLOSED);
        return new Area(
                item,
                own.n(),
                gap.mean(),
                own.mean(),
                own.deviation(),
                own.alike() ? Figure.undefined(Undefined.ZERO_VARIANCE) : Figure.of(t(own)),
                own.alike()
                        ? Interval.undefined(Undefined.ZERO_VARIANCE)
                        : Interval.around(own.average(), limit * Math.sqrt(own.error())),
                tier);
    }

    private static Tier tier(double t, double limit, boolean wide) {
        if (t > limit && wide) {
            return Tier.LARGEST;
        }
        return t < -limit ? Tier.SMALLEST : Tier.MIDDLE;
    }
}
