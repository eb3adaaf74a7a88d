package no.samtidig.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * One country of invented units with effects that are known because they were put in. Spreads, trend and noise are those of the shared
 * simulations (mean .5 between units, trend .1 a round, noise .2); units' own effects vary, a tenth of the rounds is missing, and what
 * happens in a unit one round is partly left in the next.
 */
final class SimulatedCountry {
    private static final double UNITS = 0.5;
    private static final double TREND = -0.1;
    private static final double NOISE = 0.2;
    private static final double LEFT = 0.4;
    private static final double OWN_EFFECT = 0.3;
    private static final double MISSING = 0.1;
    private static final int STARTS = 4;

    /** How the effect goes on: 6, 12 and 18 months after start. A gap that falls is a good effect. */
    enum Effect {
        CONSTANT(-0.45, -0.45, -0.45),
        GROWING(-0.3, -0.5, -0.6),
        FADING(-0.6, -0.5, -0.3),
        NONE(0, 0, 0);

        private final double first;
        private final double second;
        private final double third;

        Effect(double first, double second, double third) {
            this.first = first;
            this.second = second;
            this.third = third;
        }

        /** Expected so many rounds after the last one before start, from 1; it stays as it is after the third. */
        double at(int round) {
            return switch (round) {
                case 1 -> first;
                case 2 -> second;
                default -> third;
            };
        }
    }

    private final SplittableRandom random;

    SimulatedCountry(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Units that are measured once at their own start, and three rounds after it. */
    List<PanelRow> ownStart(int units, Effect effect) {
        List<PanelRow> panel = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            int start = 1 + random.nextInt(STARTS);
            unit("E" + unit, OptionalInt.of(start + 1), start, start + 3, effect, panel);
        }
        return panel;
    }

    /** Units that are measured in six rounds, while they wait too; a fifth never starts. */
    List<PanelRow> waiting(int units, Effect effect) {
        List<PanelRow> panel = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            int start = 2 + unit % 5;
            OptionalInt from = start == 6 ? OptionalInt.empty() : OptionalInt.of(start);
            unit("E" + unit, from, 1, 6, effect, panel);
        }
        return panel;
    }

    private void unit(String name, OptionalInt from, int first, int last, Effect effect, List<PanelRow> panel) {
        double level = 1.5 + UNITS * random.nextGaussian();
        double own = 1 + OWN_EFFECT * random.nextGaussian();
        double shock = NOISE * random.nextGaussian();
        for (int round = first; round <= last; round++) {
            int since = round - from.orElse(Integer.MAX_VALUE) + 1;
            double y = level + TREND * round + shock + (since >= 1 ? own * effect.at(since) : 0);
            if (random.nextDouble() >= MISSING) {
                panel.add(new PanelRow(name, round, from, y));
            }
            shock = LEFT * shock + NOISE * Math.sqrt(1 - LEFT * LEFT) * random.nextGaussian();
        }
    }

    /** Eleven areas that truly do not differ, as so many people answer their statements. */
    List<double[]> flatUnit(int people) {
        int[] statements = {4, 4, 5, 4, 3, 4, 3, 3, 2, 2, 2};
        List<double[]> rows = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            double strict = 0.5 * random.nextGaussian();
            double[] row = new double[statements.length];
            for (int area = 0; area < row.length; area++) {
                double here = 0.4 * random.nextGaussian();
                double sum = 0;
                int answered = 0;
                for (int item = 0; item < statements[area]; item++) {
                    double gap = Math.clamp(Math.rint(1 + strict + here + 0.9 * random.nextGaussian()), -3, 4);
                    if (random.nextDouble() >= 0.08) {
                        sum += gap;
                        answered++;
                    }
                }
                row[area] = 2 * answered < statements[area] ? Double.NaN : sum / answered;
            }
            rows.add(row);
        }
        return rows;
    }

    /** Answers of one round of one unit. */
    Sample round(int people, double mean) {
        double[] values = new double[people];
        for (int person = 0; person < people; person++) {
            values[person] = mean + 0.8 * random.nextGaussian();
        }
        return Sample.of(values);
    }
}
