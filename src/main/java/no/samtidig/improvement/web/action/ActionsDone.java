package no.samtidig.improvement.web.action;

import java.util.Optional;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/** What was just done with a goal or an action; the words stand under {@code actions.done.<code>}. */
public enum ActionsDone implements Coded {
    GOAL("mal"),
    GOAL_ENDED("avsluttet"),
    NONE("ingen"),
    ADDED("nytt"),
    CHANGED("endret"),
    LOGGED("logg"),
    LOOKED("blikk"),
    /** It was done before. */
    NOTHING("uendret");

    private final String code;

    ActionsDone(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    static Optional<ActionsDone> read(@Nullable String code) {
        return code == null ? Optional.empty() : Coded.of(ActionsDone.class, code);
    }
}
