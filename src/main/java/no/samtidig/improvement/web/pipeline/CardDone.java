package no.samtidig.improvement.web.pipeline;

import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/** What was just done on a unit's card. The words stand under {@code unit-card.done.<code>}. */
public enum CardDone implements Coded {
    STEP("steg"),
    CONTACT("kontakt"),
    NOTE("notat"),
    MOVED("flyttet"),
    HELD("vent"),
    GOES_ON("fortsetter"),
    COACH("veileder"),
    RESTARTED("nytt"),
    ADDED("lagt-til");

    private final String code;

    CardDone(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    static @Nullable CardDone of(@Nullable String code) {
        return code == null ? null : Coded.of(CardDone.class, code).orElse(null);
    }
}
