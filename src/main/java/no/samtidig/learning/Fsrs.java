package no.samtidig.learning;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The free spaced repetition scheduler, version 6 (FSRS-6), as published by Open Spaced Repetition: "The Algorithm" in the wiki of
 * {@code open-spaced-repetition/awesome-fsrs}, after Ye, Su and Cao, "A Stochastic Shortest Path Algorithm for Optimizing Spaced
 * Repetition Scheduling" (KDD 2022, doi 10.1145/3534678.3539081). Pure: memory, days and grade in, memory and days out.
 *
 * <p>It is the long-term form: a whole number of days between two reviews, and no steps of minutes within a day. The numbers it is
 * tested against are those the reference implementations publish.
 */
final class Fsrs {
    /** The published default weights of FSRS-6: fitted to reviews by users of flash cards, not to health staff. */
    static final double[] WEIGHTS = {
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
        1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
    };

    /** The default chance of remembering that a review is set for. */
    static final double RETENTION = 0.9;

    /** Half a year: nothing that may matter for somebody's safety is left longer than that. */
    static final int LONGEST = 180;

    private static final double LEAST_STABILITY = 0.001;

    private final double[] w;
    private final int longest;
    private final double decay;
    private final double factor;

    Fsrs() {
        this(WEIGHTS, LONGEST);
    }

    /**
     * With weights of one's own.
     *
     * @param weights 21 numbers; where 0.5 is the last and 0 the last but one, it is FSRS-5
     * @param longest days
     */
    Fsrs(double[] weights, int longest) {
        if (weights.length != 21) {
            throw new IllegalArgumentException("FSRS-6 has 21 weights");
        }
        this.w = weights.clone();
        this.longest = longest;
        this.decay = -w[20];
        this.factor = Math.pow(0.9, 1 / decay) - 1;
    }

    /** How a review went, with the number the formulas use. FSRS also knows "easy", which nobody is asked about here. */
    enum Grade {
        /** Not remembered. */
        AGAIN(1),
        /** Remembered, but unsure. */
        HARD(2),
        /** Remembered. */
        GOOD(3),
        /** Remembered without effort. Only the published numbers use it. */
        EASY(4);

        private final int number;

        Grade(int number) {
            this.number = number;
        }
    }

    /**
     * How well something is remembered.
     *
     * @param stability days until the chance of remembering has fallen to nine in ten; above 0
     * @param difficulty 1 (easy) to 10 (hard)
     */
    record Memory(double stability, double difficulty) {
        Memory {
            if (!(stability > 0) || !(difficulty >= 1 && difficulty <= 10)) {
                throw new IllegalArgumentException("no memory: " + stability + ", " + difficulty);
            }
        }
    }

    /**
     * The memory after a review.
     *
     * @param before null at the first meeting
     * @param days since the review before; 0 at the first meeting
     */
    Memory after(@Nullable Memory before, long days, Grade grade) {
        if (before == null) {
            return new Memory(Math.max(w[grade.number - 1], LEAST_STABILITY), clamped(firstDifficulty(grade)));
        }
        double remembered = retrievability(before, days);
        double stability = grade == Grade.AGAIN ? forgotten(before, remembered) : recalled(before, remembered, grade);
        return new Memory(Math.max(stability, LEAST_STABILITY), nextDifficulty(before.difficulty, grade));
    }

    /** The chance of remembering after so many days, 0 to 1. */
    double retrievability(Memory memory, long days) {
        return Math.pow(1 + factor * Math.max(0, days) / memory.stability, decay);
    }

    /** Days until the chance of remembering has fallen to {@link #RETENTION}, at least one. */
    int days(Memory memory) {
        double days = memory.stability / factor * (Math.pow(RETENTION, 1 / decay) - 1);
        return Math.clamp(Math.round(days), 1, longest);
    }

    /**
     * Days from a review to the next. A better answer always waits at least a day longer than a worse one, until the cap.
     *
     * @param before null at the first meeting
     * @param days since the review before
     */
    int interval(@Nullable Memory before, long days, Grade grade) {
        int hard = days(after(before, days, Grade.HARD));
        int again = Math.min(days(after(before, days, Grade.AGAIN)), hard);
        hard = Math.max(hard, again + 1);
        int good = Math.max(days(after(before, days, Grade.GOOD)), hard + 1);
        int interval =
                switch (grade) {
                    case AGAIN -> again;
                    case HARD -> hard;
                    case GOOD -> good;
                    case EASY -> Math.max(days(after(before, days, Grade.EASY)), good + 1);
                };
        return Math.min(interval, longest);
    }

    /**
     * The interval moved a little within the published range, so that what was learned on one day does not come back on one day. The
     * same seed moves it the same way.
     */
    int spread(int interval, long seed) {
        if (interval < 3) {
            return interval;
        }
        double reach = 1
                + 0.15 * Math.clamp(interval - 2.5, 0, 4.5)
                + 0.1 * Math.clamp(interval - 7.0, 0, 13)
                + 0.05 * Math.max(interval - 20.0, 0);
        int latest = (int) Math.min(Math.round(interval + reach), longest);
        int earliest = (int) Math.min(Math.max(2, Math.round(interval - reach)), latest);
        return new SplittableRandom(seed).nextInt(earliest, latest + 1);
    }

    private double firstDifficulty(Grade grade) {
        return w[4] - Math.exp(w[5] * (grade.number - 1)) + 1;
    }

    private double nextDifficulty(double difficulty, Grade grade) {
        double change = -w[6] * (grade.number - 3);
        double damped = difficulty + change * (10 - difficulty) / 9;
        return clamped(w[7] * firstDifficulty(Grade.EASY) + (1 - w[7]) * damped);
    }

    private static double clamped(double difficulty) {
        return Math.clamp(difficulty, 1, 10);
    }

    private double recalled(Memory before, double remembered, Grade grade) {
        double hard = grade == Grade.HARD ? w[15] : 1;
        double easy = grade == Grade.EASY ? w[16] : 1;
        return before.stability
                * (1
                        + Math.exp(w[8])
                                * (11 - before.difficulty)
                                * Math.pow(before.stability, -w[9])
                                * (Math.exp(w[10] * (1 - remembered)) - 1)
                                * hard
                                * easy);
    }

    /** Never more stable than before. */
    private double forgotten(Memory before, double remembered) {
        double stability = w[11]
                * Math.pow(before.difficulty, -w[12])
                * (Math.pow(before.stability + 1, w[13]) - 1)
                * Math.exp(w[14] * (1 - remembered));
        return Math.min(stability, before.stability);
    }
}
