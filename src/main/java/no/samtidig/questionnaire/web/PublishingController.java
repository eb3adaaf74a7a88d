package no.samtidig.questionnaire.web;

import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.web.Heavy;
import no.samtidig.questionnaire.Draft;
import no.samtidig.questionnaire.Drafts;
import no.samtidig.questionnaire.QuestionnaireCheck;
import no.samtidig.questionnaire.Questionnaires;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What ends a draft: the check list and publishing, or throwing it away. */
@Controller
class PublishingController {
    private final Questionnaires questionnaires;
    private final Drafts drafts;

    PublishingController(Questionnaires questionnaires, Drafts drafts) {
        this.questionnaires = questionnaires;
        this.drafts = drafts;
    }

    private Draft draft(String slug) {
        return drafts.find(slug).orElseThrow(ProblemException::notFound);
    }

    @Heavy
    @GetMapping("/skjemaer/{slug}/sjekk")
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

    @Heavy
    @PostMapping("/skjemaer/{slug}/publiser")
    Reply publish(Visitor visitor, @PathVariable("slug") String slug, @RequestParam("revisjon") int revision) {
        Visitor.Person editor = visitor.require(Permission.EDIT_QUESTIONNAIRES);
        SeeOther published = new SeeOther("/skjemaer/" + slug).done("publisert");
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

    @Heavy
    @GetMapping("/skjemaer/{slug}/kast")
    Page askBeforeThrowingAway(Visitor visitor, @PathVariable("slug") String slug) {
        visitor.require(Permission.EDIT_QUESTIONNAIRES);
        return new ThrowAwayPage(draft(slug), questionnaires.edition(slug));
    }

    @Heavy
    @PostMapping("/skjemaer/{slug}/kast")
    Reply throwAway(Visitor visitor, @PathVariable("slug") String slug) {
        Visitor.Person editor = visitor.require(Permission.EDIT_QUESTIONNAIRES);
        drafts.throwAway(slug, editor.account());
        return new SeeOther("/skjemaer").done("kastet");
    }
}
