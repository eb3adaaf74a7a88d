package no.samtidig.survey;

import java.util.regex.Pattern;

/**
 * What a round is for. The general ones stand among the surveys ({@code /undersokelser}); the others belong to the module that made
 * them, which finds them by this and shows them in pages of its own. Chosen when the round is made, and never changed.
 *
 * @param code as it is kept: lower case letters, digits and hyphens, forty at most
 */
public record Purpose(String code) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public static final Purpose GENERAL = new Purpose("general");

    public Purpose {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("not a purpose: " + code);
        }
    }
}
