package no.samtidig.learning.web;

import java.util.List;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.platform.Page;

/**
 * The first page: what this is.
 *
 * @param modules all of them, in order
 */
public record LandingPage(List<KnowledgeModule> modules) implements Page {
    public LandingPage {
        modules = List.copyOf(modules);
    }
}
