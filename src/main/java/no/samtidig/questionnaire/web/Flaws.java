package no.samtidig.questionnaire.web;

import no.samtidig.platform.NameRule;
import no.samtidig.platform.RichText;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.TextLimit;
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

    /**
     * One more at a field that stands beside others where the same mistake can be made: the sentence begins with its words.
     *
     * @param label key of the words over the field
     */
    void of(String label, String field, String key, Object... arguments) {
        of(Sentence.of(label), field, key, arguments);
    }

    void of(Sentence label, String field, String key, Object... arguments) {
        at(field, "of", label, Sentence.of("questionnaire-edit.trouble." + key, arguments));
    }

    /**
     * Both texts have a length that can be kept.
     *
     * @param label the words over the fields
     * @param name of the fields, with {@code -nb} and {@code -nn} after it
     */
    void fit(Sentence label, String name, Both typed, TextLimit limit) {
        if (!limit.fits(typed.nb())) {
            of(label, name + "-nb", "too-long", limit.most());
        }
        if (!limit.fits(typed.nn())) {
            of(label, name + "-nn", "too-long", limit.most());
        }
    }

    void fit(String label, String name, Both typed, TextLimit limit) {
        fit(Sentence.of(label), name, typed, limit);
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
