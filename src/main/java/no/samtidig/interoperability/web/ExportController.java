package no.samtidig.interoperability.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.interoperability.FhirQuestionnaires;
import no.samtidig.platform.Download;
import no.samtidig.platform.Page;
import no.samtidig.platform.Problem;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.web.Heavy;
import no.samtidig.platform.web.Limited;
import no.samtidig.questionnaire.Draft;
import no.samtidig.questionnaire.Drafts;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.Questionnaires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Takes a questionnaire out as FHIR: the newest edition, or the draft where nothing is published yet. */
@Controller
class ExportController {
    private final FhirQuestionnaires fhir;
    private final Questionnaires questionnaires;
    private final Drafts drafts;

    ExportController(FhirQuestionnaires fhir, Questionnaires questionnaires, Drafts drafts) {
        this.fhir = fhir;
        this.questionnaires = questionnaires;
        this.drafts = drafts;
    }

    @Limited(value = "file", most = 60)
    @Heavy
    @GetMapping("/skjemaer/{slug}/fhir")
    Reply file(Visitor visitor, @PathVariable String slug) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        Optional<Questionnaire> published = questionnaires.find(slug);
        return new Download(
                slug + ".json",
                "application/fhir+json;charset=UTF-8",
                fhir.write(published.orElseGet(() -> draft(slug)), published.isPresent())
                        .json()
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Limited(value = "file", most = 60)
    @Heavy
    @GetMapping("/skjemaer/{slug}/fhir/innhold")
    Page contents(Visitor visitor, @PathVariable String slug) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        Optional<Questionnaire> published = questionnaires.find(slug);
        Questionnaire questionnaire = published.orElseGet(() -> draft(slug));
        return new ExportPage(
                questionnaire,
                published.isEmpty(),
                fhir.write(questionnaire, published.isPresent()).beyond());
    }

    private Questionnaire draft(String slug) {
        return drafts.find(slug).map(Draft::questionnaire).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }
}
