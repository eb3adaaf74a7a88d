package no.samtidig.improvement.change;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import no.samtidig.statistics.Estimate;
import no.samtidig.statistics.GroupTime;
import no.samtidig.statistics.RollUp;
import no.samtidig.statistics.TwoWay;
import no.samtidig.statistics.UnitPaired;

/**
 * Change of the gap in many units since each one's own start. A gap falls when practice rises or when people come to think it matters less.
 *
 * @param begun journeys with a first results meeting, stopped ones too: the denominator of everything
 * @param stopped of these, those that stopped
 * @param due of these, those that have come so far, by months since the start
 * @param own change in the units themselves, not compared with others, by months since the start; of those that have come so far
 * @param rollUp change minus what time alone did, as the starts at other times show it
 * @param waiting change compared with units that were measured while they waited
 * @param twoWay the labelled comparison, for the page of method only: it misses effects that grow or fade
 * @param shared units that have said yes to being named, by name
 * @param made when it was worked out
 */
public record ChangeReport(
        int begun,
        int stopped,
        SortedMap<Integer, Integer> due,
        SortedMap<Integer, UnitPaired> own,
        RollUp rollUp,
        GroupTime waiting,
        TwoWay twoWay,
        List<Line> shared,
        Instant made) {
    /** Months since the start that are told. */
    public static final List<Integer> MONTHS = List.of(6, 12, 18);

    /** From so many units with both measures on, figures are told; of fewer, words and the lines of those that share. */
    public static final int UNITS_FOR_FIGURES = 10;

    /** Of fewer started units than this no figure is told. */
    public static final int FEWEST_UNITS = 3;

    private static final int MONTHS_A_ROUND = 6;

    public ChangeReport {
        due = Collections.unmodifiableSortedMap(new TreeMap<>(due));
        own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
        shared = List.copyOf(shared);
    }

    /**
     * A unit that shares, where ten or more answered.
     *
     * @param measures by months since the start
     */
    public record Line(String unit, Map<Integer, UnitMeasure> measures) {
        /** Of fewer people than this no mean is told. */
        public static final int FEWEST_PEOPLE = 10;

        public Line {
            measures = Map.copyOf(measures);
        }
    }

    /**
     * Change apart from what time alone did.
     *
     * @param units that have started and are in it
     */
    public record Apart(Estimate estimate, int units) {}

    /** Units with a start and a measure so many months after it. */
    public int both(int months) {
        return Optional.ofNullable(own.get(months))
                .map(it -> it.paired().nPairs())
                .orElse(0);
    }

    /** The change in the units themselves so many months after their start; empty where too few are measured. */
    public Optional<UnitPaired> own(int months) {
        return both(months) < UNITS_FOR_FIGURES ? Optional.empty() : Optional.ofNullable(own.get(months));
    }

    /** Whether there are units enough for figures at some time. */
    public boolean figures() {
        return MONTHS.stream().anyMatch(it -> own(it).isPresent());
    }

    /**
     * Whether units that wait were measured often enough to compare with. Where they were, that is the comparison told, since it holds
     * whether or not late starters stood lower; where they were not, it is {@link #rollUp}.
     */
    public boolean comparedWithWaiting() {
        return waiting.overall().estimate().interval().low().number().isPresent();
    }

    /** Change apart from time, by the comparison that is told; empty where too few are measured. */
    public Optional<Apart> apart(int months) {
        if (both(months) < UNITS_FOR_FIGURES) {
            return Optional.empty();
        }
        int rounds = months / MONTHS_A_ROUND;
        Optional<Apart> apart = comparedWithWaiting()
                ? waiting.events().stream()
                        .filter(it -> it.roundsSinceStart() == rounds - 1)
                        .findFirst()
                        .map(it -> new Apart(it.estimate(), it.nTreatedUnits()))
                : rollUp.changes().stream()
                        .filter(it -> it.roundsSinceBaseline() == rounds)
                        .findFirst()
                        .map(it -> new Apart(it.estimate(), it.nUnits()));
        return apart.filter(it -> it.units() >= FEWEST_UNITS);
    }
}
