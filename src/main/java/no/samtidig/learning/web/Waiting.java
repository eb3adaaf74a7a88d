package no.samtidig.learning.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import no.samtidig.access.Errand;
import no.samtidig.platform.View;

/**
 * What waits for somebody: a few in sight, the others folded.
 *
 * @param first at most {@link #IN_SIGHT}, what is due first before what can wait
 * @param rest the others, in the same order
 */
public record Waiting(List<Errand> first, List<Errand> rest) {
    /** More than three are a list, and a list is not read. */
    public static final int IN_SIGHT = 3;

    private static final int WEEK = 7;

    /** Up to two weeks days are counted, then weeks. */
    private static final int DAYS = 14;

    public Waiting {
        first = List.copyOf(first);
        rest = List.copyOf(rest);
    }

    static Waiting of(List<Errand> all) {
        List<Errand> sorted = all.stream()
                .sorted(Comparator.comparing(Errand::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        int sight = Math.min(IN_SIGHT, sorted.size());
        return new Waiting(sorted.subList(0, sight), sorted.subList(sight, sorted.size()));
    }

    /** How soon, or how long ago, a day is: <em>om 3 dager</em>. */
    public static String when(View view, LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days < 0) {
            return view.text("mine.due-in.late", -days);
        }
        return days <= DAYS ? view.text("mine.due-in.days", days) : view.text("mine.due-in.weeks", days / WEEK);
    }
}
