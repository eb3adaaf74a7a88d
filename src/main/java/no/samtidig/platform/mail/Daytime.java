package no.samtidig.platform.mail;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import no.samtidig.platform.Norway;

/**
 * When mail that can wait goes out: between seven and twenty o'clock in Norway, on days when people are at work. Holidays are those of
 * the Act on public holidays of 24 February 1995 (lov om helligdager og helligdagsfred, section 2) and the two days of the Act of
 * 26 April 1947 (1 and 17 May).
 */
public final class Daytime {
    private static final LocalTime BEGINS = LocalTime.of(7, 0);
    private static final LocalTime ENDS = LocalTime.of(20, 0);
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.MAY, 17),
            MonthDay.of(Month.DECEMBER, 25),
            MonthDay.of(Month.DECEMBER, 26));
    /** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday. */
    private static final Set<Long> BY_EASTER = Set.of(-3L, -2L, 0L, 1L, 39L, 49L, 50L);

    private Daytime() {}

    /** Whether it may go out now. */
    public static boolean at(Instant now) {
        return next(now).equals(now);
    }

    /** The first moment from now on when it may go out. */
    public static Instant next(Instant now) {
        ZonedDateTime there = now.atZone(Norway.ZONE);
        if (working(there.toLocalDate()) && there.toLocalTime().isBefore(ENDS)) {
            return there.toLocalTime().isBefore(BEGINS) ? there.with(BEGINS).toInstant() : now;
        }
        LocalDate day = there.toLocalDate().plusDays(1);
        while (!working(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(BEGINS).atZone(Norway.ZONE).toInstant();
    }

    /** Neither Saturday nor Sunday nor a holiday. */
    public static boolean working(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !FIXED.contains(MonthDay.from(day))
                && !BY_EASTER.contains(ChronoUnit.DAYS.between(easter(day.getYear()), day));
    }

    /** Easter Sunday of the Gregorian calendar: the anonymous algorithm of 1876, as Meeus gives it (Astronomical Algorithms, chapter 8). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int moon = (century + 8) / 25;
        int epact = (19 * golden + century - century / 4 - (century - moon + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
