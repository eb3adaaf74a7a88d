package no.samtidig.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import no.samtidig.platform.Language;
import no.samtidig.platform.View;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Puts the reader's choice of language and colours into the browser, where it stays for a year. */
public final class Preferences {
    private Preferences() {}

    /** Speaks it in the answer to this request, whatever the browser says. */
    public static void speak(Language language, HttpServletRequest request) {
        request.setAttribute(Views.LANGUAGE_ATTRIBUTE, language);
    }

    /** Whether the reader has chosen a language, here or earlier. */
    public static boolean chosen(HttpServletRequest request) {
        return Views.chosenLanguage(request).isPresent();
    }

    public static void keep(Language language, HttpServletRequest request, HttpServletResponse response) {
        keep(Views.LANGUAGE_COOKIE, language.tag(), request, response);
    }

    static void keep(View.Scheme scheme, HttpServletRequest request, HttpServletResponse response) {
        keep(Views.SCHEME_COOKIE, scheme.tag(), request, response);
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
