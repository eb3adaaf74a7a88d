package no.samtidig.learning.web;

import java.util.List;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.platform.Page;
import no.samtidig.platform.StyleSheets;

/**
 * The first page: what this is.
 *
 * @param modules all of them, in order
 */
@StyleSheets("learning.css")
public record LandingPage(List<KnowledgeModule> modules) implements Page {
    public LandingPage {
        modules = List.copyOf(modules);
    }
}
