package no.samtidig.improvement.action;

import java.util.Optional;
import no.samtidig.platform.code.Coded;

/** What became of an action when it was looked at. The words stand under {@code action-decision.<code>}. */
public enum Decision implements Coded {
    KEPT,
    CHANGED,
    DROPPED;

    public static Optional<Decision> of(String code) {
        return Coded.of(Decision.class, code);
    }
}
