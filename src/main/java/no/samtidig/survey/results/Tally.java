package no.samtidig.survey.results;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.samtidig.questionnaire.Bins;

/**
 * How a group answered one key.
 *
 * @param answered how many answered it at all, those who were unsure too; five or more
 * @param counts how many chose each value; one that nobody chose is not there
 */
public record Tally(int answered, Map<String, Integer> counts) {
    private static final Pattern BIN = Pattern.compile("(-?\\d+)(?:\\.\\.(-?\\d+))?");

    public Tally {
        counts = Map.copyOf(counts);
    }

    public int of(String value) {
        return counts.getOrDefault(value, 0);
    }

    /** How many chose the value, of all who answered: 0 to 1. */
    public double share(String value) {
        return answered == 0 ? 0 : (double) of(value) / answered;
    }

    /**
     * Numbers that lie together; see {@link Bins}.
     *
     * @param from included
     * @param to included
     */
    public record Bin(int from, int to, String value) {
        public static Optional<Bin> of(String value) {
            Matcher matcher = BIN.matcher(value);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            int from = Integer.parseInt(matcher.group(1));
            return Optional.of(
                    new Bin(from, matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2)), value));
        }
    }

    /** The bins somebody is in, from the lowest. Only for numbers. */
    List<Bin> bins() {
        return counts.keySet().stream()
                .flatMap(it -> Bin.of(it).stream())
                .sorted(Comparator.comparingInt(Bin::from))
                .toList();
    }

    /** The bin that the middle one of all numbers lies in: the lower where two are in the middle. */
    public Optional<Bin> median() {
        int all = bins().stream().mapToInt(it -> of(it.value())).sum();
        int passed = 0;
        for (Bin bin : bins()) {
            passed += of(bin.value());
            if (2 * passed >= all) {
                return Optional.of(bin);
            }
        }
        return Optional.empty();
    }
}
