package no.samtidig.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import no.samtidig.platform.Misses;
import no.samtidig.platform.Secrets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The challenge that a browser's passkey answers: random, good for one answer and five minutes, and for the browser that asked alone. It
 * is in a cookie with our mark, so beginning costs no session and no row; that it was answered is kept until it is too old anyway.
 */
@Component
class PasskeyChallenges {
    static final Duration VALID = Duration.ofMinutes(5);

    private static final String COOKIE = "passnokkel";
    private static final Misses.Limit ONCE = new Misses.Limit("passkey-challenge", 1, VALID.plusMinutes(1));
    private static final Pattern FORM = Pattern.compile("([0-9]{1,12})\\.([\\w-]{43})\\.([\\w-]{43})");

    private final Secrets secrets;
    private final Misses misses;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasskeyChallenges(Secrets secrets, Misses misses, Clock clock) {
        this.secrets = secrets;
        this.misses = misses;
        this.clock = clock;
    }

    /** A new one, left with the browser. */
    String make(HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String challenge = text(bytes);
        String dated = clock.instant().getEpochSecond() + "." + challenge;
        keep(dated + "." + mark(dated), VALID, request, response);
        return challenge;
    }

    /** The browser's, once. */
    Optional<byte[]> take(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        var parts = FORM.matcher(cookie == null ? "" : cookie.getValue());
        if (!parts.matches()
                || !MessageDigest.isEqual(
                        mark(parts.group(1) + "." + parts.group(2)).getBytes(StandardCharsets.US_ASCII),
                        parts.group(3).getBytes(StandardCharsets.US_ASCII))) {
            return Optional.empty();
        }
        boolean inTime = clock.instant()
                .isBefore(Instant.ofEpochSecond(Long.parseLong(parts.group(1))).plus(VALID));
        return inTime && misses.admits(ONCE, parts.group(2))
                ? Optional.of(Base64.getUrlDecoder().decode(parts.group(2)))
                : Optional.empty();
    }

    private static void keep(String value, Duration time, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .maxAge(time)
                        .sameSite("Strict")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .build()
                        .toString());
    }

    private String mark(String dated) {
        return text(secrets.mark("passkey-challenge", dated.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
