package no.samtidig.improvement.gap;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When a round can be open: fourteen days, outside the holidays, when many are away or temps ({@code journey.md} section 9). */
public final class GapDays {
    /** Days a round is open, the first and the last included. */
    public static final int OPEN = 14;

    private static final MonthDay SUMMER = MonthDay.of(6, 20);
    private static final MonthDay SUMMER_ENDS = MonthDay.of(8, 15);
    private static final MonthDay CHRISTMAS = MonthDay.of(12, 15);
    private static final MonthDay CHRISTMAS_ENDS = MonthDay.of(1, 5);

    /** So far a round is looked for on both sides of the wished day: the summer is the longest time without one. */
    private static final int FAR = 70;

    private GapDays() {}

    /** The last day of a round that opens on a day. */
    public static LocalDate closes(LocalDate opens) {
        return opens.plusDays(OPEN - 1L);
    }

    /** Whether a round that opens on the day would be open in a holiday: 20 June to 15 August, or 15 December to 5 January. */
    public static boolean holiday(LocalDate opens) {
        return IntStream.range(0, OPEN).mapToObj(opens::plusDays).anyMatch(GapDays::within);
    }

    private static boolean within(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        boolean summer = !date.isBefore(SUMMER) && !date.isAfter(SUMMER_ENDS);
        return summer || !date.isBefore(CHRISTMAS) || !date.isAfter(CHRISTMAS_ENDS);
    }

    /**
     * The day nearest to the wished one on which a round can open. It is within four weeks, but in the middle of the summer.
     *
     * @param first before which it cannot
     */
    public static LocalDate near(LocalDate wished, LocalDate first) {
        LocalDate from = wished.isBefore(first) ? first : wished;
        return IntStream.rangeClosed(0, FAR)
                .boxed()
                .flatMap(it -> Stream.of(from.minusDays(it), from.plusDays(it)))
                .filter(it -> !it.isBefore(first) && !holiday(it))
                .findFirst()
                .orElse(from);
    }
}
