package no.samtidig.improvement.change;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import no.samtidig.statistics.RollUp;
import no.samtidig.statistics.UnitPaired;

/**
 * Change of the gap in many units since each one's own start. A gap falls when practice rises or when people come to think it matters less.
 *
 * @param begun journeys with a first results meeting, stopped ones too: the denominator of everything
 * @param stopped of these, those that stopped
 * @param measured units with enough answers, by months since the start
 * @param own change in the units themselves, not compared with others, by months since the start
 * @param rollUp change minus what time alone did, as the starts at other times show it
 * @param shared units that have said yes to being named, by name
 * @param made when it was worked out
 */
public record ChangeReport(
        int begun,
        int stopped,
        SortedMap<Integer, Integer> measured,
        SortedMap<Integer, UnitPaired> own,
        RollUp rollUp,
        List<Line> shared,
        Instant made) {
    /** From so many units with both measures on, figures are told; of fewer, words and the lines of those that share. */
    public static final int UNITS_FOR_FIGURES = 10;

    /** Of fewer started units than this no figure is told. */
    public static final int FEWEST_UNITS = 3;

    public ChangeReport {
        measured = Collections.unmodifiableSortedMap(new TreeMap<>(measured));
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

    /** Units with a start and a measure so many months after it. */
    public int both(int months) {
        return Optional.ofNullable(own.get(months))
                .map(it -> it.paired().nPairs())
                .orElse(0);
    }

    /** Whether there are units enough for figures at some time. */
    public boolean figures() {
        return own.keySet().stream().anyMatch(it -> both(it) >= UNITS_FOR_FIGURES);
    }
}
