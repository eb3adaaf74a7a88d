package no.samtidig.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import no.samtidig.platform.RichText;

/**
 * How long a lesson takes, measured: reading at 190 words a minute (a calm pace on a phone) what is seen on one way through, and a
 * fixed time for each thing to choose or write. Seen is what stands open: the explanation of the right option and of one other, one
 * way through a case, the short form of the ladder. What is one tap away, and the script of an exercise for several people, is not.
 */
final class Pace {
    private static final double WORDS_A_MINUTE = 190;
    private static final double CHOOSING_ONE = 0.25;
    private static final double CHOOSING_SEVERAL = 0.4;
    private static final double ARRANGING = 0.5;
    private static final double WRITING = 0.5;
    private static final double A_TURN_IN_A_CASE = 0.2;

    private Pace() {}

    /** Whole minutes for all of the steps, at least one. */
    static int minutes(List<Lesson.Step> steps) {
        return rounded(steps.stream().mapToDouble(Pace::minutes).sum());
    }

    /** The same steps, each with its minutes. */
    static List<Lesson.Step> steps(List<Lesson.Step> steps) {
        return steps.stream()
                .map(it -> new Lesson.Step(
                        it.id(),
                        it.title(),
                        rounded(minutes(it)),
                        it.blocks().stream()
                                .mapToInt(
                                        block -> block instanceof Block.TeamExercise exercise ? exercise.minutes() : 0)
                                .sum(),
                        it.blocks()))
                .toList();
    }

    private static int rounded(double minutes) {
        return Math.max(1, (int) Math.round(minutes));
    }

    private static double minutes(Lesson.Step step) {
        return step.blocks().stream().mapToDouble(Pace::minutes).sum();
    }

    private static double minutes(Block block) {
        return switch (block) {
            case Block.Text it -> read(it.text());
            case Block.Figure it -> 0.25 + read(it.caption());
            case Block.FactBox it -> read(it.title()) + read(it.text());
            case Block.Quote it -> read(it.text());
            case Block.Film it -> it.minutes();
            case Block.Reflection it -> WRITING + read(it.question()) + read(it.help());
            case Block.SingleChoice it ->
                CHOOSING_ONE + read(it.question()) + options(it.options()) + read(it.closing());
            case Block.MultipleChoice it ->
                CHOOSING_SEVERAL + read(it.question()) + options(it.options()) + read(it.closing());
            case Block.DutyCase it -> CHOOSING_ONE + read(it.situation()) + read(it.question()) + options(it.options());
            case Block.Ordering it ->
                ARRANGING
                        + read(it.question())
                        + it.items().stream()
                                .mapToDouble(item -> read(item.text()) + read(item.why()))
                                .sum()
                        + read(it.closing());
            case Block.Matching it ->
                ARRANGING
                        + read(it.question())
                        + it.pairs().stream()
                                .mapToDouble(pair -> read(pair.left()) + read(pair.right()) + read(pair.why()))
                                .sum()
                        + read(it.closing());
            case Block.BranchingCase it -> read(it.notice().orElse("")) + oneWay(it, it.start());
            case Block.ShiftTask it -> read(it.task()) + read(it.variant());
            case Block.TeamExercise it -> read(it.title()) + read(it.purpose());
            case Block.ClaimCard it -> read(it.claim().wording().in(Language.NB).value()) + read(it.note());
            case Block.LadderBlock it ->
                read(it.note())
                        + read(it.ladder().lead())
                        + read(it.ladder().always())
                        + it.ladder().rungs().stream()
                                .mapToDouble(rung -> read(rung.name()) + read(rung.brief()))
                                .sum();
            case Block.SheetBlock it -> read(it.note()) + read(it.sheet().text());
            case Block.VoiceSlot it ->
                it.voice().map(voice -> (double) voice.minutes()).orElse(read(it.wanted()));
            case Block.Summary it -> it.lines().stream().mapToDouble(Pace::read).sum();
        };
    }

    /** All options, the explanations of the right ones, and that of one of the others. */
    private static double options(List<Block.Option> options) {
        return options.stream().mapToDouble(it -> read(it.text())).sum()
                + options.stream()
                        .filter(Block.Option::correct)
                        .mapToDouble(it -> read(it.why()))
                        .sum()
                + options.stream()
                        .filter(it -> !it.correct())
                        .mapToDouble(it -> read(it.why()))
                        .average()
                        .orElse(0);
    }

    /** The mean of the ways on from a scene. */
    private static double oneWay(Block.BranchingCase block, String scene) {
        return switch (Objects.requireNonNull(block.scenes().get(scene))) {
            case Block.Ending it -> read(it.title()) + read(it.text()) + read(it.learned());
            case Block.Fork it ->
                A_TURN_IN_A_CASE
                        + read(it.text())
                        + it.choices().stream()
                                .mapToDouble(choice -> read(choice.text()))
                                .sum()
                        + it.choices().stream()
                                .mapToDouble(choice -> oneWay(block, choice.to()))
                                .average()
                                .orElse(0);
        };
    }

    private static double read(RichText text) {
        return text.words() / WORDS_A_MINUTE;
    }

    private static double read(Optional<RichText> text) {
        return text.map(Pace::read).orElse(0.0);
    }

    private static double read(String text) {
        return Stream.of(text.strip().split("\\s+")).filter(it -> !it.isEmpty()).count() / WORDS_A_MINUTE;
    }
}
