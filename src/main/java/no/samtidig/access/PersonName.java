package no.samtidig.access;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person's full name. Letters of any language, and what stands between names; so it can hold no address of a web page, and a mail
 * that greets somebody by it cannot be made to advertise.
 *
 * @param value 1 to 80 characters
 */
public record PersonName(String value) {
    private static final Pattern FORM = Pattern.compile("\\p{L}[\\p{L}\\p{M} .'’-]{0,79}");

    public PersonName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a name");
        }
    }

    /** The name as it was meant: without needless space; empty where it can be no name. */
    public static Optional<PersonName> of(String typed) {
        String even = typed.strip().replaceAll("\\s+", " ");
        return FORM.matcher(even).matches() ? Optional.of(new PersonName(even)) : Optional.empty();
    }
}
