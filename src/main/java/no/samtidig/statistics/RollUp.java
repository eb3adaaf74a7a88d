package no.samtidig.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Change of many units since their own baseline, minus the calendar trend that the baselines of units starting at other times show. Every
 * unit is untreated only once, at its own baseline, so two-way fixed effects would miss effects that grow or fade; this does not.
 *
 * <p>β = slope of the baselines on their calendar round s; Δᵢₖ = y k rounds after the baseline minus the baseline; θₖ = mean Δₖ − kβ;
 * overall θₖ weighted by the units seen at k (two or more). Error: ψᵢ = Σₖ wₖ (Δᵢₖ − mean Δₖ)/(nₖ √(1 − 1/nₖ)) − κ (sᵢ − s̄) eᵢ/(S √(1 − hᵢ)), κ = Σ
 * wₖ k, se = √Σψᵢ²: CR2 with units as clusters (Bell & McCaffrey 2002). Degrees of freedom by Satterthwaite, as {@code
 * clubSandwich::linear_contrast}.
 *
 * <p>Right if the trend is a straight line and when a unit starts has nothing to do with its level. Nothing in the data can reveal whether
 * it has, and events that hit all units in the same half-year are in no interval.
 *
 * @param nUnits started units with a baseline
 * @param trendPerRound β
 * @param changes by rounds since the baseline, from 1
 */
