package no.samtidig.learning.web;

import java.util.List;
import java.util.Optional;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.platform.Page;
import no.samtidig.platform.StyleSheets;

/**
 * The first page: what this is.
 *
 * @param modules all of them, in order
 * @param taste the step anybody can try; empty where no module is finished
 * @param need where the study of {@code landing.need} is read; empty where the register does not hold it
 */
@StyleSheets("learning.css")
public record LandingPage(List<KnowledgeModule> modules, Optional<TastePage.Taste> taste, Optional<String> need)
        implements Page {
    /** The study behind the figure of need: leaders of 241 substance programmes in one American state, asked about their practice. */
    static final String NEED = "timko-2012";

    public LandingPage {
        modules = List.copyOf(modules);
    }
}
