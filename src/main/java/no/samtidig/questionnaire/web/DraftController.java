package no.samtidig.questionnaire.web;

import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Page;
import no.samtidig.platform.Problem;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.Heavy;
import no.samtidig.questionnaire.Draft;
import no.samtidig.questionnaire.Drafts;
import no.samtidig.questionnaire.Editing;
import no.samtidig.questionnaire.QuestionnaireCheck;
import no.samtidig.questionnaire.Questionnaires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A draft as a whole: what stands in it, in which order, and taking the last change back. */
@Controller
class DraftController {
    private final Questionnaires questionnaires;
    private final Drafts drafts;

    DraftController(Questionnaires questionnaires, Drafts drafts) {
        this.questionnaires = questionnaires;
        this.drafts = drafts;
    }

    private Draft draft(String slug) {
        return drafts.find(slug).orElseThrow(ProblemException::notFound);
    }

    @Heavy
    @GetMapping("/skjemaer/{slug}/rediger")
    Page edit(
            Visitor visitor,
            @PathVariable("slug") String slug,
            @RequestParam(value = SeeOther.DONE, defaultValue = "") String done) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        return page(draft(slug), QuestionnaireEditPage.Done.of(done), Trouble.NONE, Conflict.NONE);
    }

    private QuestionnaireEditPage page(
            Draft draft, Optional<QuestionnaireEditPage.Done> done, Trouble trouble, Conflict conflict) {
        return new QuestionnaireEditPage(
                draft,
                questionnaires.edition(draft.slug()),
                QuestionnaireCheck.of(draft.questionnaire()),
                QuestionnaireCheck.minutes(draft.questionnaire()),
                done.filter(it -> it != QuestionnaireEditPage.Done.REMOVED || draft.undoable()),
                trouble,
                conflict);
    }

    @Heavy
    @PostMapping("/skjemaer/{slug}/rediger/{code}/{way:opp|ned}")
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
                draftPage(slug).at("punkt-" + code));
    }

    @Heavy
    @PostMapping("/skjemaer/{slug}/rediger/{code}/slett")
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
                draftPage(slug).done(QuestionnaireEditPage.Done.REMOVED));
    }

    private Reply changed(Draft draft, int revision, Editing.Outcome outcome, Visitor.Person editor, SeeOther next) {
        return switch (outcome) {
            case Editing.Outcome.Broken it ->
                page(
                        draft,
                        Optional.empty(),
                        Trouble.at(
                                "punkt-" + it.item().code(),
                                "questionnaire-edit.trouble.broken",
                                it.item().code(),
                                it.key()),
                        Conflict.NONE);
            case Editing.Outcome.Done it -> after(drafts.keep(it.questionnaire(), revision, editor.account()), next);
        };
    }

    private static SeeOther draftPage(String slug) {
        return new SeeOther("/skjemaer/" + slug + "/rediger");
    }

    private Reply after(Drafts.Outcome outcome, SeeOther next) {
        return switch (outcome) {
            case Drafts.Outcome.Kept _ -> next;
            case Drafts.Outcome.Overtaken it ->
                page(
                        it.now(),
                        Optional.empty(),
                        Trouble.at("innhold-liste", "questionnaire-edit.trouble.overtaken"),
                        Conflict.OVERTAKEN);
            case Drafts.Outcome.Impossible _ -> throw new ProblemException(Problem.NOT_UNDERSTOOD);
            case Drafts.Outcome.Gone _ -> throw ProblemException.notFound();
        };
    }

    @Heavy
    @PostMapping("/skjemaer/{slug}/angre")
    Reply undo(Visitor visitor, @PathVariable("slug") String slug, @RequestParam("revisjon") int revision) {
        Visitor.Person editor = visitor.require(Permission.EDIT_QUESTIONNAIRES);
        return after(
                drafts.undo(slug, revision, editor.account()), draftPage(slug).done(QuestionnaireEditPage.Done.UNDONE));
    }
}
