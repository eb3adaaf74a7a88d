package no.samtidig.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import no.samtidig.access.Invitation;
import no.samtidig.access.Joining;
import no.samtidig.access.PasswordPolicy;
import no.samtidig.access.SigningIn;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.Open;
import no.samtidig.platform.web.Preferences;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Following an invitation's link. */
@Controller
class InvitationController {
    /** Where somebody new begins. */
    private static final String BEGINNING = "/velkommen";

    private final Joining joining;
    private final SigningIn signingIn;

    InvitationController(Joining joining, SigningIn signingIn) {
        this.joining = joining;
        this.signingIn = signingIn;
    }

    @Open("the link in the mail is the key; looking uses nothing up")
    @GetMapping("/invitasjon/{token}")
    Page look(@PathVariable("token") String token, HttpServletRequest request) {
        return page(joining.open(token, signingIn.account(request)), path(token));
    }

    @Open("the link in the mail is the key")
    @PostMapping("/invitasjon/{token}")
    Reply accept(
            @PathVariable("token") String token,
            @RequestParam(value = "navn", defaultValue = "") String name,
            @RequestParam(value = "passord", defaultValue = "") String password,
            @RequestParam(value = "sprak", defaultValue = "") String languageTag,
            @RequestParam(value = "nokkel", defaultValue = "") String key,
            Language reading,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language language =
                languageTag.isEmpty() ? reading : Language.of(languageTag).orElseThrow(ProblemException::notFound);
        return switch (joining.accept(token, new Joining.Form(name, password, key), signingIn.account(request))) {
            case Joining.Outcome.Joined it -> {
                signingIn.start(it.account(), request, response);
                Preferences.keep(language, request, response);
                yield new SeeOther(BEGINNING);
            }
            case Joining.Outcome.RoleAdded _ -> new SeeOther(BEGINNING + "?endre");
            case Joining.Outcome.Refused it -> page(it.opened(), path(token));
            case Joining.Outcome.ClosedAccount it ->
                new ClosedLinkPage(
                        ClosedLinkPage.Kind.CLOSED_ACCOUNT, it.invitation().inviter());
            case Joining.Outcome.Unfit it ->
                again(it.invitation(), token, new InvitationPage.Typed(name, language, key), unfit(it));
            case Joining.Outcome.Busy it ->
                again(
                        it.invitation(),
                        token,
                        new InvitationPage.Typed(name, language, key),
                        Trouble.busy("passord", "invitation.trouble.busy"));
        };
    }

    private static Page again(Invitation it, String token, InvitationPage.Typed typed, Trouble trouble) {
        return new InvitationPage(it, path(token), InvitationPage.Who.NEWCOMER, "", typed, trouble);
    }

    private static Trouble unfit(Joining.Outcome.Unfit it) {
        Trouble name = Trouble.where("navn", it.name());
        PasswordPolicy.Weakness weakness = it.weakness();
        return weakness == null ? name : name.and(NewPasswordPage.weak(weakness));
    }

    private static String path(String token) {
        return "/invitasjon/" + token;
    }

    private static Page page(Joining.Opened opened, String path) {
        return switch (opened) {
            case Joining.Opened.Unknown _ -> new ClosedLinkPage(ClosedLinkPage.Kind.UNKNOWN, "");
            case Joining.Opened.Closed(Invitation it) -> new ClosedLinkPage(kind(it.state()), it.inviter());
            case Joining.Opened.Lapsed _ -> new ClosedLinkPage(ClosedLinkPage.Kind.LAPSED, "");
            case Joining.Opened.ForNewcomer(Invitation it) -> page(it, path, InvitationPage.Who.NEWCOMER, "");
            case Joining.Opened.ForAccount(Invitation it) -> page(it, path, InvitationPage.Who.ACCOUNT, "");
            case Joining.Opened.ForVisitor(Invitation it) -> page(it, path, InvitationPage.Who.VISITOR, "");
            case Joining.Opened.ForAnother(Invitation it, String reader) ->
                page(it, path, InvitationPage.Who.ANOTHER, reader);
        };
    }

    private static Page page(Invitation it, String path, InvitationPage.Who who, String reader) {
        return new InvitationPage(
                it,
                path,
                who,
                reader,
                new InvitationPage.Typed(
                        it.name(), it.language(), UUID.randomUUID().toString()),
                Trouble.NONE);
    }

    private static ClosedLinkPage.Kind kind(Invitation.State state) {
        return switch (state) {
            case ACCEPTED -> ClosedLinkPage.Kind.ACCEPTED;
            case WITHDRAWN -> ClosedLinkPage.Kind.WITHDRAWN;
            case EXPIRED, WAITING -> ClosedLinkPage.Kind.EXPIRED;
        };
    }
}
