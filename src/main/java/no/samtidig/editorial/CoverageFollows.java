package no.samtidig.editorial;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.samtidig.access.Followed;
import no.samtidig.access.Follows;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.Coverage;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.stereotype.Component;

/** The holes in what the lessons cover, on the own page of those who may see them. */
@Component
class CoverageFollows implements Follows {
    private final KnowledgeModules modules;
    private final Texts texts;
    private final Clock clock;

    CoverageFollows(KnowledgeModules modules, Texts texts, Clock clock) {
        this.modules = modules;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Followed> of(Visitor.Person person, Language language) {
        if (!person.acting().role().permissions().contains(Permission.SEE_COVERAGE)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return modules.all().stream()
                .filter(KnowledgeModule::finished)
                .map(it -> Coverage.of(it, language))
                .map(it -> new Followed(
                        texts.text(
                                language,
                                "coverage.follow",
                                it.module().title().in(language).value()),
                        texts.text(
                                        language,
                                        "coverage.follow.holes",
                                        it.coveredBy(0).size())
                                + " "
                                + texts.text(
                                        language, "coverage.due", it.due(today).size(), Coverage.SOON),
                        "/redaksjon/dekning"))
                .toList();
    }
}
