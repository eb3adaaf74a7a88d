package no.samtidig.learning.web;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.access.Followed;
import no.samtidig.catalogue.Block;
import no.samtidig.learning.Attempt;
import no.samtidig.learning.DailyExercise;
import no.samtidig.learning.LessonProgress;
import no.samtidig.learning.ModuleProgress;
import no.samtidig.learning.Note;
import no.samtidig.platform.Page;
import org.jspecify.annotations.Nullable;

/**
 * The reader's own page: what waits, what they follow, and their own learning. For those whose work is more than learning it is one row; for the
 * others the next lesson is the one clear next step.
 *
 * @param name what the reader is called
 * @param slim whether the role acted in has work of its own here, so that learning takes one row
 * @param today which days are counted from
 * @param modules finished modules with progress
 * @param tries tasks taken on that still exist
 * @param notes private notes, newest first
 * @param exercise the day's exercise
 * @param waiting what waits for the reader in other modules
 * @param follows what the reader follows in other modules
 * @param told whether the reader has just told how a task went
 */
public record MyPage(
        String name,
        boolean slim,
        LocalDate today,
        List<ModuleProgress> modules,
        List<Try> tries,
        List<Note> notes,
        DailyExercise exercise,
        Waiting waiting,
        List<Followed> follows,
        boolean told)
        implements Page {
    public MyPage {
        modules = List.copyOf(modules);
        tries = List.copyOf(tries);
        notes = List.copyOf(notes);
        follows = List.copyOf(follows);
    }

    /**
     * A task taken on.
     *
     * @param task the task itself
     * @param lesson where it stands
     * @param step the step's address
     * @param attempt how it went
     * @param due whether it is time to ask
     */
    public record Try(Block.ShiftTask task, LessonProgress lesson, String step, Attempt attempt, boolean due) {
        public String path() {
            return "/moduler/" + attempt.where().module() + "/"
                    + attempt.where().lesson();
        }
    }

    /** The module to go on with: one begun and not done, else the first not done; null when all is done. */
    public @Nullable ModuleProgress current() {
        return modules.stream()
                .filter(it -> it.begun() && !it.completed())
                .findFirst()
                .or(() -> modules.stream().filter(it -> !it.completed()).findFirst())
                .orElse(null);
    }

    public List<Try> due() {
        return tries.stream().filter(Try::due).toList();
    }

    public List<Try> waitingOrTold() {
        return tries.stream().filter(it -> !it.due()).toList();
    }
}
