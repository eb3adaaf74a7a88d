package no.samtidig.questionnaire.web;

import java.util.Locale;
import no.samtidig.platform.Trouble;

/** How a form relates to what others have done since it was made. */
public enum Conflict {
    NONE,
    /** Somebody changed the draft. */
    OVERTAKEN,
    /** Somebody took the item away. */
    REMOVED,
    /** The draft is published or thrown away. */
    GONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    int status(Trouble trouble) {
        return this != NONE ? 409 : trouble.status();
    }
}
