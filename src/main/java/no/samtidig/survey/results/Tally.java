package no.samtidig.survey.results;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.samtidig.platform.code.Coded;
import no.samtidig.questionnaire.Bins;
import no.samtidig.survey.Round;

/**
 * How a group answered one key.
 *
 * @param answered how many answered it at all, those who were unsure too; five or more
 * @param counts how many chose each value; one that nobody chose is not there. Of fewer than {@link Round#EXACT} it holds no more than a
 *     {@link Band} for each, whatever they answered: that all of six said the same would tell what each of them said
 */
public record Tally(int answered, Map<String, Integer> counts) {
    private static final Pattern BIN = Pattern.compile("(-?\\d+)(?:\\.\\.(-?\\d+))?");

    public Tally {
        int all = answered;
        counts = Map.copyOf(all >= Round.EXACT ? counts : banded(counts, all));
    }

    private static Map<String, Integer> banded(Map<String, Integer> counts, int all) {
        return counts.entrySet().stream()
                .filter(it -> it.getValue() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue() >= all - 1 ? all : all / 2));
    }

    /** About how many of a few chose a value. */
    public enum Band implements Coded {
        /** None or one. */
        FEW,
        SOME,
        /** All, or all but one. */
        MOST
    }

    /** Whether those who answered are so few that only bands are told. */
    public boolean coarse() {
        return answered < Round.EXACT;
    }

    /** About how many chose the value; of few only. */
    public Band band(String value) {
        int n = of(value);
        return n == 0 ? Band.FEW : n == answered ? Band.MOST : Band.SOME;
    }

    /** How many chose the value; where {@link #coarse} a number that stands for its band. */
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

    /** The bin that the middle one of all numbers lies in: the lower where two are in the middle. Of few it is not told. */
    public Optional<Bin> median() {
        if (coarse()) {
            return Optional.empty();
        }
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
