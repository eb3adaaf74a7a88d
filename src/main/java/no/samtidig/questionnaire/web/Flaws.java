package no.samtidig.questionnaire.web;

import no.samtidig.platform.RichText;
import no.samtidig.platform.TextLimit;
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

    /** Both texts have a length that can be kept; the fields are the name with {@code -nb} and {@code -nn}. */
    void fit(String name, Both typed, TextLimit limit) {
        if (!limit.fits(typed.nb())) {
            at(name + "-nb", "too-long", limit.most());
        }
        if (!limit.fits(typed.nn())) {
            at(name + "-nn", "too-long", limit.most());
        }
    }

    /** Both texts hold nothing that running text cannot. */
    void markdown(String name, Both typed) {
        markdown(name + "-nb", typed.nb());
        markdown(name + "-nn", typed.nn());
    }

    private void markdown(String field, String text) {
        try {
            RichText.of(text);
        } catch (RichText.Refused refused) {
            switch (refused.what()) {
                case HTML, IMAGE -> at(field, "markdown");
                case TOO_DEEP -> at(field, "too-deep");
                case TOO_LONG -> {
                    if (TextLimit.TEXT.fits(text)) { // told already where it is only long
                        at(field, "too-many-signs");
                    }
                }
            }
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
