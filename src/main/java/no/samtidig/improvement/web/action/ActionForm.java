package no.samtidig.improvement.web.action;

import org.jspecify.annotations.Nullable;

/**
 * An action as its form is sent; the components are called what the fields are.
 *
 * @param tiltak what is to be done
 * @param eier account of the owner, or everybody
 * @param dato the day its sign should be seen
 * @param tegn the sign
 */
record ActionForm(
        @Nullable String tiltak,
        @Nullable String eier,
        @Nullable String dato,
        @Nullable String tegn) {
    ActionFormPage.Typed typed(String statement) {
        return new ActionFormPage.Typed(statement, text(tiltak), text(eier), text(dato), text(tegn));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
