package no.samtidig.organisation;

import java.util.regex.Pattern;

/**
 * A place in the tree of the services, as PostgreSQL's {@code ltree} writes it: {@code no}, {@code no.<owner>} or
 * {@code no.<owner>.<unit>}.
 *
 * @param value labels of a–z, 0–9 and underscore, joined by full stops
 */
public record UnitPath(String value) {
    private static final Pattern FORM = Pattern.compile("no(\\.[a-z0-9_]{1,60}){0,6}");

    /** The whole country. */
    public static final UnitPath COUNTRY = new UnitPath("no");

    public UnitPath {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a unit path: " + value);
        }
    }

    /** Whether the other place is this one or lies below it. */
    public boolean covers(UnitPath other) {
        return other.value.equals(value) || other.value.startsWith(value + ".");
    }
}
