package no.samtidig.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.ContentVersion;
import no.samtidig.catalogue.Lesson;
import no.samtidig.catalogue.Lessons;
import no.samtidig.platform.RichText;
import org.junit.jupiter.api.Test;

/** What an author's edit does to a learner's progress: it never takes any away. */
class EditedLessonTest {
    private static final ContentVersion VERSION = Lessons.VERSION;

    private static Lesson lesson(String... steps) {
        List<Lesson.Step> all = java.util.Arrays.stream(steps)
                .map(it -> new Lesson.Step(
                        it, it, 2, 0, List.<Block>of(new Block.Text(it + "-0", VERSION, RichText.of("tekst")))))
                .toList();
        return Lessons.of(all);
    }

    @Test
    void new_steps_in_a_completed_lesson_are_told_and_the_lesson_stays_completed() {
        LessonProgress after = new LessonProgress(lesson("a", "b", "c", "d"), Set.of("a", "b"), true);
        assertThat(after.completed()).isTrue();
        assertThat(after.newSteps()).extracting(Lesson.Step::id).containsExactly("c", "d");
        assertThat(after.minutesLeft()).isZero();
    }

    @Test
    void a_removed_step_takes_nothing_away() {
        LessonProgress after = new LessonProgress(lesson("a"), Set.of("a", "b"), false);
        assertThat(after.everyStepDone()).isTrue();
    }

    @Test
    void a_reworded_step_stays_done() {
        LessonProgress after = new LessonProgress(lesson("a", "b"), Set.of("a"), false);
        assertThat(after.next().orElseThrow().id()).isEqualTo("b");
        assertThat(after.minutesLeft()).isEqualTo(2);
    }

    @Test
    void a_new_directive_in_a_done_step_makes_the_step_new() {
        Block quote = new Block.Quote("q", VERSION, RichText.of("x"), "oppdiktet", Optional.empty());
        Lesson.Step step = new Lesson.Step("a", "a", 2, 0, List.of(quote));
        Lesson edited = Lessons.of(List.of(step));
        assertThat(new LessonProgress(edited, Set.of("a"), true).newSteps()).hasSize(1);
        assertThat(new LessonProgress(edited, Set.of("a", "q"), true).newSteps())
                .isEmpty();
    }
}
