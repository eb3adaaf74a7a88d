package no.samtidig.questionnaire.web;

import no.samtidig.platform.Trouble;

/** Gathers what is wrong while a form is read. */
final class Flaws {
    private Trouble found = Trouble.NONE;

    /**
     * One more.
     *
     * @param key the last part of it, after {@code questionnaire-edit.trouble}
     */
    void at(String field, String key, Object... arguments) {
        found = found.and(field, "questionnaire-edit.trouble." + key, arguments);
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
