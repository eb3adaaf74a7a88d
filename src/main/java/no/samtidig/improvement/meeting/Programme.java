package no.samtidig.improvement.meeting;

import java.util.List;
import no.samtidig.platform.code.Coded;

/** What a meeting does, minute by minute ({@code journey.md} section 5). */
public final class Programme {
    private Programme() {}

    /** A part of the meeting; its words stand under {@code meeting.step.<code>}. */
    public enum Step implements Coded {
        WELCOME,
        STRENGTHS,
        COUNCIL,
        TIERS,
        AREA,
        VOTE,
        GROUPS,
        LEADER,
        GOALS,
        END,
        /** Strengths and marked areas in words, or the cards. */
        FINDINGS,
        /** Each says one thing, without interruption. */
        ROUND,
        /** Three fingers behind the back, shown together. */
        FINGERS,
        /** One goal and one action. */
        ONE_GOAL,
        SHORT_END
    }

    /** A step with its minutes, from the beginning of the meeting. */
    public record Timed(Step step, int from, int to) {}

    private static final List<Timed> SIXTY = List.of(
            new Timed(Step.WELCOME, 0, 3),
            new Timed(Step.STRENGTHS, 3, 8),
            new Timed(Step.COUNCIL, 8, 13),
            new Timed(Step.TIERS, 13, 23),
            new Timed(Step.AREA, 23, 30),
            new Timed(Step.VOTE, 30, 34),
            new Timed(Step.GROUPS, 34, 37),
            new Timed(Step.LEADER, 37, 43),
            new Timed(Step.GOALS, 43, 55),
            new Timed(Step.END, 55, 60));

    private static final List<Timed> THIRTY = List.of(
            new Timed(Step.WELCOME, 0, 3),
            new Timed(Step.FINDINGS, 3, 8),
            new Timed(Step.ROUND, 8, 14),
            new Timed(Step.FINGERS, 14, 17),
            new Timed(Step.ONE_GOAL, 17, 26),
            new Timed(Step.SHORT_END, 26, 30));

    /** The steps of a meeting of 60 or 30 minutes. */
    public static List<Timed> of(int minutes) {
        return minutes == 60 ? SIXTY : THIRTY;
    }

    /**
     * Under which code the words of a step stand.
     *
     * @param cards whether cards are sorted, since too few answered
     */
    public static String words(Step step, boolean cards) {
        boolean other = cards && (step == Step.FINDINGS || step == Step.ROUND || step == Step.FINGERS);
        return step.code() + (other ? ".cards" : "");
    }
}
