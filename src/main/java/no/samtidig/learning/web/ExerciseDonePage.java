package no.samtidig.learning.web;

import java.util.List;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.Lesson;
import no.samtidig.learning.Attempt;
import no.samtidig.learning.DailyExercise;
import no.samtidig.platform.Page;
import no.samtidig.platform.StyleSheets;
import org.jspecify.annotations.Nullable;

/**
 * The day's exercise where there is nothing (more) to answer: done, nothing due, nothing met yet, or turned off.
 *
 * @param exercise the reader's exercise today
 * @param sentence something for the next shift, from a lesson that was practised today; null where none belongs
 * @param due tasks taken on before that it is time to ask about
 */
@StyleSheets({StyleSheets.PARTS, "learning.css", "lesson.css"})
public record ExerciseDonePage(
        DailyExercise exercise, @Nullable Sentence sentence, List<MyPage.Try> due) implements Page {
    public ExerciseDonePage {
        due = List.copyOf(due);
    }

    /**
     * One sentence for the next shift.
     *
     * @param task the task it is from
     * @param lesson its lesson
     * @param lessonPath the lesson's address
     * @param attempt the reader's own, where it is taken on; else null
     */
    public record Sentence(
            Block.ShiftTask task,
            Lesson lesson,
            String lessonPath,
            @Nullable Attempt attempt) {}

    /** Whether the reader has just practised. */
    public boolean done() {
        return exercise.on() && !exercise.answered().isEmpty();
    }
}
