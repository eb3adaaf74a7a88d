package no.samtidig.questionnaire.web;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Page;
import no.samtidig.platform.Problem;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.web.Heavy;
import no.samtidig.platform.web.LargeUpload;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.questionnaire.Draft;
import no.samtidig.questionnaire.Drafts;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A draft as the one text it is kept as. */
@Controller
class DraftTextController {
    private final Drafts drafts;

    DraftTextController(Drafts drafts) {
        this.drafts = drafts;
    }

    /** As much as FHIR can bring in. */
    @Bean
    static LargeUpload questionnaireTexts() {
        return new LargeUpload("/skjemaer/{slug}/tekst", DataSize.ofMegabytes(3));
    }

    @Heavy
    @GetMapping("/skjemaer/{slug}/tekst")
    Page text(Visitor visitor, @PathVariable("slug") String slug) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        Draft draft = drafts.find(slug).orElseThrow(ProblemException::notFound);
        return new QuestionnaireTextPage(
                slug,
                draft.questionnaire().title(),
                draft.revision(),
                QuestionnaireText.write(draft.questionnaire()),
                Optional.empty(),
                Conflict.NONE);
    }

    @Heavy
    @PostMapping("/skjemaer/{slug}/tekst")
    Reply keepText(
            Visitor visitor,
            @PathVariable("slug") String slug,
            @RequestParam("revisjon") int revision,
            @RequestParam("tekst") String typed) {
        Visitor.Person editor = visitor.require(Permission.EDIT_QUESTIONNAIRES);
        String text = typed.replace("\r\n", "\n");
        Optional<Draft> draft = drafts.find(slug);
        LocalizedText title = draft.map(it -> it.questionnaire().title())
                .orElseGet(() -> new LocalizedText(Map.of(Language.NB, slug)));
        if (draft.isEmpty()) {
            return new QuestionnaireTextPage(slug, title, revision, text, Optional.empty(), Conflict.GONE);
        }
        Questionnaire read;
        try {
            read = QuestionnaireText.read(slug, Path.of(slug), text);
        } catch (ContentProblem problem) {
            return new QuestionnaireTextPage(slug, title, revision, text, Optional.of(problem), Conflict.NONE);
        }
        return switch (drafts.keep(read, revision, editor.account())) {
            case Drafts.Outcome.Kept _ ->
                new SeeOther("/skjemaer/" + slug + "/rediger").done(QuestionnaireEditPage.Done.SAVED);
            case Drafts.Outcome.Overtaken it ->
                new QuestionnaireTextPage(slug, title, it.now().revision(), text, Optional.empty(), Conflict.OVERTAKEN);
            case Drafts.Outcome.Impossible _ -> throw new ProblemException(Problem.NOT_UNDERSTOOD);
            case Drafts.Outcome.Gone _ ->
                new QuestionnaireTextPage(slug, title, revision, text, Optional.empty(), Conflict.GONE);
        };
    }
}
