package no.samtidig.interoperability.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.interoperability.FhirQuestionnaires;
import no.samtidig.interoperability.Reading;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.code.Slug;
import no.samtidig.platform.web.Heavy;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.questionnaire.Drafts;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Brings a questionnaire of FHIR in: first the report, then a draft. Nothing is kept before the draft. */
@Controller
class ImportController {
    static final String PATH = "/skjemaer/importer";

    private final FhirQuestionnaires fhir;
    private final Drafts drafts;
    private final FormKeys keys;

    ImportController(FhirQuestionnaires fhir, Drafts drafts, FormKeys keys) {
        this.keys = keys;
        this.fhir = fhir;
        this.drafts = drafts;
    }

    @GetMapping("/skjemaer/importer")
    Page form(Visitor visitor) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        return ImportPage.empty();
    }

    @Heavy
    @PostMapping("/skjemaer/importer")
    Page look(
            Visitor visitor,
            @RequestParam(value = "tekst", defaultValue = "") String pasted,
            @RequestParam(value = "fil", required = false) @Nullable MultipartFile file,
            @RequestParam(value = "sprak-i-fila", defaultValue = "nb") String otherwise) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        Language language = Language.of(otherwise).orElseThrow(ProblemException::notFound);
        boolean uploaded = file != null && !file.isEmpty();
        byte[] given = uploaded && file != null ? content(file) : pasted.getBytes(StandardCharsets.UTF_8);
        return switch (fhir.read(given, language)) {
            case Reading.Refused refused -> new ImportPage(pasted, language, uploaded, refused);
            case Reading.Read(Questionnaire questionnaire, var report) ->
                new ImportReportPage(
                        report,
                        questionnaire,
                        questionnaire.slug(),
                        drafts.taken(questionnaire.slug())
                                ? ImportReportPage.Wrong.TAKEN_ALREADY
                                : ImportReportPage.Wrong.NOTHING);
        };
    }

    private static byte[] content(MultipartFile file) {
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(FhirQuestionnaires.LARGEST + 1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Heavy
    @PostMapping("/skjemaer/importer/utkast")
    Reply draft(
            Visitor visitor,
            @RequestParam("skjema") String text,
            @RequestParam(value = "adresse", defaultValue = "") String typed,
            @RequestParam(FormKeys.FIELD) UUID key) {
        Visitor.Person editor = visitor.require(Permission.EDIT_QUESTIONNAIRES);
        return keys.once(key, () -> begun(editor, text, typed));
    }

    private Reply begun(Visitor.Person editor, String text, String typed) {
        String slug = typed.strip();
        boolean named = Slug.is(slug);
        Questionnaire questionnaire;
        try {
            questionnaire = QuestionnaireText.read(named ? slug : "utkast", Path.of("utkast"), text.strip());
        } catch (ContentProblem | IllegalArgumentException _) {
            return new ImportPage("", Language.NB, false, new Reading.Refused(Reading.Reason.DRAFT_BROKEN, List.of()));
        }
        if (!named) {
            return new ImportReportPage(null, questionnaire, typed, ImportReportPage.Wrong.FORM);
        }
        return drafts.begin(questionnaire, editor.account())
                ? new SeeOther("/skjemaer/" + slug + "/rediger")
                : new ImportReportPage(null, questionnaire, slug, ImportReportPage.Wrong.TAKEN);
    }
}
