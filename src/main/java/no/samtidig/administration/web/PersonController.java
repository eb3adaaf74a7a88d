package no.samtidig.administration.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.access.AccountId;
import no.samtidig.access.Granting;
import no.samtidig.access.Invitation;
import no.samtidig.access.Inviting;
import no.samtidig.access.Permission;
import no.samtidig.access.Role;
import no.samtidig.access.SecondStepResets;
import no.samtidig.access.Visitor;
import no.samtidig.administration.People;
import no.samtidig.administration.PersonCard;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.Trouble;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One person: the roles, giving one, ending one. */
@Controller
class PersonController {
    private final People people;
    private final Granting granting;
    private final Inviting inviting;
    private final SecondStepResets resets;

    PersonController(People people, Granting granting, Inviting inviting, SecondStepResets resets) {
        this.people = people;
        this.granting = granting;
        this.inviting = inviting;
        this.resets = resets;
    }

    @GetMapping("/forvaltning/personer/{id}")
    Page person(Visitor visitor, @PathVariable("id") UUID id, @RequestParam Map<String, String> query) {
        Visitor.Person reader = visitor.require(Permission.MANAGE_PEOPLE);
        PersonCard person = people.one(reader, new AccountId(id)).orElseThrow(ProblemException::notFound);
        return page(
                reader,
                person,
                PersonPage.Typed.NOTHING,
                Trouble.NONE,
                Optional.ofNullable(PersonDone.of(query.get(SeeOther.DONE))));
    }

    private PersonPage page(
            Visitor.Person reader,
            PersonCard person,
            PersonPage.Typed typed,
            Trouble trouble,
            Optional<PersonDone> done) {
        List<NamedPlace> places = inviting.places(reader);
        boolean own = person.id().equals(reader.account());
        boolean administers = reader.acting().role().permissions().contains(Permission.ADMINISTER);
        PersonPage.Reset reset = administers
                ? resets.waiting(person.id())
                        .map(it ->
                                new PersonPage.Reset(it, !own && !it.askedBy().equals(reader.account())))
                        .orElse(null)
                : null;
        Set<PersonPage.May> may = EnumSet.noneOf(PersonPage.May.class);
        if (administers && !own && person.closed() == null) {
            may.add(PersonPage.May.CLOSE);
            if (reset == null && resets.has(person.id())) {
                may.add(
                        resets.confirmable(reader, person.id())
                                ? PersonPage.May.RESET
                                : PersonPage.May.RESET_WITH_ANOTHER);
            }
        }
        return new PersonPage(
                Room.openTo(reader),
                person,
                own,
                person.held().stream()
                        .filter(it -> granting.mayEnd(reader, it.role(), it.at()))
                        .map(PersonCard.Post::id)
                        .collect(Collectors.toSet()),
                inviting.roles(places),
                places,
                reset,
                may,
                invitations(reader, person),
                typed,
                trouble,
                done.orElse(null));
    }

    private List<Invitation> invitations(Visitor.Person reader, PersonCard person) {
        return inviting.all(reader).stream()
                .filter(it -> it.state().open() && it.email().equals(person.email()))
                .toList();
    }

