package no.samtidig.statistics;

import java.util.List;
import java.util.Optional;

/**
 * Agreement of any number of coders, blanks allowed: {@link FleissKappa} over complete items, {@link GwetAc} and {@link Krippendorff} over
 * all.
 *
 * @param nItems items coded at least twice
 * @param nRatings codings in all
 * @param pairwisePercent mean share of pairs that agree
 * @param ordered where the codes have an order
 */
public record ManyCoders(
        int nItems,
        int nRaters,
        int nRatings,
        Figure pairwisePercent,
        FleissKappa fleiss,
        GwetAc ac1,
        Figure krippendorffNominal,
        Optional<Ordered> ordered) {
    /** For codes with an order. */
    public record Ordered(
            GwetAc ac2Linear, GwetAc ac2Quadratic, Figure krippendorffOrdinal, Figure krippendorffInterval) {}

    /**
     * Of codes that are numbers.
     *
     * @param codes the whole code list in order, used or not
     * @param rows a row for each item, a column for each coder; {@link Double#NaN} is blank
     */
    public static ManyCoders of(List<Double> codes, List<double[]> rows, boolean ordered, double level) {
        int coders = rows.isEmpty() ? 0 : rows.getFirst().length;
        Codings codings = new Codings(rows.stream().map(it -> counts(codes, it)).toList(), codes.size());
        Codings complete = new Codings(
                codings.counts.stream()
                        .filter(it -> Codings.times(it) == coders)
                        .toList(),
                codes.size());
        double[] values = codes.stream().mapToDouble(it -> it).toArray();
        return new ManyCoders(
                codings.twice(),
                coders,
                codings.counts.stream().mapToInt(Codings::times).sum(),
                codings.twice() == 0
                        ? Figure.undefined(Undefined.NO_DATA)
                        : Figure.of(codings.agreement(Weighting.IDENTITY)),
                FleissKappa.of(complete, coders, rows.size() - complete.counts.size(), level),
                GwetAc.of(codings, Weighting.IDENTITY, level),
                Krippendorff.of(codings, Krippendorff.Distance.NOMINAL),
                ordered
                        ? Optional.of(new Ordered(
                                GwetAc.of(codings, Weighting.LINEAR, level),
                                GwetAc.of(codings, Weighting.QUADRATIC, level),
                                Krippendorff.of(codings, Krippendorff.Distance.ORDINAL),
                                Krippendorff.of(codings, Krippendorff.Distance.INTERVAL, values)))
                        : Optional.empty());
    }

    private static int[] counts(List<Double> codes, double... row) {
        int[] counts = new int[codes.size()];
        for (double code : row) {
            if (!Double.isNaN(code)) {
                int place = codes.indexOf(code);
                if (place < 0) {
                    throw new IllegalArgumentException("no code of the list: " + code);
                }
                counts[place]++;
            }
        }
        return counts;
    }
}
