package no.samtidig.improvement.fidelity;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** Which other coach sat beside the unit's own at a rating ({@code journey.md} section 4, <i>Drift</i>). Who it was is not kept. */
public enum Company implements Coded {
    /** One from another region: one rating in six. */
    ANOTHER_REGION("annen-region"),
    /** A new one, who rates once beside the old. */
    NEW_COACH("ny-veileder");

    private final String code;

    Company(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<Company> of(String code) {
        return Coded.of(Company.class, code);
    }
}
