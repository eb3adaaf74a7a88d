package no.samtidig.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import no.samtidig.statistics.SimulatedCountry.Effect;

/**
 * How often the estimators' 95 % intervals hold what was put in, over many simulated countries; run by {@code bin/simulate-estimators}. Truth
 * is the expected effect, weighted as the estimator weights.
 */
final class SimulatedCountries {
    private static final double LEVEL = 0.95;

    private SimulatedCountries() {}

    /** What an estimator did over the countries of one kind. */
    static final class Score {
        private final List<Double> errors = new ArrayList<>();
        private final List<Double> estimates = new ArrayList<>();
        private final List<Double> standardErrors = new ArrayList<>();
        private int tooHigh;
        private int tooLow;

        void add(double truth, Figure estimate, Figure se, Interval interval) {
            double value = estimate.number().orElse(Double.NaN);
            double low = interval.low().number().orElse(Double.NaN);
            double high = interval.high().number().orElse(Double.NaN);
            if (Double.isNaN(low)) {
                return;
            }
            errors.add(value - truth);
            estimates.add(value);
            standardErrors.add(se.number().orElseThrow());
            tooHigh += low > truth ? 1 : 0;
            tooLow += high < truth ? 1 : 0;
        }

        int n() {
            return errors.size();
        }

        double bias() {
            return Sample.of(errors).average();
        }

        /** Bias in its own Monte Carlo errors. */
        double biasInErrors() {
            return bias() / Math.sqrt(Sample.of(errors).error());
        }

        double coverage() {
            return 1 - (double) (tooHigh + tooLow) / n();
        }

        /** Mean standard error against the spread that the errors truly have. */
        double seToSpread() {
            return Sample.of(standardErrors).average() / Sample.of(errors).sd();
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "%d | %.3f | %.1f | %.3f | %.2f | %d / %d",
                    n(),
                    bias(),
                    biasInErrors(),
                    coverage(),
                    seToSpread(),
                    tooLow,
                    tooHigh);
        }
    }

    /** Scores by estimator. */
    static Map<String, Score> countries(LongStream seeds, int units, Effect effect) {
        Map<String, Score> scores = new LinkedHashMap<>();
        seeds.forEach(seed -> {
            List<PanelRow> own = new SimulatedCountry(seed).ownStart(units, effect);
            RollUp rollUp = RollUp.of(own, LEVEL);
            double truth = 0;
            for (RollUp.Change change : rollUp.changes()) {
                double expected = effect.at(change.roundsSinceBaseline());
                truth += expected * change.nUnits() / rollUp.overall().nChanges();
                add(scores, "roll_" + change.roundsSinceBaseline(), expected, change.estimate());
            }
            add(scores, "roll_overall", truth, rollUp.overall().estimate());
            TwoWay two = TwoWay.of(own, LEVEL);
            double expected = truth;
            two.cr2()
                    .optional()
                    .ifPresent(it ->
                            score(scores, "twfe_cr2, own start").add(expected, two.estimate(), it.se(), it.interval()));
            List<PanelRow> waiting = new SimulatedCountry(seed).waiting(units, effect);
            GroupTime group = GroupTime.of(waiting, LEVEL);
            double treated = 0;
            for (GroupTime.Event event : group.events()) {
                double mean = effect.at(event.roundsSinceStart() + 1);
                treated += mean * event.nTreatedUnits() / group.overall().nTreatedObservations();
                add(scores, "gt_event_" + event.roundsSinceStart(), mean, event.estimate());
            }
            add(scores, "gt_overall", treated, group.overall().estimate());
            add(scores, "gt_placebo", 0, group.placebo().estimate());
            TwoWay all = TwoWay.of(waiting, LEVEL);
            double known = treated;
            all.cr2()
                    .optional()
                    .ifPresent(it -> score(scores, "twfe_cr2, waiting measured")
                            .add(known, all.estimate(), it.se(), it.interval()));
        });
        return scores;
    }

    private static void add(Map<String, Score> scores, String name, double truth, Estimate estimate) {
        score(scores, name).add(truth, estimate.estimate(), estimate.se(), estimate.interval());
    }

    private static Score score(Map<String, Score> scores, String name) {
        return scores.computeIfAbsent(name, _ -> new Score());
    }

    /** Share of units without any true difference in which the gate opens. */
    static double gateErrors(LongStream seeds, int people) {
        List<String> areas =
                LongStream.range(0, 11).mapToObj(it -> "omrade" + it).toList();
        GapTiers.Rule rule = new GapTiers.Rule(LEVEL, 10, 6, 1);
        LongPredicate opens = seed -> GapTiers.of(new SimulatedCountry(seed).flatUnit(people), areas, rule)
                .gateOpen();
        long[] all = seeds.toArray();
        return (double) LongStream.of(all).filter(opens).count() / all.length;
    }

    /** One unit in two rounds of other people, with a change of so much. */
    static Score unit(LongStream seeds, int first, int second, double change) {
        Score score = new Score();
        seeds.forEach(seed -> {
            SimulatedCountry country = new SimulatedCountry(seed);
            Welch welch = Welch.of(country.round(first, 1.5), country.round(second, 1.5 + change), LEVEL);
            score.add(
                    change,
                    welch.diff(),
                    welch.inference().se(),
                    welch.inference().interval());
        });
        return score;
    }

    /** Prints the tables of {@code docs/statistics.md}; the argument is how many countries, each with its own seed from 1. */
    public static void main(String... args) {
        long seeds = Long.parseLong(args[0]);
        System.out.println(
                "| units | effect | estimator | countries | bias | in errors | coverage | se ÷ sd | too low / too high |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (int units : new int[] {12, 20, 60, 200}) {
            for (Effect effect : Effect.values()) {
                countries(LongStream.rangeClosed(1, seeds), units, effect)
                        .forEach((name, it) -> System.out.println("| " + units + " | "
                                + effect.name().toLowerCase(Locale.ROOT) + " | " + name + " | " + it.row() + " |"));
            }
        }
        System.out.println();
        System.out.println("| people | gate open with no true difference |");
        System.out.println("| --- | --- |");
        for (int people : new int[] {10, 15, 20, 40}) {
            System.out.printf(
                    Locale.ROOT, "| %d | %.3f |%n", people, gateErrors(LongStream.rangeClosed(1, 4 * seeds), people));
        }
        System.out.println();
        System.out.println(
                "| one unit | change | units | bias | in errors | coverage | se ÷ sd | too low / too high |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (double change : new double[] {0, -0.5}) {
            System.out.println("| 14, then 12 | " + change + " | "
                    + unit(LongStream.rangeClosed(1, 4 * seeds), 14, 12, change).row() + " |");
        }
    }
}
