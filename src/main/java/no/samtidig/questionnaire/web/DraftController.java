package no.samtidig.questionnaire.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.web.LargeUpload;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.questionnaire.Draft;
import no.samtidig.questionnaire.Drafts;
import no.samtidig.questionnaire.Editing;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireCheck;
import no.samtidig.questionnaire.QuestionnaireText;
import no.samtidig.questionnaire.Questionnaires;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A draft as a whole: order, title, text, check list, publishing, throwing away. */
@Controller
class DraftController {
    private static final String ONE = "/skjemaer/{slug}";

    private final Questionnaires questionnaires;
    private final Drafts drafts;

    DraftController(Questionnaires questionnaires, Drafts drafts) {
        this.questionnaires = questionnaires;
        this.drafts = drafts;
    }

    private Draft draft(String slug) {
        return drafts.find(slug).orElseThrow(ProblemException::notFound);
    }

    @GetMapping(ONE + "/rediger")
    Page edit(
            Visitor visitor,
            @PathVariable("slug") String slug,
            @RequestParam(value = "gjort", defaultValue = "") String done) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        return page(draft(slug), QuestionnaireEditPage.Done.of(done), Optional.empty());
    }

    private QuestionnaireEditPage page(
            Draft draft, Optional<QuestionnaireEditPage.Done> done, Optional<Trouble> trouble) {
        return new QuestionnaireEditPage(
                draft,
                questionnaires.edition(draft.slug()),
                QuestionnaireCheck.of(draft.questionnaire()),
                QuestionnaireCheck.minutes(draft.questionnaire()),
                done.filter(it -> it != QuestionnaireEditPage.Done.REMOVED || draft.undoable()),
                trouble);
    }

    @PostMapping(ONE + "/rediger/{code}/{way:opp|ned}")
    Reply move(
            Visitor visitor,
            @PathVariable("slug") String slug,
            @PathVariable("code") String code,
            @PathVariable("way") String way,
            @RequestParam("revisjon") int revision) {
        Visitor.Person editor = visitor.require(Permission.EDIT_QUESTIONNAIRES);
        Draft draft = draft(slug);
        return changed(
                draft,
                revision,
                Editing.moved(draft.questionnaire(), code, way.equals("opp")),
                editor,
                "#punkt-" + code);
    }

    @PostMapping(ONE + "/rediger/{code}/slett")
    Reply remove(
            Visitor visitor,
            @PathVariable("slug") String slug,
            @PathVariable("code") String code,
            @RequestParam("revisjon") int revision) {
        Visitor.Person editor = visitor.require(Permission.EDIT_QUESTIONNAIRES);
        Draft draft = draft(slug);
        return changed(
                draft,
                revision,
                Editing.without(draft.questionnaire(), code),
                editor,
                "?gjort=" + QuestionnaireEditPage.Done.REMOVED.code());
    }

    private Reply changed(Draft draft, int revision, Editing.Outcome outcome, Visitor.Person editor, String after) {
        return switch (outcome) {
            case Editing.Outcome.Broken it ->
                page(
                        draft,
                        Optional.empty(),
                        Optional.of(Trouble.at(
                                "punkt-" + it.item().code(), "broken", it.item().code(), it.key())));
            case Editing.Outcome.Done it ->
                after(drafts.keep(it.questionnaire(), revision, editor.account()), draft.slug(), after);
        };
    }

    private Reply after(Drafts.Outcome outcome, String slug, String after) {
        return switch (outcome) {
            case Drafts.Outcome.Kept _ -> new SeeOther("/skjemaer/" + slug + "/rediger" + after);
            case Drafts.Outcome.Overtaken it ->
                page(it.now(), Optional.empty(), Optional.of(Trouble.at("innhold-liste", "overtaken")));
            case Drafts.Outcome.Gone _ -> throw ProblemException.notFound();
        };
    }

    @PostMapping(ONE + "/angre")
    Reply undo(Visitor visitor, @PathVariable("slug") String slug, @RequestParam("revisjon") int revision) {
        Visitor.Person editor = visitor.require(Permission.EDIT_QUESTIONNAIRES);
        return after(
                drafts.undo(slug, revision, editor.account()),
                slug,
                "?gjort=" + QuestionnaireEditPage.Done.UNDONE.code());
    }

    // ---- title, introduction, minutes

    @GetMapping(ONE + "/om")
    Page head(Visitor visitor, @PathVariable("slug") String slug) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        Draft draft = draft(slug);
        Questionnaire it = draft.questionnaire();
        return new QuestionnaireHeadPage(
                slug,
                draft.revision(),
                Both.of(it.title()),
                Both.of(it.introduction()),
                String.valueOf(it.minutes()),
                QuestionnaireCheck.minutes(it),
                List.of(),
                Conflict.NONE);
    }

    @PostMapping(ONE + "/om")
    Reply keepHead(
            Visitor visitor,
            @PathVariable("slug") String slug,
            @RequestParam("revisjon") int revision,
            @RequestParam("tittel-nb") String titleNb,
            @RequestParam("tittel-nn") String titleNn,
            @RequestParam("innledning-nb") String introductionNb,
            @RequestParam("innledning-nn") String introductionNn,
            @RequestParam("minutter") String minutes) {
        Visitor.Person editor = visitor.require(Permission.EDIT_QUESTIONNAIRES);
        Both title = new Both(Both.clean(titleNb), Both.clean(titleNn));
        Both introduction = new Both(Both.clean(introductionNb), Both.clean(introductionNn));
        Optional<Draft> draft = drafts.find(slug);
        if (draft.isEmpty()) {
            return new QuestionnaireHeadPage(slug, revision, title, introduction, minutes, 0, List.of(), Conflict.GONE);
        }
        Questionnaire before = draft.get().questionnaire();
        int estimate = QuestionnaireCheck.minutes(before);
        List<Trouble> troubles = new ArrayList<>();
        Optional<LocalizedText> called = title.text(before.title());
        Optional<LocalizedText> introduced = introduction.text(before.introduction());
        Optional<Integer> takes = Typed.number(minutes, 1, 60);
        if (called.isEmpty()) {
            troubles.add(Trouble.at("tittel-nb", "title"));
        }
        if (introduced.isEmpty()) {
            troubles.add(Trouble.at("innledning-nb", "introduction"));
        } else if (!ItemForm.markdown(introduced.get())) {
            troubles.add(Trouble.at("innledning-nb", "markdown"));
        }
        if (takes.isEmpty()) {
            troubles.add(Trouble.at("minutter", "within", "1", "60"));
        }
        if (!troubles.isEmpty()) {
            return new QuestionnaireHeadPage(
                    slug, revision, title, introduction, minutes, estimate, troubles, Conflict.NONE);
        }
        Questionnaire now = new Questionnaire(
                slug,
                called.orElseThrow(),
                introduced.orElseThrow(),
                takes.orElseThrow(),
                before.fixture(),
                before.items());
        return switch (drafts.keep(now, revision, editor.account())) {
            case Drafts.Outcome.Kept _ ->
                new SeeOther("/skjemaer/" + slug + "/rediger?gjort=" + QuestionnaireEditPage.Done.SAVED.code());
            case Drafts.Outcome.Overtaken it ->
                new QuestionnaireHeadPage(
                        slug,
                        it.now().revision(),
                        title,
                        introduction,
                        minutes,
                        estimate,
                        List.of(),
                        Conflict.OVERTAKEN);
            case Drafts.Outcome.Gone _ ->
                new QuestionnaireHeadPage(
                        slug, revision, title, introduction, minutes, estimate, List.of(), Conflict.GONE);
        };
    }

    // ---- as one text

    /** As much as FHIR can bring in. */
    @Bean
    static LargeUpload questionnaireTexts() {
        return new LargeUpload(ONE + "/tekst", DataSize.ofMegabytes(3));
    }

    @GetMapping(ONE + "/tekst")
    Page text(Visitor visitor, @PathVariable("slug") String slug) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        Draft draft = draft(slug);
        return new QuestionnaireTextPage(
                slug,
                draft.questionnaire().title(),
                draft.revision(),
                QuestionnaireText.write(draft.questionnaire()),
                Optional.empty(),
                Conflict.NONE);
    }

    @PostMapping(ONE + "/tekst")
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
            return new QuestionnaireTextPage(
                    slug, title, revision, text, Optional.of(TextProblem.of(problem)), Conflict.NONE);
        }
        return switch (drafts.keep(read, revision, editor.account())) {
            case Drafts.Outcome.Kept _ ->
                new SeeOther("/skjemaer/" + slug + "/rediger?gjort=" + QuestionnaireEditPage.Done.SAVED.code());
            case Drafts.Outcome.Overtaken it ->
                new QuestionnaireTextPage(slug, title, it.now().revision(), text, Optional.empty(), Conflict.OVERTAKEN);
            case Drafts.Outcome.Gone _ ->
                new QuestionnaireTextPage(slug, title, revision, text, Optional.empty(), Conflict.GONE);
        };
    }

    // ---- check list, publishing, throwing away

    @GetMapping(ONE + "/sjekk")
    Page check(Visitor visitor, @PathVariable("slug") String slug) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        return checked(draft(slug), false, false);
    }

    private static QuestionnaireCheckPage checked(Draft draft, boolean refused, boolean overtaken) {
        return new QuestionnaireCheckPage(
                draft,
                QuestionnaireCheck.of(draft.questionnaire()),
                QuestionnaireCheck.minutes(draft.questionnaire()),
                refused,
                overtaken);
    }

    @PostMapping(ONE + "/publiser")
    Reply publish(Visitor visitor, @PathVariable("slug") String slug, @RequestParam("revisjon") int revision) {
        Visitor.Person editor = visitor.require(Permission.EDIT_QUESTIONNAIRES);
        SeeOther published = new SeeOther("/skjemaer/" + slug + "?gjort=publisert");
        return switch (drafts.publish(slug, revision, editor.account())) {
            case Drafts.Publishing.Published _ -> published;
            case Drafts.Publishing.Stopped _ -> checked(draft(slug), true, false);
            case Drafts.Publishing.Overtaken it -> checked(it.now(), false, true);
            case Drafts.Publishing.Gone _ -> {
                // sent twice: the first one published it
                if (questionnaires.edition(slug).filter(it -> !it.content()).isEmpty()) {
                    throw ProblemException.notFound();
                }
                yield published;
            }
        };
    }

    @GetMapping(ONE + "/kast")
    Page askBeforeThrowingAway(Visitor visitor, @PathVariable("slug") String slug) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        return new ThrowAwayPage(draft(slug), questionnaires.edition(slug));
    }

    @PostMapping(ONE + "/kast")
    Reply throwAway(Visitor visitor, @PathVariable("slug") String slug) {
        Visitor.Person editor = visitor.require(Permission.EDIT_QUESTIONNAIRES);
        drafts.throwAway(slug, editor.account());
        return new SeeOther("/skjemaer?gjort=kastet");
    }
}
