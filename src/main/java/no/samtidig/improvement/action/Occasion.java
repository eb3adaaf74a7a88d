package no.samtidig.improvement.action;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** Which results meeting goals come from: those of months 0, 6, 12 and 18 of the journey. */
public enum Occasion implements Coded {
    START(0),
    SIX(6),
    TWELVE(12),
    EIGHTEEN(18);

    /** A round can be moved by four weeks, so the month before counts too. */
    private static final int MOVED = 1;

    private final int months;

    Occasion(int months) {
        this.months = months;
    }

    /** Months after the first results meeting. */
    public int months() {
        return months;
    }

    @Override
    public String code() {
        return Integer.toString(months);
    }

    /** The one whose goals are set in a month of the journey; the first before it has begun. */
    public static Occasion in(Optional<Integer> month) {
        int at = month.orElse(0) + MOVED;
        return at >= EIGHTEEN.months ? EIGHTEEN : at >= TWELVE.months ? TWELVE : at >= SIX.months ? SIX : START;
    }

    static Occasion of(int months) {
        return Coded.of(Occasion.class, Integer.toString(months)).orElseThrow();
    }
}
