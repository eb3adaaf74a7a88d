package no.samtidig.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Closing;
import no.samtidig.access.Permission;
import no.samtidig.access.SecondStepResets;
import no.samtidig.access.SigningIn;
import no.samtidig.access.Visitor;
import no.samtidig.administration.People;
import no.samtidig.administration.PersonCard;
import no.samtidig.platform.Language;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.Limited;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an administrator does to somebody's account: closing it, and taking away a second step whose device is lost. */
@Controller
class PersonAccountController {
    private final People people;
    private final Closing closing;
    private final SecondStepResets resets;
    private final SigningIn signingIn;

    PersonAccountController(People people, Closing closing, SecondStepResets resets, SigningIn signingIn) {
        this.people = people;
        this.closing = closing;
        this.resets = resets;
        this.signingIn = signingIn;
    }

    private PersonCard other(Visitor.Person administrator, UUID id) {
        return people.card(administrator, new AccountId(id))
                .filter(it -> it.closed() == null && !it.id().equals(administrator.account()))
                .orElseThrow(ProblemException::notFound);
    }

    @GetMapping("/forvaltning/personer/{id}/lukk")
    Reply askToClose(Visitor visitor, Language language, @PathVariable("id") UUID id) {
        Visitor.Person administrator = visitor.require(Permission.ADMINISTER);
        return people.card(administrator, new AccountId(id))
                        .filter(it -> it.closed() != null)
                        .isPresent()
                ? PersonController.done(id, PersonDone.CLOSED_BEFORE)
                : closePage(administrator, other(administrator, id), language, Trouble.NONE);
    }

    private PersonConfirmPage closePage(
            Visitor.Person administrator, PersonCard person, Language language, Trouble trouble) {
        return new PersonConfirmPage(
                Room.openTo(administrator),
                person,
                "/forvaltning/personer/" + person.id().value() + "/lukk",
                "person.close",
                List.of(
                        Sentence.of("person.close.what"),
                        Sentence.of("person.close.until", language.date(closing.lastDay()))),
                Sentence.of("person.close.never"),
                trouble);
    }

    @Limited(value = "others-account", most = 60, minutes = 60)
    @PostMapping("/forvaltning/personer/{id}/lukk")
    Reply close(Visitor visitor, Language language, @PathVariable("id") UUID id) {
        Visitor.Person administrator = visitor.require(Permission.ADMINISTER);
        return switch (closing.close(administrator, new AccountId(id))) {
            case CLOSED -> PersonController.done(id, PersonDone.CLOSED);
            case ALREADY -> PersonController.done(id, PersonDone.CLOSED_BEFORE);
            case LAST_ADMINISTRATOR ->
                closePage(
                        administrator,
                        other(administrator, id),
                        language,
                        Trouble.whole("person.trouble.last-administrator"));
            case UNKNOWN -> throw ProblemException.notFound();
        };
    }

    @GetMapping("/forvaltning/personer/{id}/mistet-telefonen")
    Reply askForReset(Visitor visitor, @PathVariable("id") UUID id, HttpServletRequest request) {
        Visitor.Person administrator = visitor.require(Permission.ADMINISTER);
        PersonCard person = other(administrator, id);
        String path = "/forvaltning/personer/" + id + "/mistet-telefonen";
        if (!resets.confirmable(administrator, person.id())) {
            return PersonController.done(id, PersonDone.RESET_NEEDS_ANOTHER);
        }
        return signingIn.sure(request)
                ? new PersonConfirmPage(
                        Room.openTo(administrator),
                        person,
                        path,
                        "lost-phone",
                        List.of(
                                Sentence.of("lost-phone.make-sure"),
                                Sentence.of("lost-phone.what"),
                                Sentence.of("lost-phone.told")),
                        null,
                        Trouble.NONE)
                : makeSureFirst(path);
    }

    private static SeeOther makeSureFirst(String back) {
        return new SeeOther("/min-side/konto/bekreft?retur=" + back);
    }

    @Limited(value = "others-account", most = 60, minutes = 60)
    @PostMapping("/forvaltning/personer/{id}/mistet-telefonen")
    Reply reset(Visitor visitor, @PathVariable("id") UUID id, HttpServletRequest request) {
        Visitor.Person administrator = visitor.require(Permission.ADMINISTER);
        return signingIn.sure(request)
                ? after(id, resets.ask(administrator, new AccountId(id)), PersonDone.RESET_ASKED)
                : makeSureFirst("/forvaltning/personer/" + id + "/mistet-telefonen");
    }

    @Limited(value = "others-account", most = 60, minutes = 60)
    @PostMapping("/forvaltning/personer/{id}/mistet-telefonen/bekreft")
    Reply confirmReset(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam("nullstilling") UUID reset,
            HttpServletRequest request) {
        Visitor.Person administrator = visitor.require(Permission.ADMINISTER);
        return signingIn.sure(request)
                ? after(id, resets.confirm(administrator, reset), PersonDone.RESET)
                : makeSureFirst("/forvaltning/personer/" + id);
    }

    @PostMapping("/forvaltning/personer/{id}/mistet-telefonen/trekk")
    Reply withdrawReset(Visitor visitor, @PathVariable("id") UUID id, @RequestParam("nullstilling") UUID reset) {
        Visitor.Person administrator = visitor.require(Permission.ADMINISTER);
        return after(id, resets.withdraw(administrator, reset), PersonDone.RESET_WITHDRAWN);
    }

    /** Nobody's page offers a step that is refused: who sends it all the same is told nothing. */
    private static Reply after(UUID id, SecondStepResets.Step step, PersonDone done) {
        return switch (step) {
            case DONE -> PersonController.done(id, done);
            case NOBODY_TO_CONFIRM -> PersonController.done(id, PersonDone.RESET_NEEDS_ANOTHER);
            case NOTHING, NONE -> PersonController.done(id, PersonDone.NOTHING);
            case OWN, SAME_PERSON, UNKNOWN -> throw ProblemException.notFound();
        };
    }
}
