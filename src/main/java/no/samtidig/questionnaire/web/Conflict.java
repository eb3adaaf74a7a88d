package no.samtidig.questionnaire.web;

import no.samtidig.platform.Trouble;
import no.samtidig.platform.code.Coded;

/** How a form relates to what others have done since it was made. */
public enum Conflict implements Coded {
    NONE,
    /** Somebody changed the draft. */
    OVERTAKEN,
    /** Somebody took the item away. */
    REMOVED,
    /** The draft is published or thrown away. */
    GONE;

    int status(Trouble trouble) {
        return this != NONE ? 409 : trouble.status();
    }
}
