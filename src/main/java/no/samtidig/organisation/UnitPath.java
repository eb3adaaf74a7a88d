package no.samtidig.organisation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the tree of the services, as PostgreSQL's {@code ltree} writes it: {@code no}, {@code no.<owner>} or
 * {@code no.<owner>.<unit>}.
 *
 * @param value labels of a–z, 0–9 and underscore, joined by full stops
 */
public record UnitPath(String value) {
    private static final String LABEL = "[a-z0-9_]{1,60}";
    private static final Pattern FORM = Pattern.compile("no(\\." + LABEL + "){0,6}");

    /** The whole country. */
    public static final UnitPath COUNTRY = new UnitPath("no");

    public UnitPath {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a unit path: " + value);
        }
    }

    /** What somebody may have typed; empty where it is no path. */
    public static Optional<UnitPath> read(String typed) {
        return FORM.matcher(typed).matches() ? Optional.of(new UnitPath(typed)) : Optional.empty();
    }

    /** How many steps below the country: an owner has one, its units two or more. */
    public int depth() {
        return (int) value.chars().filter(it -> it == '.').count();
    }

    private static final int LONGEST_NAME = 50;

    /** A path right below another, made of a name; the number tells those with one name apart. */
    static UnitPath below(UnitPath above, PlaceName name, int number) {
        String label = ReferenceData.code(name.value());
        String cut = label.substring(0, Math.min(LONGEST_NAME, label.length()));
        return new UnitPath(above.value + "." + (cut.isEmpty() ? "sted" : cut) + (number == 1 ? "" : "_" + number));
    }

    static boolean isLabel(String text) {
        return text.matches(LABEL);
    }

    /** Whether the other place is this one or lies below it. */
    public boolean covers(UnitPath other) {
        return other.value.equals(value) || other.value.startsWith(value + ".");
    }
}
