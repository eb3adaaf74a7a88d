package no.samtidig.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import no.samtidig.platform.Secrets;
import org.springframework.stereotype.Component;

/**
 * New recovery codes, sealed in the session until their owner says that they are kept: a lost answer or a reload loses nothing, and a
 * copy of the database gives nothing away. Afterwards nobody can read them.
 */
@Component
class RecoveryCodesShown {
    private static final String CODES = "recovery-codes";

    private final Secrets secrets;

    RecoveryCodesShown(Secrets secrets) {
        this.secrets = secrets;
    }

    void keep(List<String> codes, HttpServletRequest request) {
        byte[] sealed = secrets.seal(String.join("\n", codes).getBytes(StandardCharsets.UTF_8));
        request.getSession(true).setAttribute(CODES, Base64.getEncoder().encodeToString(sealed));
    }

    /** The codes, or none where they have been kept. */
    List<String> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(CODES) instanceof String sealed)) {
            return List.of();
        }
        byte[] open = secrets.open(Base64.getDecoder().decode(sealed));
        return List.of(new String(open, StandardCharsets.UTF_8).split("\n", -1));
    }

    void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(CODES);
        }
    }
}
