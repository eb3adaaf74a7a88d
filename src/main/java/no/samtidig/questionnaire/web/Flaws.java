package no.samtidig.questionnaire.web;

import no.samtidig.platform.NameRule;
import no.samtidig.platform.Trouble;

/** Gathers what is wrong while a form is read. */
final class Flaws {
    /** Letters of a title at most: two lines on a phone. */
    private static final int LONGEST_TITLE = 200;

    private Trouble found = Trouble.NONE;

    /**
     * One more.
     *
     * @param key the last part of it, after {@code questionnaire-edit.trouble}
     */
    void at(String field, String key, Object... arguments) {
        found = found.and(field, "questionnaire-edit.trouble." + key, arguments);
    }

    /** A name that is given and does not do. */
    void name(String field, String line) {
        if (!line.isEmpty()) {
            found = found.and(Trouble.where(field, NameRule.THING.flaw(line, LONGEST_TITLE)));
        }
    }

    Trouble trouble() {
        return found;
    }

    boolean none() {
        return !found.any();
    }

    int count() {
        return found.flaws().size();
    }
}
