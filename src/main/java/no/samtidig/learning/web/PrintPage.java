package no.samtidig.learning.web;

import java.util.List;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.Lesson;
import no.samtidig.platform.Page;
import no.samtidig.platform.StyleSheets;

/**
 * A whole lesson on one page, for paper.
 *
 * @param steps every step as a page part without the reader's own work
 */
@StyleSheets({StyleSheets.PARTS, "lesson.css"})
public record PrintPage(KnowledgeModule module, Lesson lesson, List<StepPage> steps) implements Page {
    public PrintPage {
        steps = List.copyOf(steps);
    }
}
