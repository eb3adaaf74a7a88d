package no.samtidig.statistics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        private final List<Double> standardErrors = new ArrayList<>();
        private int tooHigh;
        private int tooLow;

        void add(double truth, Estimate it) {
            double low = it.interval().low().number().orElse(Double.NaN);
            double high = it.interval().high().number().orElse(Double.NaN);
            if (Double.isNaN(low)) {
                return;
            }
            errors.add(it.estimate().number().orElseThrow() - truth);
            standardErrors.add(it.se().number().orElseThrow());
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
        return countries(seeds, units, effect, Optional.empty());
    }

    private static Map<String, Score> countries(
            LongStream seeds, int units, Effect effect, Optional<SimulationFiles> files) {
        Map<String, Score> scores = new LinkedHashMap<>();
        String scenario = units + "-" + effect.name().toLowerCase(Locale.ROOT);
        seeds.forEach(seed -> {
            List<PanelRow> own = new SimulatedCountry(seed).ownStart(units, effect);
            List<PanelRow> waiting = new SimulatedCountry(seed).waiting(units, effect);
            files.ifPresent(it -> {
                it.panel(scenario + "-own-start", seed, own);
                it.panel(scenario + "-waiting", seed, waiting);
            });
            estimates(own, waiting, effect).forEach(it -> {
                scores.computeIfAbsent(it.estimator, _ -> new Score()).add(it.truth, it.estimate);
                files.ifPresent(to -> to.estimate(
                        scenario + (it.waiting ? "-waiting" : "-own-start"),
                        seed,
                        it.estimator.replaceAll(",.*", ""),
                        it.truth,
                        it.estimate));
            });
        });
        return scores;
    }

    /** What an estimator said about one country, and what was put in. */
    private record Said(String estimator, boolean waiting, double truth, Estimate estimate) {}

    private static List<Said> estimates(List<PanelRow> own, List<PanelRow> waiting, Effect effect) {
        List<Said> said = new ArrayList<>();
        RollUp rollUp = RollUp.of(own, LEVEL);
        double truth = 0;
        for (RollUp.Change change : rollUp.changes()) {
            double expected = effect.at(change.roundsSinceBaseline());
            truth += expected * change.nUnits() / rollUp.overall().nChanges();
            said.add(new Said("roll_" + change.roundsSinceBaseline(), false, expected, change.estimate()));
        }
        said.add(new Said("roll_overall", false, truth, rollUp.overall().estimate()));
        said.add(new Said("twfe_cr2, own start", false, truth, twoWay(own)));
        GroupTime group = GroupTime.of(waiting, LEVEL);
        double treated = 0;
        for (GroupTime.Event event : group.events()) {
            double expected = effect.at(event.roundsSinceStart() + 1);
            treated += expected * event.nTreatedUnits() / group.overall().nTreatedObservations();
            said.add(new Said("gt_event_" + event.roundsSinceStart(), true, expected, event.estimate()));
        }
        said.add(new Said("gt_overall", true, treated, group.overall().estimate()));
        said.add(new Said("gt_placebo", true, 0, group.placebo().estimate()));
        said.add(new Said("twfe_cr2, waiting measured", true, treated, twoWay(waiting)));
        return said;
    }

    private static Estimate twoWay(List<PanelRow> panel) {
        TwoWay two = TwoWay.of(panel, LEVEL);
        return two.cr2()
                .optional()
                .map(it -> new Estimate(two.estimate(), it.se(), it.df(), it.interval()))
                .orElseGet(() -> Estimate.undefined(Undefined.NOT_IDENTIFIED));
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
    private static Score unit(LongStream seeds, int first, int second, double change, Optional<SimulationFiles> files) {
        Score score = new Score();
        String scenario = "unit-" + change;
        seeds.forEach(seed -> {
            SimulatedCountry country = new SimulatedCountry(seed);
            Sample before = country.round(first, 1.5);
            Sample after = country.round(second, 1.5 + change);
            Welch welch = Welch.of(before, after, LEVEL);
            Inference sure = welch.inference();
            Estimate estimate = new Estimate(welch.diff(), sure.se(), sure.df(), sure.interval());
            score.add(change, estimate);
            files.ifPresent(it -> {
                it.answers(scenario, seed, 0, before);
                it.answers(scenario, seed, 1, after);
                it.estimate(scenario, seed, "unit_change", change, estimate);
            });
        });
        return score;
    }

    /**
     * Prints the tables of {@code docs/statistics.md}.
     *
     * @param args how many countries, each with its own seed from 1; and a folder for the three files, if they are wanted
     */
    public static void main(String... args) throws IOException {
        long seeds = Long.parseLong(args[0]);
        if (args.length < 2) {
            print(seeds, Optional.empty());
        } else {
            try (SimulationFiles files = new SimulationFiles(Path.of(args[1]))) {
                print(seeds, Optional.of(files));
            }
        }
    }

    private static void print(long seeds, Optional<SimulationFiles> files) {
        String scored = "bias | in errors | coverage | se ÷ sd | too low / too high |\n";
        System.out.print("| units | effect | estimator | countries | " + scored + "| --- ".repeat(9) + "|\n");
        for (int units : new int[] {12, 20, 60, 200}) {
            for (Effect effect : Effect.values()) {
                String kind = "| " + units + " | " + effect.name().toLowerCase(Locale.ROOT) + " | ";
                countries(LongStream.rangeClosed(1, seeds), units, effect, files)
                        .forEach((name, it) -> System.out.println(kind + name + " | " + it.row() + " |"));
            }
        }
        System.out.print("\n| people | gate open with no true difference |\n| --- | --- |\n");
        for (int people : new int[] {10, 15, 20, 40}) {
            double open = gateErrors(LongStream.rangeClosed(1, 4 * seeds), people);
            System.out.printf(Locale.ROOT, "| %d | %.3f |%n", people, open);
        }
        System.out.print("\n| one unit | change | units | " + scored + "| --- ".repeat(8) + "|\n");
        for (double change : new double[] {0, -0.5}) {
            Score score = unit(LongStream.rangeClosed(1, 4 * seeds), 14, 12, change, files);
            System.out.println("| 14, then 12 | " + change + " | " + score.row() + " |");
        }
    }
}
