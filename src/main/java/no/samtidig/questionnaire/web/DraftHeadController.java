package no.samtidig.questionnaire.web;

import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.TextLimit;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.Heavy;
import no.samtidig.questionnaire.Draft;
import no.samtidig.questionnaire.Drafts;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireCheck;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Title, introduction and minutes of a draft. */
@Controller
class DraftHeadController {
    private final Drafts drafts;

    DraftHeadController(Drafts drafts) {
        this.drafts = drafts;
    }

    @Heavy
    @GetMapping("/skjemaer/{slug}/om")
    Page head(Visitor visitor, @PathVariable("slug") String slug) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        Draft draft = drafts.find(slug).orElseThrow(ProblemException::notFound);
        Questionnaire it = draft.questionnaire();
        return new QuestionnaireHeadPage(
                slug,
                draft.revision(),
                Both.of(it.title()),
                Both.of(it.introduction()),
                String.valueOf(it.minutes()),
                QuestionnaireCheck.minutes(it),
                Trouble.NONE,
                Conflict.NONE);
    }

    @Heavy
    @PostMapping("/skjemaer/{slug}/om")
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
        Both title = Both.title(titleNb, titleNn);
        Both introduction = new Both(Both.clean(introductionNb), Both.clean(introductionNn));
        Optional<Draft> draft = drafts.find(slug);
        if (draft.isEmpty()) {
            return new QuestionnaireHeadPage(
                    slug, revision, title, introduction, minutes, 0, Trouble.NONE, Conflict.GONE);
        }
        Questionnaire before = draft.get().questionnaire();
        int estimate = QuestionnaireCheck.minutes(before);
        Flaws flaws = new Flaws();
        Optional<LocalizedText> called = title.text(before.title());
        Optional<LocalizedText> introduced = introduction.text(before.introduction());
        Optional<Integer> takes = Typed.number(minutes, 1, 60);
        if (called.isEmpty()) {
            flaws.at("tittel-nb", "title");
        }
        flaws.name("tittel-nb", title.nb());
        flaws.name("tittel-nn", title.nn());
        if (introduced.isEmpty()) {
            flaws.at("innledning-nb", "introduction");
        }
        flaws.fit("questionnaire-edit.introduction", "innledning", introduction, TextLimit.TEXT);
        flaws.markdown("innledning", introduction);
        if (takes.isEmpty()) {
            flaws.at("minutter", "within", 1, 60);
        }
        if (!flaws.none()) {
            return new QuestionnaireHeadPage(
                    slug, revision, title, introduction, minutes, estimate, flaws.trouble(), Conflict.NONE);
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
                new SeeOther("/skjemaer/" + slug + "/rediger").done(QuestionnaireEditPage.Done.SAVED);
            case Drafts.Outcome.Overtaken it ->
                new QuestionnaireHeadPage(
                        slug,
                        it.now().revision(),
                        title,
                        introduction,
                        minutes,
                        estimate,
                        Trouble.NONE,
                        Conflict.OVERTAKEN);
            case Drafts.Outcome.Impossible(Sentence why) ->
                new QuestionnaireHeadPage(
                        slug,
                        revision,
                        title,
                        introduction,
                        minutes,
                        estimate,
                        Trouble.where("tittel-nb", Optional.of(why)),
                        Conflict.NONE);
            case Drafts.Outcome.Gone _ ->
                new QuestionnaireHeadPage(
                        slug, revision, title, introduction, minutes, estimate, Trouble.NONE, Conflict.GONE);
        };
    }
}
