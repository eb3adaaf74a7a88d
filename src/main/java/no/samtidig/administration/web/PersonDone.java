package no.samtidig.administration.web;

import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;

/** What was just done to somebody; the words stand under {@code person.done.<code>}. */
public enum PersonDone implements Coded {
    GIVEN("gitt"),
    HAS("har"),
    ENDED("avsluttet"),
    ENDED_BEFORE("allerede-avsluttet"),
    CLOSED("lukket"),
    CLOSED_BEFORE("allerede-lukket"),
    RESET_ASKED("nullstilling-bedt-om"),
    RESET("nullstilt"),
    RESET_WITHDRAWN("nullstilling-trukket"),
    RESET_NEEDS_ANOTHER("for-fa"),
    NOTHING("uendret");

    private final String code;

    PersonDone(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether something was changed by it. */
    public boolean changed() {
        return this != HAS
                && this != ENDED_BEFORE
                && this != CLOSED_BEFORE
                && this != RESET_NEEDS_ANOTHER
                && this != NOTHING;
    }

    static @Nullable PersonDone of(@Nullable String code) {
        return code == null ? null : Coded.of(PersonDone.class, code).orElse(null);
    }
}
