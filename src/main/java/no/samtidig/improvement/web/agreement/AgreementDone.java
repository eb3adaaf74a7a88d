package no.samtidig.improvement.web.agreement;

import java.util.Optional;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/** What was just done with the agreement. What the page says stands under {@code agreement.done.<code>}. */
public enum AgreementDone implements Coded {
    KEPT,
    ACCEPTED,
    /** Both have said yes now. */
    AGREED,
    WITHDRAWN,
    TICKED,
    /** The yes was to a version that is not the latest any more. */
    MEANWHILE,
    /** The goal is not filled in. */
    NOT_WHOLE;

    static Optional<AgreementDone> of(@Nullable String code) {
        return code == null ? Optional.empty() : Coded.of(AgreementDone.class, code);
    }

    /** Whether it went as asked. */
    public boolean good() {
        return this != MEANWHILE && this != NOT_WHOLE;
    }
}
