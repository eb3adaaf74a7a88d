package no.samtidig.survey.web.respond;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.web.Open;
import no.samtidig.questionnaire.Answers;
import no.samtidig.survey.Responding;
import no.samtidig.survey.StaffGroup;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Answering a survey with an invitation's code. Nobody is asked who they are: no session is made or read, and no page says who is signed
 * in. Whether a code is used is told to nobody but the browser that holds the receipt ({@link SurveyReceipt}).
 */
@Controller
class RespondController {
    /** As the field takes; more is not echoed. */
    private static final int LONGEST_TYPED = 80;

    static final String DONE = "/svar/takk";

    private final Responding responding;
    private final Units units;
    private final AboutSurvey about;
    private final Clock clock;

    RespondController(Responding responding, Units units, AboutSurvey about, Clock clock) {
        this.responding = responding;
        this.units = units;
        this.about = about;
        this.clock = clock;
    }

    /** A page that belongs to somebody's invitation is nothing for a search engine. */
    @ModelAttribute
    void unlisted(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    @Open("an invitation's code is the right to answer")
    @GetMapping("/svar")
    Page code() {
        return new RespondCodePage("", RespondCodePage.Why.NONE);
    }

    @Open("an invitation's code is the right to answer")
    @PostMapping("/svar")
    Reply find(@RequestParam(value = "kode", defaultValue = "") String typed) {
        if (typed.isBlank()) {
            return new RespondCodePage("", RespondCodePage.Why.EMPTY);
        }
        return responding
                .code(typed.substring(typed.lastIndexOf('/') + 1)) // a whole link is as good
                .<Reply>map(it -> new SeeOther("/svar/" + it))
                .orElseGet(() -> new RespondCodePage(shortened(typed), RespondCodePage.Why.FORM));
    }

    @Open("what a survey can tell is for everybody")
    @GetMapping("/svar/om")
    Page about(Language language) {
        return about.page(language);
    }

    @Open("it is the same for everybody and tells nothing")
    @GetMapping("/svar/takk")
    Page done() {
        return new RespondReceiptPage(false);
    }

    @Open("an invitation's code is the right to answer")
    @GetMapping("/svar/{kode}")
    Page start(@PathVariable("kode") String code, HttpServletRequest request, HttpServletResponse response) {
        if (SurveyReceipt.held(responding.deviceKey(code), request)) {
            return already(code);
        }
        return switch (responding.look(code, request.getRemoteAddr())) {
            case Responding.Entry.Open(Responding.Asked asked) -> {
                RespondSteps.speak(request, response, asked.language());
                yield new RespondStartPage(form(code, asked, Answers.NONE, Optional.empty()), place(asked.unit()));
            }
            case Responding.Entry.Unknown _ -> unknown(code, RespondCodePage.Why.UNKNOWN);
            case Responding.Entry.Wait _ -> wait(code, response);
            case Responding.Entry.NotOpenYet(LocalDate opens) -> notOpenYet(opens);
            case Responding.Entry.Closed(LocalDate closes) -> closed(code, closes);
        };
    }

    @Open("an invitation's code is the right to answer")
    @PostMapping("/svar/{kode}")
    Reply step(@PathVariable("kode") String code, HttpServletRequest request, HttpServletResponse response) {
        RespondSteps.Sent sent = RespondSteps.Sent.of(request);
        if (sent.wish() == RespondSteps.Wish.SEND) {
            return send(code, sent, request, response);
        }
        if (SurveyReceipt.held(responding.deviceKey(code), request)) {
            return already(code);
        }
        return switch (responding.look(code, request.getRemoteAddr())) {
            case Responding.Entry.Open(Responding.Asked asked) -> {
                RespondSteps.speak(request, response, asked.language());
                yield RespondSteps.page(form(code, asked, sent.given(), sent.group()), sent, place(asked.unit()));
            }
            case Responding.Entry.Unknown _ -> unknown(code, RespondCodePage.Why.UNKNOWN);
            case Responding.Entry.Wait _ -> wait(code, response);
            case Responding.Entry.NotOpenYet(LocalDate opens) -> notOpenYet(opens);
            case Responding.Entry.Closed(LocalDate closes) -> closed(code, closes);
        };
    }

    @Open("an invitation's code is the right to say no to reminders")
    @PostMapping("/svar/{kode}/ikke-minn")
    Page quiet(@PathVariable("kode") String code, HttpServletRequest request, HttpServletResponse response) {
        return switch (responding.look(code, request.getRemoteAddr())) {
            case Responding.Entry.Unknown _ -> unknown(code, RespondCodePage.Why.UNKNOWN);
            case Responding.Entry.Wait _ -> wait(code, response);
            case Responding.Entry.Open _, Responding.Entry.NotOpenYet _, Responding.Entry.Closed _ -> {
                responding.quiet(code);
                yield new RespondQuietPage("/svar/" + code);
            }
        };
    }

    private Reply send(String code, RespondSteps.Sent sent, HttpServletRequest request, HttpServletResponse response) {
        return switch (responding.send(code, sent.version(), sent.given(), sent.group(), request.getRemoteAddr())) {
            case Responding.Outcome.Taken _, Responding.Outcome.Already _ -> {
                SurveyReceipt.give(responding.deviceKey(code), request, response);
                yield new SeeOther(DONE);
            }
            case Responding.Outcome.Faulty faulty -> {
                RespondSteps.speak(request, response, faulty.asked().language());
                yield RespondSteps.faulty(form(code, faulty.asked(), sent.given(), sent.group()));
            }
            case Responding.Outcome.OtherVersion(Responding.Asked asked) -> {
                RespondSteps.speak(request, response, asked.language());
                yield RespondSteps.changed(form(code, asked, sent.given(), sent.group()));
            }
            case Responding.Outcome.Unknown _ -> unknown(code, RespondCodePage.Why.UNKNOWN);
            case Responding.Outcome.Wait _ -> wait(code, response);
            case Responding.Outcome.NotOpenYet(LocalDate opens) -> notOpenYet(opens);
            case Responding.Outcome.Closed(LocalDate closes) -> closed(code, closes);
        };
    }

    private RespondForm form(String code, Responding.Asked asked, Answers given, Optional<StaffGroup> group) {
        return RespondForm.of("/svar/" + code, DONE, false, responding.deviceKey(code), asked, given, group);
    }

    private String place(UnitPath unit) {
        return units.whenever(unit).map(Unit::name).orElse("");
    }

    private RespondClosedPage already(String code) {
        return new RespondClosedPage(RespondClosedPage.Reason.ALREADY, null, responding.deviceKey(code));
    }

    /** Where the day has come and nobody has opened it yet, no day is told. */
    private RespondClosedPage notOpenYet(LocalDate opens) {
        boolean ahead = opens.isAfter(LocalDate.now(clock));
        return new RespondClosedPage(RespondClosedPage.Reason.NOT_OPEN_YET, ahead ? opens : null, "");
    }

    /** Where it was closed before the announced day, no day is told. What the device kept is of no more use. */
    private RespondClosedPage closed(String code, LocalDate closes) {
        boolean asAnnounced = closes.isBefore(LocalDate.now(clock));
        return new RespondClosedPage(
                RespondClosedPage.Reason.CLOSED, asAnnounced ? closes : null, responding.deviceKey(code));
    }

    private static RespondCodePage unknown(String code, RespondCodePage.Why why) {
        return new RespondCodePage(shortened(code), why);
    }

    private static RespondCodePage wait(String code, HttpServletResponse response) {
        response.setHeader("Retry-After", String.valueOf(Responding.WINDOW.toSeconds()));
        return unknown(code, RespondCodePage.Why.WAIT);
    }

    private static String shortened(String typed) {
        return typed.substring(0, Math.min(typed.length(), LONGEST_TYPED));
    }
}
