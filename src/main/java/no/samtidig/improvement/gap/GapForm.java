package no.samtidig.improvement.gap;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** How much is asked. */
public enum GapForm implements Coded {
    /** All statements, ten to twelve minutes. */
    FULL("full"),
    /** The twelve of the short form, about six minutes: for units under eight, and if wanted after 6 and 12 months. */
    BRIEF("kort");

    private final String code;

    GapForm(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<GapForm> of(String code) {
        return Coded.of(GapForm.class, code);
    }
}
