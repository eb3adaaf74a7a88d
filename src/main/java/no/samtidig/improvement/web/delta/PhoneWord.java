package no.samtidig.improvement.web.delta;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** A random word that a phone keeps until its browser closes, so that it can change its votes: a cookie that only these pages get. */
final class PhoneWord {
    private static final String NAME = "delta";
    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private PhoneWord() {}

    static Optional<String> held(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return Optional.ofNullable(cookie)
                .map(Cookie::getValue)
                .filter(it -> FORM.matcher(it).matches());
    }

    /** The phone's word, a new one where it has none. */
    static String given(HttpServletRequest request, HttpServletResponse response) {
        return held(request).orElseGet(() -> {
            byte[] bytes = new byte[BYTES];
            RANDOM.nextBytes(bytes);
            String word = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            ResponseCookie cookie = ResponseCookie.from(NAME, word)
                    .path("/delta")
                    .maxAge(Duration.ofSeconds(-1))
                    .sameSite("Lax")
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
            return word;
        });
    }
}
