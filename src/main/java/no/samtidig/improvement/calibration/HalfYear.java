package no.samtidig.improvement.calibration;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Half a year in which coaches rate: spring from January to June, autumn from July to December.
 *
 * @param year 2000 to 2999
 * @param half 1 is spring, 2 autumn
 */
public record HalfYear(int year, int half) implements Comparable<HalfYear> {
    private static final Pattern CODE = Pattern.compile("2[0-9]{3}-[12]");
    private static final int MONTHS = 6;

    /** In this month of the half-year coaches begin to be asked: March and September. Samtidig's own choice. */
    private static final int ASKED_FROM = 3;

    public HalfYear {
        if (year < 2000 || year > 2999 || half < 1 || half > 2) {
            throw new IllegalArgumentException("no half-year: " + year + "-" + half);
        }
    }

    /** The one a day is in. */
    public static HalfYear of(LocalDate day) {
        return new HalfYear(day.getYear(), day.getMonthValue() <= MONTHS ? 1 : 2);
    }

    /** The one a code means; empty where it means none. */
    public static Optional<HalfYear> read(String code) {
        return CODE.matcher(code).matches()
                ? Optional.of(new HalfYear(Integer.parseInt(code.substring(0, 4)), Integer.parseInt(code.substring(5))))
                : Optional.empty();
    }

    /** As it is kept and stands in an address: {@code 2026-2}. */
    public String code() {
        return year + "-" + half;
    }

    /** The first day on which coaches are asked. */
    public LocalDate asked() {
        return LocalDate.of(year, (half - 1) * MONTHS + ASKED_FROM, 1);
    }

    /** Its last day. */
    public LocalDate last() {
        return LocalDate.of(year, half * MONTHS, 1).plusMonths(1).minusDays(1);
    }

    /** Its place among all half-years. */
    int number() {
        return year * 2 + half;
    }

    @Override
    public int compareTo(HalfYear other) {
        return Integer.compare(number(), other.number());
    }
}