    @PostMapping("/forvaltning/personer/{id}/roller")
    Reply give(
            Visitor visitor,
            @PathVariable("id") UUID id,
            @RequestParam(value = "rolle", defaultValue = "") String role,
            @RequestParam(value = "sted", defaultValue = "") String place) {
        Visitor.Person reader = visitor.require(Permission.MANAGE_PEOPLE);
        PersonCard person = people.card(reader, new AccountId(id)).orElseThrow(ProblemException::notFound);
        PersonPage.Typed typed = new PersonPage.Typed(role, place);
        Optional<Role> chosen = Role.of(role);
        Optional<NamedPlace> at = inviting.places(reader).stream()
                .filter(it -> it.code().equals(place))
                .findFirst();
        if (chosen.isEmpty() || at.isEmpty()) {
            Trouble trouble = chosen.isEmpty() ? Trouble.at("rolle", "invite.trouble.no-role") : Trouble.NONE;
            return page(
                    reader,
                    person,
                    typed,
                    at.isEmpty() ? trouble.and("sted", "invite.trouble.no-place") : trouble,
                    Optional.empty());
        }
        return switch (granting.give(reader, person.id(), chosen.get(), at.get())) {
            case GIVEN -> done(id, PersonDone.GIVEN);
            case HAS -> done(id, PersonDone.HAS);
            case NOT_THERE ->
                page(reader, person, typed, Trouble.at("rolle", "invite.trouble.not-there"), Optional.empty());
            case UNKNOWN -> throw ProblemException.notFound();
        };
    }

    @GetMapping("/forvaltning/personer/{id}/roller/{grant}/avslutt")
    Reply askToEnd(Visitor visitor, @PathVariable("id") UUID id, @PathVariable("grant") UUID grant) {
        Visitor.Person reader = visitor.require(Permission.MANAGE_PEOPLE);
        PersonCard person = people.card(reader, new AccountId(id)).orElseThrow(ProblemException::notFound);
        return person.former().stream().anyMatch(it -> it.id().equals(grant))
                ? done(id, PersonDone.ENDED_BEFORE)
                : confirm(reader, person, grant, Trouble.NONE);
    }

    private PersonConfirmPage confirm(Visitor.Person reader, PersonCard person, UUID grant, Trouble trouble) {
        PersonCard.Post post = person.held().stream()
                .filter(it -> it.id().equals(grant) && granting.mayEnd(reader, it.role(), it.at()))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        List<Sentence> what = new ArrayList<>();
        boolean own = person.id().equals(reader.account());
        what.add(Sentence.of(
                own ? "person.end.what.own" : "person.end.what",
                Sentence.of("role.in-text." + post.role().code()),
                post.place()));
        what.add(Sentence.of("roles.may." + post.role().code()));
        if (Room.openTo(reader).contains(Room.OVERVIEW) && person.held().size() == 1) {
            what.add(Sentence.of(own ? "person.end.only.own" : "person.end.only"));
        }
        return new PersonConfirmPage(
                Room.openTo(reader),
                person,
                "/forvaltning/personer/" + person.id().value() + "/roller/" + grant + "/avslutt",
                own ? "person.end.own" : "person.end",
                what,
                null,
                trouble);
    }

    @PostMapping("/forvaltning/personer/{id}/roller/{grant}/avslutt")
    Reply end(Visitor visitor, @PathVariable("id") UUID id, @PathVariable("grant") UUID grant) {
        Visitor.Person reader = visitor.require(Permission.MANAGE_PEOPLE);
        AccountId account = new AccountId(id);
        Optional<PersonCard> before = people.card(reader, account);
        return switch (granting.end(reader, account, grant)) {
            case ENDED -> afterEnding(reader, account, PersonDone.ENDED);
            case ALREADY -> afterEnding(reader, account, PersonDone.ENDED_BEFORE);
            case LAST_ADMINISTRATOR ->
                confirm(
                        reader,
                        before.orElseThrow(ProblemException::notFound),
                        grant,
                        Trouble.whole("person.trouble.last-administrator"));
            case UNKNOWN -> throw ProblemException.notFound();
        };
    }

    /** The person may be nobody of the reader's any more, and the reader may have ended their own role. */
    private Reply afterEnding(Visitor.Person reader, AccountId account, PersonDone what) {
        if (account.equals(reader.account())) {
            return new SeeOther("/min-side");
        }
        return people.card(reader, account).isPresent()
                ? done(account.value(), what)
                : new SeeOther(PeopleSearch.PATH).done(what);
    }

    static SeeOther done(UUID id, PersonDone what) {
        return new SeeOther("/forvaltning/personer/" + id).done(what);
    }
}
