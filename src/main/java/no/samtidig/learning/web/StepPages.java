package no.samtidig.learning.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.access.AccountId;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Lesson;
import no.samtidig.catalogue.Voice;
import no.samtidig.catalogue.Voices;
import no.samtidig.learning.Answering;
import no.samtidig.learning.LessonProgress;
import no.samtidig.learning.Progressing;
import no.samtidig.learning.Reflecting;
import no.samtidig.learning.TeamExercises;
import no.samtidig.learning.Trying;
import no.samtidig.platform.Language;
import no.samtidig.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a step's page shows. */
@Component
class StepPages {
    private final KnowledgeModules modules;
    private final Progressing progressing;
    private final Answering answering;
    private final Reflecting reflecting;
    private final Trying trying;
    private final TeamExercises exercises;
    private final Voices voices;

    StepPages(
            KnowledgeModules modules,
            Progressing progressing,
            Answering answering,
            Reflecting reflecting,
            Trying trying,
            TeamExercises exercises,
            Voices voices) {
        this.modules = modules;
        this.progressing = progressing;
        this.answering = answering;
        this.reflecting = reflecting;
        this.trying = trying;
        this.exercises = exercises;
        this.voices = voices;
    }

    /** The step as the learner sees it now. */
    StepPage step(
            String moduleSlug,
            String lessonSlug,
            String stepId,
            Visitor.Person learner,
            Language language,
            String again,
            Map<String, List<Integer>> orders) {
        KnowledgeModule module = modules.module(moduleSlug).orElseThrow(ProblemException::notFound);
        Lesson lesson = module.lesson(lessonSlug, language).orElseThrow(ProblemException::notFound);
        Lesson.Step step = lesson.step(stepId).orElseThrow(ProblemException::notFound);
        return page(module, lesson, step, learner, language, again, usable(step, orders), null);
    }

    /** Every step of a lesson without anybody's work. */
    List<StepPage> onPaper(KnowledgeModule module, Lesson lesson) {
        return lesson.steps().stream()
                .map(it -> new StepPage(
                        module, LessonProgress.none(lesson), it, StepPage.Work.NONE, null, heard(it), false))
                .toList();
    }

    /** The step of a block, telling what was wrong with what was just sent. */
    StepPage withTrouble(
            KnowledgeModule module,
            Lesson lesson,
            Lesson.Step step,
            Visitor.Person learner,
            Language language,
            StepPage.Trouble trouble) {
        return page(module, lesson, step, learner, language, "", Map.of(), trouble);
    }

    private StepPage page(
            KnowledgeModule module,
            Lesson lesson,
            Lesson.Step step,
            Visitor.Person learner,
            Language language,
            String again,
            Map<String, List<Integer>> orders,
            StepPage.@Nullable Trouble trouble) {
        LessonProgress progress = progressing.in(module, learner.account(), language).lessons().stream()
                .filter(it -> it.lesson().slug().equals(lesson.slug()))
                .findFirst()
                .orElseThrow();
        return new StepPage(
                module,
                progress,
                step,
                work(module, lesson, step, learner, again, orders),
                trouble,
                heard(step),
                false);
    }

    /** Asks only for the kinds of work the step can hold. */
    private StepPage.Work work(
            KnowledgeModule module,
            Lesson lesson,
            Lesson.Step step,
            Visitor.Person learner,
            String again,
            Map<String, List<Integer>> orders) {
        AccountId account = learner.account();
        boolean answered = has(step, Block.Question.class) || has(step, Block.BranchingCase.class);
        return new StepPage.Work(
                answered ? answering.latest(account, module.slug(), lesson.slug()) : Map.of(),
                has(step, Block.Reflection.class) ? reflecting.in(account, module.slug(), lesson.slug()) : Map.of(),
                has(step, Block.ShiftTask.class) ? trying.in(account, module.slug(), lesson.slug()) : Map.of(),
                has(step, Block.TeamExercise.class) ? exercises.in(account, module.slug(), lesson.slug()) : Map.of(),
                again,
                orders,
                account.value().getMostSignificantBits() ^ account.value().getLeastSignificantBits());
    }

    /** Asks only where the step has a voice. */
    private Set<String> heard(Lesson.Step step) {
        return step.blocks().stream()
                .flatMap(it -> it instanceof Block.VoiceSlot slot ? slot.voice().stream() : Stream.empty())
                .filter(voices::mayBeHeard)
                .map(Voice::slug)
                .collect(Collectors.toSet());
    }

    private static boolean has(Lesson.Step step, Class<? extends Block> kind) {
        return step.blocks().stream().anyMatch(kind::isInstance);
    }

    /** Leaves out an order from an address that somebody wrote by hand. */
    private static Map<String, List<Integer>> usable(Lesson.Step step, Map<String, List<Integer>> orders) {
        boolean fits = orders.entrySet().stream()
                .allMatch(it -> step.blocks().stream()
                        .anyMatch(block -> block instanceof Block.Ordering ordering
                                && block.id().equals(it.getKey())
                                && permutes(it.getValue(), ordering.items().size())));
        return fits ? orders : Map.of();
    }

    static boolean permutes(List<Integer> order, int size) {
        return order.size() == size
                && new HashSet<>(order).size() == size
                && order.stream().allMatch(it -> it >= 0 && it < size);
    }
}
