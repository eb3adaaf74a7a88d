package no.samtidig.improvement.coaching;

import java.util.List;
import java.util.Objects;
import no.samtidig.platform.code.Coded;

/**
 * Whether talks can go from every second week to every month ({@code journey.md} section 7): only if the step of the talk before was done
 * in the last two talks held; else the rhythm is kept for six weeks more. The words stand under {@code talks.rhythm.<code>}.
 */
public enum Rhythm implements Coded {
    /** The talks every second week go on. */
    EARLY,
    /** Two talks in a row had a step done. */
    MONTHLY,
    /** Keep the rhythm. */
    SIX_WEEKS_MORE,
    /** The talks a month apart have begun. */
    DECIDED;

    /** So many talks in a row. */
    private static final int IN_A_ROW = 2;

    /**
     * The rule for a journey's talks.
     *
     * @param talks all of them by day
     */
    public static Rhythm of(List<Talk> talks) {
        List<Talk> close = fortnightly(talks);
        if (close.size() == talks.size() || close.stream().anyMatch(Talk::planned)) {
            return EARLY;
        }
        if (talks.subList(close.size(), talks.size()).stream().anyMatch(Talk::held)) {
            return DECIDED;
        }
        List<Talk> held = close.stream().filter(Talk::held).toList();
        boolean done = held.size() >= IN_A_ROW
                && held.subList(held.size() - IN_A_ROW, held.size()).stream()
                        .map(Talk::note)
                        .allMatch(it -> it != null && Objects.equals(it.done(), StepDone.YES));
        return done ? MONTHLY : SIX_WEEKS_MORE;
    }

    /** The talks before the last {@link TalkPlan#MONTHLY}: those every second week, and those added to them. */
    static List<Talk> fortnightly(List<Talk> talks) {
        return talks.subList(0, Math.max(0, talks.size() - TalkPlan.MONTHLY));
    }
}
