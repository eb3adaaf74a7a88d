package no.samtidig.learning.web;

import java.util.List;
import java.util.stream.Stream;

/** Reads the numbers a form sends. */
final class Choices {
    private Choices() {}

    /** Comma-joined whole numbers from -1 to 99; empty where it is anything else. */
    static List<Integer> parse(String joined) {
        return joined.length() <= 200 && joined.matches("(-1|\\d{1,2})(,(-1|\\d{1,2}))*")
                ? Stream.of(joined.split(",")).map(Integer::valueOf).toList()
                : List.of();
    }

    /** The same for a field that is sent once for each number. */
    static List<Integer> parse(List<String> values) {
        return parse(String.join(",", values));
    }
}
