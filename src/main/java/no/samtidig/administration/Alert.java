package no.samtidig.administration;

import java.util.List;

/**
 * Something that somebody must see to.
 *
 * @param key of the text, under {@code alerts.}
 * @param path where it is seen to
 * @param values of the text
 */
public record Alert(String key, String path, List<Object> values) {
    public Alert {
        values = List.copyOf(values);
    }

    static Alert of(String what, String path, Object... values) {
        return new Alert("alerts." + what, path, List.of(values));
    }

    /** For the text. */
    public Object[] arguments() {
        return values.toArray();
    }
}
