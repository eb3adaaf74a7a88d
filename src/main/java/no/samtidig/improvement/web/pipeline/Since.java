package no.samtidig.improvement.web.pipeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import no.samtidig.platform.View;

/** How long ago or how far ahead a day is, in words: days up to two weeks, then weeks, then months. */
public final class Since {
    private static final int DAYS = 14;
    private static final int WEEKS = 10;
    private static final int WEEK = 7;

    private Since() {}

    /** For how long: <em>i 3 uker</em>. */
    public static String words(View view, LocalDate since, LocalDate today) {
        long days = Math.max(0, ChronoUnit.DAYS.between(since, today));
        if (days < DAYS) {
            return view.text("pipeline.since.days", days);
        }
        return days < WEEKS * WEEK
                ? view.text("pipeline.since.weeks", days / WEEK)
                : view.text("pipeline.since.months", Math.max(2, ChronoUnit.MONTHS.between(since, today)));
    }

    /** How soon: <em>om 3 dager</em>; of a day that has gone, that it has. */
    public static String ahead(View view, LocalDate day, LocalDate today) {
        if (day.isBefore(today)) {
            return view.text("pipeline.ahead.late", view.shortDate(day));
        }
        long days = ChronoUnit.DAYS.between(today, day);
        return days < DAYS ? view.text("pipeline.ahead.days", days) : view.shortDate(day);
    }
}
