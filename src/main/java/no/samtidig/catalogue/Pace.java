package no.samtidig.catalogue;

import java.util.List;

/**
 * How a lesson's minutes spread over its steps: by what each step holds, reading at 190 words a minute (a calm pace on a phone) and
 * with a fixed time for each thing to do. Only the shares matter, since the sum is the lesson's own figure.
 */
final class Pace {
    private static final double WORDS_A_MINUTE = 190;

    private Pace() {}

    static List<Lesson.Step> steps(int minutes, List<Lesson.Step> steps) {
        double all = steps.stream().mapToDouble(Pace::weight).sum();
        return steps.stream()
                .map(it -> new Lesson.Step(
                        it.id(),
                        it.title(),
                        Math.max(1, (int) Math.round(minutes * weight(it) / all)),
                        it.blocks().stream().anyMatch(Block.TeamExercise.class::isInstance),
                        it.blocks()))
                .toList();
    }

    private static double weight(Lesson.Step step) {
        return 0.1 + step.blocks().stream().mapToDouble(Pace::weight).sum();
    }

    private static double weight(Block block) {
        return switch (block) {
            case Block.Text it -> it.text().words() / WORDS_A_MINUTE;
            case Block.Figure _ -> 0.5;
            case Block.FactBox it -> it.text().words() / WORDS_A_MINUTE;
            case Block.Quote it -> it.text().words() / WORDS_A_MINUTE;
            case Block.Film it -> it.minutes();
            case Block.Reflection _ -> 0.8;
            case Block.SingleChoice _ -> 0.6;
            case Block.MultipleChoice _ -> 0.8;
            case Block.Ordering _ -> 1;
            case Block.Matching _ -> 1;
            case Block.DutyCase _ -> 1;
            case Block.BranchingCase _ -> 2.5;
            case Block.ShiftTask _ -> 0.4;
            case Block.TeamExercise _ -> 0.7;
            case Block.ClaimCard _ -> 0.3;
            case Block.Summary _ -> 0.4;
        };
    }
}
