package no.samtidig.learning.web;

import java.util.List;
import java.util.Optional;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.Lesson;
import no.samtidig.learning.LessonProgress;
import no.samtidig.platform.Page;

/**
 * The cover of a lesson: aims, steps, where to go on.
 *
 * @param module the lesson's module
 * @param number its place in the module, from 1
 * @param progress the reader's
 * @param following the next lesson not completed
 * @param tries what the reader has chosen to try from it, newest first
 */
public record LessonPage(
        KnowledgeModule module,
        int number,
        LessonProgress progress,
        Optional<LessonProgress> following,
        List<MyPage.Try> tries)
        implements Page {
    public LessonPage {
        tries = List.copyOf(tries);
    }

    public Lesson lesson() {
        return progress.lesson();
    }

    public String path() {
        return "/moduler/" + module.slug() + "/" + lesson().slug();
    }
}
