package no.samtidig.access.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.Addresses;
import no.samtidig.access.Invitation;
import no.samtidig.access.Inviting;
import no.samtidig.access.Permission;
import no.samtidig.access.Role;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.NamedPlace;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.Limited;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Inviting: the list, the form, a look before sending, sending, sending again, taking back. */
@Controller
class InvitationsController {
    private static final String LIST = "/invitasjoner";

    private final Inviting inviting;
    private final FormKeys keys;

    InvitationsController(Inviting inviting, FormKeys keys) {
        this.keys = keys;
        this.inviting = inviting;
    }

    @GetMapping("/invitasjoner")
    Page list(
            Visitor visitor,
            @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done,
            @RequestParam(value = "nokkel", required = false) @Nullable UUID key) {
        Visitor.Person inviter = visitor.require(Permission.INVITE);
        List<Invitation> all = inviting.all(inviter);
        InvitationsPage.Done what = InvitationsPage.Done.of(done);
        int sent = key == null ? 0 : inviting.written(inviter, key);
        return new InvitationsPage(
                all,
                what == InvitationsPage.Done.SENT && sent == 0 ? InvitationsPage.Done.NOTHING : what,
                sent,
                all.size() >= Inviting.SHOWN);
    }

    /** A link from a place or a role has them chosen already; what the person cannot choose is left out. */
    @GetMapping("/invitasjoner/ny")
    Page form(
            Visitor visitor,
            Language language,
            @RequestParam(value = "rolle", defaultValue = "") String wishedRole,
            @RequestParam(value = "sted", defaultValue = "") String wishedPlace) {
        Visitor.Person inviter = visitor.require(Permission.INVITE);
        List<NamedPlace> places = inviting.places(inviter);
        List<Role> roles = inviting.roles(places);
        return new InvitePage(
                roles,
                places,
                new InvitePage.Typed(
                        "",
                        Role.of(wishedRole)
                                .filter(roles::contains)
                                .map(Role::code)
                                .orElse(""),
                        places.stream()
                                .map(NamedPlace::code)
                                .filter(it -> places.size() == 1 || it.equals(wishedPlace))
                                .findFirst()
                                .orElse(""),
                        language == Language.NN ? Language.NN : Language.NB),
                Trouble.NONE,
                List.of());
    }

    /** Shows what would be sent, or the form again with what was wrong; or, on the way back, the form as it was. */
    @PostMapping("/invitasjoner/ny")
    Page look(
            Visitor visitor,
            @RequestParam("adresser") String addresses,
            @RequestParam(value = "rolle", defaultValue = "") String role,
            @RequestParam(value = "sted", defaultValue = "") String place,
            @RequestParam(value = "sprak", defaultValue = "nb") String language,
            @RequestParam(value = "endre", required = false) @Nullable String change) {
        Visitor.Person inviter = visitor.require(Permission.INVITE);
        Filled filled = filled(inviter, addresses, role, place, language);
        Inviting.Draft draft = filled.draft();
        if (change != null) {
            return filled.page(Trouble.NONE);
        }
        if (draft == null) {
            return unchosen(filled);
        }
        return answer(filled, draft, inviting.check(inviter, draft), UUID.randomUUID());
    }

    @Limited(value = "invitations", most = 60, minutes = 60)
    @PostMapping("/invitasjoner")
    Reply send(
            Visitor visitor,
            @RequestParam("adresser") String addresses,
            @RequestParam("rolle") String role,
            @RequestParam("sted") String place,
            @RequestParam("sprak") String language,
            @RequestParam(FormKeys.FIELD) UUID key) {
        Visitor.Person inviter = visitor.require(Permission.INVITE);
        return keys.once(key, () -> sent(inviter, addresses, role, place, language, key));
    }

    private Reply sent(Visitor.Person inviter, String addresses, String role, String place, String language, UUID key) {
        Filled filled = filled(inviter, addresses, role, place, language);
        Inviting.Draft draft = filled.draft();
        if (draft == null) {
            throw ProblemException.notFound();
        }
        if (inviting.written(inviter, key) > 0) {
            return sent(key);
        }
        Inviting.Checked checked = inviting.send(inviter, draft, key);
        if (checked instanceof Inviting.Checked.Ready
                || (checked instanceof Inviting.Checked.NobodyNew && inviting.written(inviter, key) > 0)) {
            return sent(key);
        }
        return answer(filled, draft, checked, key);
    }

