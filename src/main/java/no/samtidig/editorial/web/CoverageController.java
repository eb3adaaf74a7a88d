package no.samtidig.editorial.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.Coverage;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Voice;
import no.samtidig.catalogue.Voices;
import no.samtidig.editorial.Withdrawing;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What the lessons cover, and the voices in them. */
@Controller
class CoverageController {
    private final KnowledgeModules modules;
    private final Voices voices;
    private final Withdrawing withdrawing;
    private final Clock clock;

    CoverageController(KnowledgeModules modules, Voices voices, Withdrawing withdrawing, Clock clock) {
        this.modules = modules;
        this.voices = voices;
        this.withdrawing = withdrawing;
        this.clock = clock;
    }

    @GetMapping("/redaksjon/dekning")
    Page coverage(Visitor visitor, Language language) {
        Visitor.Person reader = visitor.require(Permission.SEE_COVERAGE);
        List<Voice> recorded = voices.all();
        return new CoveragePage(
                modules.all().stream()
                        .filter(KnowledgeModule::finished)
                        .map(it -> Coverage.of(it, language))
                        .toList(),
                LocalDate.now(clock),
                recorded,
                voices.withdrawn(recorded.stream().map(Voice::slug).toList()),
                reader.acting().role().permissions().contains(Permission.WITHDRAW_VOICES));
    }

    @PostMapping("/redaksjon/dekning/stemmer/{voice}/trekk")
    SeeOther withdraw(@PathVariable("voice") String voice, Visitor visitor) {
        Visitor.Person editor = visitor.require(Permission.WITHDRAW_VOICES);
        if (!withdrawing.withdraw(editor, voice)) {
            throw ProblemException.notFound();
        }
        return new SeeOther("/redaksjon/dekning#stemmer");
    }
}