public record RollUp(
        int nUnits,
        int nUnitsWithoutBaseline,
        int nUnitsNotStarted,
        int nStartTimes,
        Figure trendPerRound,
        List<Change> changes,
        Overall overall) {
    public RollUp {
        changes = List.copyOf(changes);
    }

    /**
     * So many rounds after the baseline.
     *
     * @param ownChange mean change since own baseline, trend and all
     */
    public record Change(int roundsSinceBaseline, int nUnits, Figure ownChange, Estimate estimate) {}

    /**
     * Over all of them, weighted by units.
     *
     * @param nChanges how many changes of units it is made of
     */
    public record Overall(int nChanges, Figure ownChange, Estimate estimate) {}

    /** Of a panel; units that have not started are counted and not used. */
    public static RollUp of(List<PanelRow> panel, double level) {
        Map<String, SortedMap<Integer, PanelRow>> units = GroupTime.byUnit(panel);
        List<Unit> started = new ArrayList<>();
        int waiting = 0;
        int without = 0;
        for (SortedMap<Integer, PanelRow> rounds : units.values()) {
            var from = rounds.firstEntry().getValue().treatedFrom();
            if (from.isEmpty()) {
                waiting++;
            } else if (rounds.containsKey(from.getAsInt() - 1)) {
                started.add(Unit.of(rounds, from.getAsInt() - 1));
            } else {
                without++;
            }
        }
        Baselines baselines = new Baselines(started);
        TreeMap<Integer, Integer> seen = new TreeMap<>();
        started.forEach(unit -> unit.changes.keySet().forEach(k -> seen.merge(k, 1, Integer::sum)));
        List<Change> changes = new ArrayList<>();
        seen.forEach((k, n) -> changes.add(
                new Change(k, n, baselines.own(Map.of(k, 1.0)), baselines.estimate(Map.of(k, 1.0), level))));
        TreeMap<Integer, Double> weights = new TreeMap<>();
        int usable =
                seen.values().stream().filter(it -> it >= 2).mapToInt(it -> it).sum();
        seen.forEach((k, n) -> {
            if (n >= 2) {
                weights.put(k, (double) n / usable);
            }
        });
        Overall overall = new Overall(usable, baselines.own(weights), baselines.estimate(weights, level));
        return new RollUp(started.size(), without, waiting, baselines.starts(), baselines.trend(), changes, overall);
    }

    private record Unit(int start, double baseline, TreeMap<Integer, Double> changes) {
        static Unit of(SortedMap<Integer, PanelRow> rounds, int start) {
            double baseline = Objects.requireNonNull(rounds.get(start)).y();
            TreeMap<Integer, Double> changes = new TreeMap<>();
            rounds.forEach((round, row) -> {
                if (round > start) {
                    changes.put(round - start, row.y() - baseline);
                }
            });
            return new Unit(start, baseline, changes);
        }
    }

    /** The line through the baselines, and what leans on it. */
    private static final class Baselines {
        private static final double LONE = 1e-10;
        private final List<Unit> units;
        private final double middle;
        private final double spread;
        private final double slope;
        private final double level;

        Baselines(List<Unit> units) {
            this.units = units;
            middle = units.stream().mapToDouble(Unit::start).average().orElse(0);
            level = units.stream().mapToDouble(Unit::baseline).average().orElse(0);
            spread = units.stream().mapToDouble(it -> away(it) * away(it)).sum();
            slope = units.stream()
                            .mapToDouble(it -> away(it) * (it.baseline - level))
                            .sum()
                    / spread;
        }

        private double away(Unit unit) {
            return unit.start - middle;
        }

        private double leverage(Unit unit) {
            return 1.0 / units.size() + away(unit) * away(unit) / spread;
        }

        int starts() {
            return (int) units.stream().mapToInt(Unit::start).distinct().count();
        }

        Figure trend() {
            return why().map(Figure::undefined).orElseGet(() -> Figure.of(slope));
        }

        private Optional<Undefined> why() {
            if (units.size() < 3) {
                return Optional.of(units.isEmpty() ? Undefined.NO_DATA : Undefined.N_TOO_SMALL);
            }
            if (starts() < 2) {
                return Optional.of(Undefined.NO_OTHER_START_TIMES);
            }
            return units.stream().anyMatch(it -> 1 - leverage(it) < LONE)
                    ? Optional.of(Undefined.START_TIME_OF_ONE)
                    : Optional.empty();
        }

        private Sample at(int k) {
            return Sample.of(units.stream()
                    .mapToDouble(it -> it.changes.getOrDefault(k, Double.NaN))
                    .toArray());
        }

        Figure own(Map<Integer, Double> weights) {
            if (weights.isEmpty()) {
                return Figure.undefined(Undefined.NO_DATA);
            }
            return Figure.of(weights.entrySet().stream()
                    .mapToDouble(it -> it.getValue() * at(it.getKey()).average())
                    .sum());
        }

        Estimate estimate(Map<Integer, Double> weights, double confidence) {
            if (why().isPresent()) {
                return Estimate.undefined(why().get());
            }
            if (weights.isEmpty()) {
                return Estimate.undefined(Undefined.NO_DATA);
            }
            double lag = 0;
            double estimate = 0;
            for (Map.Entry<Integer, Double> it : weights.entrySet()) {
                Sample changes = at(it.getKey());
                if (changes.n() < 2) {
                    return Estimate.undefined(Undefined.N_TOO_SMALL);
                }
                lag += it.getValue() * it.getKey();
                estimate += it.getValue() * (changes.average() - it.getKey() * slope);
            }
            return new Contrast(this, weights, lag).estimate(estimate, confidence);
        }
    }

    /** Error and degrees of freedom of one weighted sum. */
    private static final class Contrast {
        private final Baselines of;
        private final Map<Integer, Double> weights;
        private final double lag;

        Contrast(Baselines of, Map<Integer, Double> weights, double lag) {
            this.of = of;
            this.weights = weights;
            this.lag = lag;
        }

        /** What the residual of the unit's baseline counts with. */
        private double onBaseline(Unit unit) {
            return -lag * of.away(unit) / (of.spread * Math.sqrt(1 - of.leverage(unit)));
        }

        Estimate estimate(double estimate, double confidence) {
            TreeMap<Integer, Sample> changes = new TreeMap<>();
            weights.keySet().forEach(k -> changes.put(k, of.at(k)));
            TreeMap<Integer, Double> factors = new TreeMap<>();
            changes.forEach((k, it) ->
                    factors.put(k, Objects.requireNonNull(weights.get(k)) / (it.n() * Math.sqrt(1 - 1.0 / it.n()))));
            double variance = 0;
            for (Unit unit : of.units) {
                double part = onBaseline(unit) * (unit.baseline - of.level - of.slope * of.away(unit));
                for (Map.Entry<Integer, Double> it : factors.entrySet()) {
                    Double change = unit.changes.get(it.getKey());
                    if (change != null) {
                        part += it.getValue()
                                * (change
                                        - Objects.requireNonNull(changes.get(it.getKey()))
                                                .average());
                    }
                }
                variance += part * part;
            }
            return Estimate.of(estimate, Math.sqrt(variance), freedom(changes, factors), confidence);
        }

        /** Units that began together and were seen at the same rounds count alike, so each such kind is worked out once. */
        private record Kind(int start, Set<Integer> seen) {}

        /** ν = (Σ Pᵢᵢ)²/Σ Pᵢⱼ², kind by kind: a country has thousands of units and some dozens of kinds. */
        private double freedom(Map<Integer, Sample> changes, Map<Integer, Double> factors) {
            Map<Kind, Unit> first = new HashMap<>();
            Map<Kind, Integer> counts = new HashMap<>();
            for (Unit unit : of.units) {
                Kind kind = new Kind(unit.start, unit.changes.keySet());
                first.putIfAbsent(kind, unit);
                counts.merge(kind, 1, Integer::sum);
            }
            double trace = 0;
            double squares = 0;
            for (Map.Entry<Kind, Unit> one : first.entrySet()) {
                double n = Objects.requireNonNull(counts.get(one.getKey()));
                double itself = product(one.getValue(), one.getValue(), 1, changes, factors);
                trace += n * itself;
                squares += n * itself * itself;
                for (Map.Entry<Kind, Unit> other : first.entrySet()) {
                    double pairs = n
                            * (Objects.requireNonNull(counts.get(other.getKey()))
                                    - (one.getKey().equals(other.getKey()) ? 1 : 0));
                    double p = product(one.getValue(), other.getValue(), 0, changes, factors);
                    squares += pairs * p * p;
                }
            }
            return trace * trace / squares;
        }

        /** Pᵢⱼ = aᵢ′(I − H)ᵢⱼaⱼ; {@code same} is one for a unit with itself. */
        private double product(
                Unit one, Unit other, double same, Map<Integer, Sample> changes, Map<Integer, Double> factors) {
            double p = onBaseline(one)
                    * onBaseline(other)
                    * (same - 1.0 / of.units.size() - of.away(one) * of.away(other) / of.spread);
            for (Map.Entry<Integer, Double> it : factors.entrySet()) {
                if (one.changes.containsKey(it.getKey()) && other.changes.containsKey(it.getKey())) {
                    int seen = Objects.requireNonNull(changes.get(it.getKey())).n();
                    p += it.getValue() * it.getValue() * (same - 1.0 / seen);
                }
            }
            return p;
        }
    }
}