    private static Reply sent(UUID key) {
        return new SeeOther(LIST).done(InvitationsPage.Done.SENT).with("nokkel", key.toString());
    }

    @Limited(value = "invitations", most = 60, minutes = 60)
    @PostMapping("/invitasjoner/{id}/send-igjen")
    Reply sendAgain(Visitor visitor, @PathVariable("id") UUID id, @RequestParam("ganger") int sendings) {
        Visitor.Person inviter = visitor.require(Permission.INVITE);
        return switch (inviting.sendAgain(inviter, id, sendings)) {
            case SENT -> done(InvitationsPage.Done.AGAIN);
            case NOTHING -> done(InvitationsPage.Done.NOTHING);
            case ENOUGH -> done(InvitationsPage.Done.ENOUGH);
            case UNKNOWN -> throw ProblemException.notFound();
        };
    }

    @PostMapping("/invitasjoner/{id}/trekk-tilbake")
    Reply withdraw(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person inviter = visitor.require(Permission.INVITE);
        if (!inviting.withdraw(inviter, id)) {
            throw ProblemException.notFound();
        }
        return done(InvitationsPage.Done.WITHDRAWN);
    }

    private static Reply done(InvitationsPage.Done what) {
        return new SeeOther(LIST).done(what);
    }

    /** Everything that is wrong with a form in which the role or the place was not chosen. */
    private static Page unchosen(Filled filled) {
        Addresses read = Addresses.read(filled.typed().addresses());
        Trouble trouble = Trouble.NONE;
        if (!read.bad().isEmpty()) {
            trouble = trouble.and("adresser", "invite.trouble.bad");
        } else if (read.recipients().isEmpty()) {
            trouble = trouble.and("adresser", "invite.trouble.empty");
        }
        if (filled.role().isEmpty()) {
            trouble = trouble.and("rolle", "invite.trouble.no-role");
        }
        if (filled.place().isEmpty()) {
            trouble = trouble.and("sted", "invite.trouble.no-place");
        }
        return filled.page(trouble, read.bad());
    }

    /** A form as it came in: a role or a place that the person cannot choose is no form of ours. */
    private Filled filled(Visitor.Person inviter, String addresses, String role, String place, String language) {
        List<NamedPlace> places = inviting.places(inviter);
        List<Role> roles = inviting.roles(places);
        Optional<Role> chosenRole = role.isEmpty()
                ? Optional.empty()
                : Optional.of(Role.of(role).filter(roles::contains).orElseThrow(ProblemException::notFound));
        Optional<NamedPlace> chosenPlace = place.isEmpty()
                ? Optional.empty()
                : Optional.of(places.stream()
                        .filter(it -> it.code().equals(place))
                        .findFirst()
                        .orElseThrow(ProblemException::notFound));
        Language of = Language.of(language).filter(it -> it != Language.EN).orElseThrow(ProblemException::notFound);
        return new Filled(roles, places, new InvitePage.Typed(addresses, role, place, of), chosenRole, chosenPlace);
    }

    private record Filled(
            List<Role> roles,
            List<NamedPlace> places,
            InvitePage.Typed typed,
            Optional<Role> role,
            Optional<NamedPlace> place) {
        Inviting.@Nullable Draft draft() {
            return role.isPresent() && place.isPresent()
                    ? new Inviting.Draft(typed.addresses(), role.get(), place.get(), typed.language())
                    : null;
        }

        InvitePage page(Trouble trouble) {
            return page(trouble, List.of());
        }

        InvitePage page(Trouble trouble, List<Addresses.Bad> bad) {
            return new InvitePage(roles, places, typed, trouble, bad);
        }
    }

    private static Page answer(Filled filled, Inviting.Draft draft, Inviting.Checked checked, UUID key) {
        return switch (checked) {
            case Inviting.Checked.Ready ready -> new InvitePreviewPage(draft, ready, key);
            case Inviting.Checked.Bad it -> filled.page(Trouble.at("adresser", "invite.trouble.bad"), it.bad());
            case Inviting.Checked.Empty _ -> filled.page(Trouble.at("adresser", "invite.trouble.empty"));
            case Inviting.Checked.TooMany it ->
                filled.page(Trouble.at("adresser", "invite.trouble.too-many", it.count(), Inviting.MOST));
            case Inviting.Checked.NotThere _ -> filled.page(Trouble.at("rolle", "invite.trouble.not-there"));
            case Inviting.Checked.NobodyNew _ -> filled.page(Trouble.at("adresser", "invite.trouble.nobody-new"));
        };
    }
}
