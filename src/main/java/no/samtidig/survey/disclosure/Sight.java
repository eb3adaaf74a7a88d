package no.samtidig.survey.disclosure;

import java.util.List;
import no.samtidig.platform.code.Coded;
import no.samtidig.survey.StaffGroup;

/**
 * What a round will show if 40, 60 or 80 of a hundred answer, in words: who will answer is not known, so a number would pretend too much.
 *
 * @param invited how many are invited
 * @param staffGroups those invited of each, in their fixed order
 * @param regions by name, of the layer RVTS
 * @param units all units together
 */
public record Sight(int invited, List<Row<StaffGroup>> staffGroups, List<Row<String>> regions, UnitsSeen units) {
    /** How many of a hundred answer, in what is played. */
    public static final List<Integer> RATES = List.of(40, 60, 80);

    public Sight {
        staffGroups = List.copyOf(staffGroups);
        regions = List.copyOf(regions);
    }

    /**
     * A part of those who are invited.
     *
     * @param at the outlook at each of {@link #RATES}
     */
    public record Row<T>(T of, int invited, List<Outlook> at) {
        public Row {
            at = List.copyOf(at);
        }
    }

    /**
     * The units together.
     *
     * @param own how many get numbers of their own, at each of {@link #RATES}
     * @param whole how many get them with every answer in
     */
    public record UnitsSeen(int count, List<Extent> own, List<Extent> whole) {
        public UnitsSeen {
            own = List.copyOf(own);
            whole = List.copyOf(whole);
        }
    }

    private static final double NEARLY_ALWAYS = 0.95;
    private static final double MOSTLY = 0.65;
    private static final double HALFWAY = 0.35;
    private static final double RARELY = 0.05;

    /** What to expect for a part; the words stand under {@code rounds.sight.outlook.<code>}. */
    public enum Outlook implements Coded {
        /** Nearly always with everybody who answered. */
        WHOLE,
        /** Nearly always, and often without some answers. */
        OWN,
        OFTEN,
        MAYBE,
        SELDOM,
        NEVER;

        static Outlook of(int own, int whole, int times) {
            double shown = times == 0 ? 0 : (double) own / times;
            return times > 0 && (double) whole / times >= NEARLY_ALWAYS
                    ? WHOLE
                    : shown >= NEARLY_ALWAYS
                            ? OWN
                            : shown >= MOSTLY ? OFTEN : shown >= HALFWAY ? MAYBE : shown >= RARELY ? SELDOM : NEVER;
        }
    }

    /** How many of the units; the words stand under {@code rounds.sight.extent.<code>}. */
    public enum Extent implements Coded {
        ALL,
        MOST,
        HALF,
        FEW,
        NONE;

        static Extent of(int some, int all) {
            double share = all == 0 ? 0 : (double) some / all;
            return share >= NEARLY_ALWAYS
                    ? ALL
                    : share >= MOSTLY ? MOST : share >= HALFWAY ? HALF : share >= RARELY ? FEW : NONE;
        }
    }
}
