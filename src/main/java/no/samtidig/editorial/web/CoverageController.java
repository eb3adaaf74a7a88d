package no.samtidig.editorial.web;

import java.time.Clock;
import java.time.LocalDate;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.Coverage;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the lessons cover. */
@Controller
class CoverageController {
    private final KnowledgeModules modules;
    private final Clock clock;

    CoverageController(KnowledgeModules modules, Clock clock) {
        this.modules = modules;
        this.clock = clock;
    }

    @GetMapping("/redaksjon/dekning")
    Page coverage(Visitor visitor, Language language) {
        visitor.require(Permission.SEE_COVERAGE);
        return new CoveragePage(
                modules.all().stream()
                        .filter(KnowledgeModule::finished)
                        .map(it -> Coverage.of(it, language))
                        .toList(),
                LocalDate.now(clock));
    }
}
