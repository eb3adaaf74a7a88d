package no.samtidig.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import no.samtidig.platform.Language;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reader's choices of language, colours and what the device keeps, remembered by the browser. */
@Controller
class PreferenceController {
    @Open("a choice of language needs no account")
    @PostMapping("/sprak")
    Reply language(
            @RequestParam("sprak") String tag,
            @RequestParam(value = "retur", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language language = Language.of(tag).orElseThrow(ProblemException::notFound);
        keep(Views.LANGUAGE_COOKIE, language.tag(), request, response);
        return SeeOther.inside(back, "/");
    }

    @Open("a choice of colours needs no account")
    @PostMapping("/utseende")
    Reply scheme(
            @RequestParam("utseende") String tag,
            @RequestParam(value = "retur", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        keep(Views.SCHEME_COOKIE, Views.scheme(tag).tag(), request, response);
        return SeeOther.inside(back, "/");
    }

    @Open("a choice of what a device keeps needs no account")
    @PostMapping("/enhet")
    Reply device(
            @RequestParam("enhet") String device,
            @RequestParam(value = "retur", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        OwnDevice.keep(Views.OWN_DEVICE.equals(device), request, response);
        return SeeOther.inside(back, "/");
    }

    private static void keep(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        keep(name, value, Duration.ofDays(365), request, response);
    }

    /** A negative time is until the browser closes. */
    static void keep(
            String name, String value, Duration time, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(time)
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
