package no.samtidig.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import no.samtidig.access.Check;
import no.samtidig.access.OneTimeCodes;
import no.samtidig.access.Passwords;
import no.samtidig.access.Permission;
import no.samtidig.access.SigningIn;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.Limited;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Turning two-step sign-in on and off, and its recovery codes. */
@Controller
class TwoStepController {
    private static final String PATH = AccountController.PATH + "/totrinn";
    private static final String CODES = PATH + "/koder";

    private final OneTimeCodes codes;
    private final Passwords passwords;
    private final SigningIn signingIn;
    private final RecoveryCodesShown shown;

    TwoStepController(OneTimeCodes codes, Passwords passwords, SigningIn signingIn, RecoveryCodesShown shown) {
        this.codes = codes;
        this.passwords = passwords;
        this.signingIn = signingIn;
        this.shown = shown;
    }

    @GetMapping("/min-side/konto/totrinn")
    Page twoStep(Visitor visitor, HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        return page(person, Trouble.NONE, request);
    }

    private TwoStepPage page(Visitor.Person person, Trouble trouble, HttpServletRequest request) {
        return new TwoStepPage(codes.state(person), signingIn.sure(request), trouble);
    }

    @PostMapping("/min-side/konto/totrinn/begynn")
    Reply begin(Visitor visitor, HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        if (!signingIn.sure(request)) {
            return AccountController.makeSureFirst(PATH);
        }
        codes.begin(person.account());
        return new SeeOther(PATH);
    }

    @Limited(value = "own-account", most = 60, minutes = 60)
    @PostMapping("/min-side/konto/totrinn")
    Reply turnOn(Visitor visitor, Language language, @RequestParam("kode") String code, HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        if (!signingIn.sure(request)) {
            return AccountController.makeSureFirst(PATH);
        }
        List<String> recovery = codes.turnOn(person, code, language);
        if (!recovery.isEmpty()) {
            shown.keep(recovery, request);
            return new SeeOther(CODES);
        }
        return codes.state(person) instanceof OneTimeCodes.State.On
                ? new SeeOther(CODES)
                : page(person, Trouble.at("kode", "two-step.trouble.wrong-code"), request);
    }

    @GetMapping("/min-side/konto/totrinn/koder")
    Reply recoveryCodes(Visitor visitor, HttpServletRequest request) {
        visitor.require(Permission.OWN_ACCOUNT);
        List<String> recovery = shown.of(request);
        return recovery.isEmpty() ? new SeeOther(PATH) : new RecoveryCodesPage(recovery);
    }

    @PostMapping("/min-side/konto/totrinn/koder/lagret")
    Reply recoveryCodesKept(Visitor visitor, HttpServletRequest request) {
        visitor.require(Permission.OWN_ACCOUNT);
        shown.forget(request);
        return new SeeOther(AccountController.PATH).done(AccountPage.Done.TWO_STEP_ON);
    }

    @PostMapping("/min-side/konto/totrinn/koder")
    Reply renewRecoveryCodes(Visitor visitor, HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        if (!signingIn.sure(request)) {
            return AccountController.makeSureFirst(PATH);
        }
        List<String> recovery = codes.renewRecoveryCodes(person);
        if (!recovery.isEmpty()) {
            shown.keep(recovery, request);
        }
        return new SeeOther(CODES);
    }

    @Limited(value = "own-account", most = 60, minutes = 60)
    @PostMapping("/min-side/konto/totrinn/av")
    Reply turnOff(Visitor visitor, Language language, @RequestParam("bevis") String proof, HttpServletRequest request) {
        Visitor.Person person = visitor.require(Permission.OWN_ACCOUNT);
        if (!(codes.state(person) instanceof OneTimeCodes.State.On)) {
            codes.turnOff(person, language);
            return new SeeOther(AccountController.PATH).done(AccountPage.Done.TWO_STEP_OFF);
        }
        return switch (proven(person, proof, request)) {
            case RIGHT -> {
                codes.turnOff(person, language);
                yield new SeeOther(AccountController.PATH).done(AccountPage.Done.TWO_STEP_OFF);
            }
            case WRONG -> page(person, Trouble.at("bevis", "two-step.trouble.wrong-proof"), request);
            case WAIT -> page(person, Trouble.wait("bevis", "two-step.trouble.wait"), request);
        };
    }

    /** A password or a code: six digits are a code, for a password is never so short. */
    private Check proven(Visitor.Person person, String proof, HttpServletRequest request) {
        return proof.replaceAll("\\s", "").matches("[0-9]{6}")
                ? signingIn.checkCode(person.account(), proof, request)
                : passwords.check(person.account(), proof, request);
    }
}
