package no.samtidig.statistics;

import java.util.List;
import java.util.Optional;

/**
 * The labelled comparison: y = unit + round + δD by least squares, D = 1 from the unit's first round after its start. With staggered starts
 * it is a weighted sum of effects in which units already under way serve as controls and some weights are negative (de Chaisemartin &
 * D'Haultfœuille 2020), so it is right only where the effect is the same however long ago a unit started. Never an answer on a page.
 *
 * <p>Errors clustered on units: CR0 = Σ(uᵢ′eᵢ)² with u = D̃/ΣD̃²; CR1 = G/(G − 1) CR0; CR1S = CR1 (N − 1)/(N − K); all with t(G − 1). CR2 =
 * Σ(uᵢ′Aᵢeᵢ)², Aᵢ = ((I − H)ᵢᵢ)^(−1/2), with Satterthwaite's degrees of freedom (Bell & McCaffrey 2002). As {@code vcovCL}, {@code vcovCR},
 * {@code lm_robust}.
 *
 * @param nParameters units, rounds and the effect; absent where the effect is not identified
 */
public record TwoWay(
        int nUnits,
        int nUnitsSingleRound,
        int nRounds,
        int nObservations,
        int nUnitsTreated,
        int nUnitsNever,
        Optional<Integer> nParameters,
        Figure estimate,
        Told<Inference> cr0,
        Told<Inference> cr1,
        Told<Inference> cr1s,
        Told<Inference> cr2,
        Told<Weights> weights) {
    private static final double NEGATIVE = -1e-12;
    private static final double SINGULAR = 1e-12;

    /**
     * The weights with which treated unit-rounds count.
     *
     * @param sumNegative of those under zero; all together make one
     */
    public record Weights(int nTreatedObservations, int nNegative, double sumNegative) {}

    /** Of a panel. */
    public static TwoWay of(List<PanelRow> panel, double level) {
        TwoWayDesign design = TwoWayDesign.of(panel);
        int begun = 0;
        for (int unit = 0; unit < design.units; unit++) {
            begun += design.treated[design.start[unit + 1] - 1] > 0 ? 1 : 0;
        }
        if (!design.identified()) {
            return new TwoWay(
                    design.units,
                    design.singles,
                    design.rounds,
                    design.rows,
                    begun,
                    design.units - begun,
                    Optional.empty(),
                    Figure.undefined(Undefined.NOT_IDENTIFIED),
                    Told.undefined(Undefined.NOT_IDENTIFIED),
                    Told.undefined(Undefined.NOT_IDENTIFIED),
                    Told.undefined(Undefined.NOT_IDENTIFIED),
                    Told.undefined(Undefined.NOT_IDENTIFIED),
                    Told.undefined(Undefined.NOT_IDENTIFIED));
        }
        int parameters = design.units + design.rounds;
        double effect = Symmetric.dot(design.residual, design.y) / design.left;
        double[] e = design.without(design.y);
        for (int row = 0; row < design.rows; row++) {
            e[row] -= effect * design.residual[row];
        }
        double cr0 = 0;
        double cr2 = 0;
        double[][] corrected = new double[design.patterns()][];
        for (int unit = 0; unit < design.units; unit++) {
            double[] score = design.of(unit, design.residual);
            for (int i = 0; i < score.length; i++) {
                score[i] /= design.left;
            }
            double[] mine = design.of(unit, e);
            cr0 += Math.pow(Symmetric.dot(score, mine), 2);
            int pattern = design.pattern[unit];
            if (corrected[pattern] == null) {
                corrected[pattern] = Symmetric.times(Symmetric.power(design.block(unit), -0.5, SINGULAR), score);
            }
            cr2 += Math.pow(Symmetric.dot(corrected[pattern], mine), 2);
        }
        double g = design.units;
        double cr1 = g / (g - 1) * cr0;
        double cr1s = cr1 * (design.rows - 1) / (design.rows - parameters);
        return new TwoWay(
                design.units,
                design.singles,
                design.rounds,
                design.rows,
                begun,
                design.units - begun,
                Optional.of(parameters),
                Figure.of(effect),
                told(effect, cr0, g - 1, level),
                told(effect, cr1, g - 1, level),
                told(effect, cr1s, g - 1, level),
                told(effect, cr2, freedom(design, corrected), level),
                Told.of(weights(design)));
    }

    private static Told<Inference> told(double effect, double variance, double freedom, double level) {
        return Told.of(Inference.withError(effect, Math.sqrt(variance), freedom, level));
    }

    /**
     * ν = (Σ gᵢ′gᵢ)²/Σ (gᵢ′gⱼ)², where gᵢ′gⱼ = vᵢ′(I − H)ᵢⱼvⱼ, since I − H is its own square. All of it comes of the design alone, so units of
     * one pattern are worked out once.
     *
     * @param vectors by pattern
     */
    private static double freedom(TwoWayDesign design, double[]... vectors) {
        int patterns = design.patterns();
        double[][] onRounds = new double[patterns][];
        double[][] solved = new double[patterns][];
        double[] onEffect = new double[patterns];
        double[] itself = new double[patterns];
        double[] count = new double[patterns];
        for (int unit = 0; unit < design.units; unit++) {
            int pattern = design.pattern[unit];
            count[pattern]++;
            if (onRounds[pattern] == null) {
                onRounds[pattern] = design.onRounds(unit, vectors[pattern]);
                solved[pattern] = design.solve(onRounds[pattern]);
                onEffect[pattern] = Symmetric.dot(vectors[pattern], design.of(unit, design.residual));
                Sample own = Sample.of(vectors[pattern]);
                itself[pattern] = own.variance() * (own.n() - 1);
            }
        }
        double trace = 0;
        double squares = 0;
        for (int i = 0; i < patterns; i++) {
            for (int j = 0; j < patterns; j++) {
                double p = -Symmetric.dot(solved[i], onRounds[j]) - onEffect[i] * onEffect[j] / design.left;
                squares += count[i] * (count[j] - (i == j ? 1 : 0)) * p * p;
                if (i == j) {
                    double own = p + itself[i];
                    trace += count[i] * own;
                    squares += count[i] * own * own;
                }
            }
        }
        return trace * trace / squares;
    }

    private static Weights weights(TwoWayDesign design) {
        double sum = 0;
        for (int row = 0; row < design.rows; row++) {
            sum += design.treated[row] * design.residual[row];
        }
        int treated = 0;
        int negative = 0;
        double below = 0;
        for (int row = 0; row < design.rows; row++) {
            if (design.treated[row] > 0) {
                treated++;
                double weight = design.residual[row] / sum;
                if (weight < NEGATIVE) {
                    negative++;
                    below += weight;
                }
            }
        }
        return new Weights(treated, negative, below);
    }
}
