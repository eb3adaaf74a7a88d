package no.samtidig.learning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.samtidig.catalogue.Lesson;
import no.samtidig.catalogue.Lesson.Step;

/**
 * How far a learner is in one lesson.
 *
 * @param lesson the lesson as it is now
 * @param done addresses of the parts the learner has gone through, in whatever wording
 * @param completed whether the lesson was completed once; an edit never takes that away
 */
public record LessonProgress(Lesson lesson, Set<String> done, boolean completed) {
    public LessonProgress {
        done = Set.copyOf(done);
    }

    /** Completed once, or gone through now: an author may have taken away the only step that was left. */
    @Override
    public boolean completed() {
        return completed || (begun() && everyStepDone());
    }

    /** Nobody's progress: nothing done. */
    public static LessonProgress none(Lesson lesson) {
        return new LessonProgress(lesson, Set.of(), false);
    }

    public boolean begun() {
        return !done.isEmpty();
    }

    public boolean done(Step step) {
        return step.doneIn(done);
    }

    /** Steps that are new, or hold something new, since the learner completed the lesson. */
    public List<Step> newSteps() {
        return completed() ? remaining() : List.of();
    }

    /** Steps not gone through yet, in order. */
    public List<Step> remaining() {
        return lesson.steps().stream().filter(it -> !done(it)).toList();
    }

    /** Where to go on: the first step not gone through; empty when all are. */
    public Optional<Step> next() {
        return remaining().stream().findFirst();
    }

    /** Where to go on, or the start for reading again. */
    public Step nextOrFirst() {
        return next().orElse(lesson.steps().getFirst());
    }

    public boolean everyStepDone() {
        return remaining().isEmpty();
    }

    public int stepsDone() {
        return lesson.steps().size() - remaining().size();
    }

    /** Minutes left of the lesson's own figure. */
    public int minutesLeft() {
        if (completed()) {
            return 0;
        }
        if (!begun()) {
            return lesson.minutes();
        }
        return remaining().stream().mapToInt(Step::minutes).sum();
    }
}
