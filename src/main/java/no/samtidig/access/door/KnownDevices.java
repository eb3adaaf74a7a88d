package no.samtidig.access.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import no.samtidig.platform.Secrets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Devices on which an account has been let in before. Guesses from elsewhere count apart from theirs, so nobody can keep a person out
 * by guessing wrong on purpose, and where many want in at once they come first (OWASP, "Slow down online guessing attacks with device
 * cookies"). It opens nothing.
 *
 * <p>All of it is in a cookie: a random id of the browser, and for each account let in there a mark that only we can make and nobody
 * can read. It is set on shared devices too, for it tells nothing of anybody, and it is on them that people are kept out.
 */
@Component
public class KnownDevices {
    private static final String COOKIE = "kjent";
    private static final Duration KEPT = Duration.ofDays(365);

    /** As many as use one computer on a ward; the one that was let in longest ago is forgotten first. */
    private static final int ACCOUNTS = 40;

    private static final int MARK_BYTES = 9;
    private static final Pattern FORM = Pattern.compile("[\\w-]{16}(?:\\.[\\w-]{12}){0,40}");

    private final Secrets secrets;
    private final SecureRandom random = new SecureRandom();

    KnownDevices(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * Where a try comes from, as tries are counted.
     *
     * @param place the device where it is known, else the network address
     * @param known whether the account has been let in on this device before
     */
    public record Source(String place, boolean known) {}

    /** Where a try at this account comes from. */
    public Source source(HttpServletRequest request, String account) {
        List<String> parts = read(request);
        boolean known = !parts.isEmpty() && parts.subList(1, parts.size()).contains(mark(parts.getFirst(), account));
        return known
                ? new Source("device " + parts.getFirst(), true)
                : new Source("address " + request.getRemoteAddr(), false);
    }

    /** The account was let in here. */
    public void remember(HttpServletRequest request, HttpServletResponse response, String account) {
        List<String> parts = new ArrayList<>(read(request));
        if (parts.isEmpty()) {
            byte[] id = new byte[12];
            random.nextBytes(id);
            parts.add(text(id));
        }
        String mark = mark(parts.getFirst(), account);
        parts.remove(mark);
        parts.add(1, mark);
        ResponseCookie cookie = ResponseCookie.from(
                        COOKIE, String.join(".", parts.subList(0, Math.min(parts.size(), ACCOUNTS + 1))))
                .path("/")
                .maxAge(KEPT)
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static List<String> read(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || !FORM.matcher(cookie.getValue()).matches()
                ? List.of()
                : List.of(cookie.getValue().split("\\."));
    }

    private String mark(String device, String account) {
        return text(Arrays.copyOf(
                secrets.mark("known-device", (device + "\n" + account).getBytes(StandardCharsets.UTF_8)), MARK_BYTES));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
