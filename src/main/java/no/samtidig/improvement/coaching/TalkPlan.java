package no.samtidig.improvement.coaching;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import no.samtidig.platform.mail.Daytime;

/**
 * The days proposed for a journey's talks: thirteen every second week, then twelve a month apart ({@code journey.md} section 7). Never on
 * a weekend or a public holiday; in the summer only where the pause cannot be kept by moving two weeks.
 */
public final class TalkPlan {
    /** Talks every second week: as long as the help lasted in the trial, six months. */
    public static final int FORTNIGHTLY = 13;

    /** Talks a month apart after that: twelve months. */
    public static final int MONTHLY = 12;

    /** Talks with the same rhythm that are added where it should be kept: six weeks. */
    public static final int MORE = 3;

    private static final int FORTNIGHT = 14;

    /** Two talks are not proposed closer than this. */
    private static final int APART = 7;

    private static final MonthDay SUMMER_BEGINS = MonthDay.of(Month.JUNE, 20);
    private static final MonthDay SUMMER_ENDS = MonthDay.of(Month.AUGUST, 15);

    private TalkPlan() {}

    /** All days, from the first one that was chosen. */
    public static List<LocalDate> from(LocalDate first) {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < FORTNIGHTLY; i++) {
            add(days, first.plusDays((long) FORTNIGHT * i), first.plusDays((long) FORTNIGHT * (i + 1)));
        }
        LocalDate last = first.plusDays((long) FORTNIGHT * (FORTNIGHTLY - 1));
        for (int month = 1; month <= MONTHLY; month++) {
            add(days, last.plusMonths(month), last.plusMonths(month + 1L));
        }
        return List.copyOf(days);
    }

    /** Days with the same rhythm after a talk, for six weeks. */
    public static List<LocalDate> more(LocalDate after) {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 1; i <= MORE; i++) {
            add(days, after.plusDays((long) FORTNIGHT * i), after.plusDays((long) FORTNIGHT * (i + 1)));
        }
        return List.copyOf(days);
    }

    /** Whether a day lies in the weeks when talks are not proposed where it can be helped: 20 June to 15 August. */
    public static boolean summer(LocalDate day) {
        MonthDay at = MonthDay.from(day);
        return !at.isBefore(SUMMER_BEGINS) && !at.isAfter(SUMMER_ENDS);
    }

    private static void add(List<LocalDate> days, LocalDate wanted, LocalDate next) {
        LocalDate day = working(wanted);
        if (summer(day)) {
            LocalDate before = workingBefore(SUMMER_BEGINS.atYear(day.getYear()).minusDays(1));
            LocalDate after = working(SUMMER_ENDS.atYear(day.getYear()).plusDays(1));
            boolean apart = days.isEmpty() || between(days.getLast(), before) >= APART;
            if (between(before, day) <= FORTNIGHT && apart) {
                day = before;
            } else if (between(day, after) <= FORTNIGHT && between(after, next) >= APART) {
                day = after;
            }
        }
        days.add(day);
    }

    private static long between(LocalDate one, LocalDate other) {
        return ChronoUnit.DAYS.between(one, other);
    }

    /** The day, or the next when people are at work. */
    static LocalDate working(LocalDate day) {
        LocalDate at = day;
        while (!Daytime.working(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    private static LocalDate workingBefore(LocalDate day) {
        LocalDate at = day;
        while (!Daytime.working(at)) {
            at = at.minusDays(1);
        }
        return at;
    }
}
