package no.samtidig.learning.web;

import java.util.List;
import no.samtidig.learning.ModuleProgress;
import no.samtidig.platform.Page;

/**
 * All six modules.
 *
 * @param modules in order, each with the reader's progress (none for somebody not signed in)
 */
public record ModulesPage(List<ModuleProgress> modules) implements Page {
    public ModulesPage {
        modules = List.copyOf(modules);
    }
}
