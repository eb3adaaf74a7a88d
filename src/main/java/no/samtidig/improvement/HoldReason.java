package no.samtidig.improvement;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** Why a journey is on hold. The words stand under {@code hold-reason.<code>}. */
public enum HoldReason implements Coded {
    NEW_LEADER("ny-leder"),
    CRISIS("krise"),
    HOLIDAY("ferie"),
    OTHER("annet");

    private final String code;

    HoldReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Optional<HoldReason> of(String code) {
        return Coded.of(HoldReason.class, code);
    }
}
