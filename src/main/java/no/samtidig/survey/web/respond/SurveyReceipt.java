package no.samtidig.survey.web.respond;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * That an answer was sent from this browser with a code: a cookie that only the answering pages get, until the browser closes. Only who has
 * it is told that the code is used; to everybody else a used code looks like one that is not (ADR 0029).
 */
final class SurveyReceipt {
    private static final String PREFIX = "svar-";

    private SurveyReceipt() {}

    /**
     * Gives one.
     *
     * @param key what the device may call the holder of the code
     */
    static void give(String key, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(PREFIX + key, "sendt")
                .path("/svar")
                .maxAge(Duration.ofSeconds(-1))
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    static boolean held(String key, HttpServletRequest request) {
        return WebUtils.getCookie(request, PREFIX + key) != null;
    }
}
