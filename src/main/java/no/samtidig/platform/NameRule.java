package no.samtidig.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.samtidig.platform.code.OneLine;

/**
 * What a name may be, the same wherever one is given. Names stand first in mails, so none is an address of a web page or a mailbox:
 * nobody can make the service advertise. Give it a line from {@link OneLine}.
 */
public enum NameRule {
    /** Of a person: letters of any script, and what stands between names. */
    PERSON,
    /** Of a place, a round, a questionnaire: anything one can read, with at least one letter or digit. */
    THING;

    private static final String BETWEEN_NAMES = " .'’-·";
    private static final List<String> LINKS = List.of("//", "\\\\", "http:", "https:", " www.");

    /** What is counted in the names of places and rounds: {@code 2.etasje} is no address. */
    private static final Set<String> COUNTED = Set.of(
            "etasje",
            "etg",
            "avdeling",
            "avd",
            "post",
            "seksjon",
            "linje",
            "linja",
            "gruppe",
            "trinn",
            "runde",
            "kvartal",
            "halvår",
            "januar",
            "februar",
            "mars",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember");

    private static final String DOTS = ".。․";

    /**
     * What is wrong with a name; empty where nothing is.
     *
     * @param line from {@link OneLine#of}
     * @param most letters (code points) at most
     */
    public Optional<Sentence> flaw(String line, int most) {
        int length = line.codePointCount(0, line.length());
        if (line.isEmpty()) {
            return said("name.trouble.empty");
        }
        if (length > most) {
            return said("name.trouble.long", most, length);
        }
        if (webAddress(line)) {
            return said("name.trouble.web-address");
        }
        return switch (this) {
            case PERSON ->
                line.codePoints()
                        .filter(it -> !ofPerson(it))
                        .mapToObj(Character::toString)
                        .findFirst()
                        .flatMap(it -> said("name.trouble.sign", it))
                        .or(() -> line.codePoints().noneMatch(Character::isLetter)
                                ? said("name.trouble.no-letter")
                                : Optional.empty());
            case THING ->
                line.codePoints().noneMatch(Character::isLetterOrDigit)
                        ? said("name.trouble.no-letter")
                        : Optional.empty();
        };
    }

    private static Optional<Sentence> said(String key, Object... arguments) {
        return Optional.of(Sentence.of(key, arguments));
    }

    private static boolean ofPerson(int it) {
        return Character.isLetter(it) || mark(it) || BETWEEN_NAMES.indexOf(it) >= 0;
    }

    private static boolean mark(int it) {
        int type = Character.getType(it);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Whether programs would make a link of a part of it: {@code vinn.no}, {@code //x}; not {@code J.R.}, {@code St. Olav} or {@code 2.etasje}. */
    private static boolean webAddress(String line) {
        String small = line.toLowerCase(Locale.ROOT);
        if (small.startsWith("www.") || LINKS.stream().anyMatch(small::contains)) {
            return true;
        }
        int numbers = 0; // of 192.168.0.1, joined so far
        for (int i = 1; i < small.length() - 1; i++) {
            char it = small.charAt(i);
            if (DOTS.indexOf(it) < 0) {
                numbers = Character.isDigit(it) ? numbers : 0;
                continue;
            }
            int before = small.codePointBefore(i);
            if (Character.isLetterOrDigit(before) || mark(before)) {
                String after = wordAt(small, i + 1);
                if (after.length() > 1 && !(COUNTED.contains(after) && onlyDigitsBefore(small, i))) {
                    return true;
                }
            }
            numbers = Character.isDigit(before) ? numbers + 1 : 0;
            if (numbers == 3 && Character.isDigit(small.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static String wordAt(String line, int from) {
        int end = from;
        while (end < line.length() && (Character.isLetter(line.charAt(end)) || line.charAt(end) == '-')) {
            end++;
        }
        return line.substring(from, end);
    }

    private static boolean onlyDigitsBefore(String line, int dot) {
        int begin = dot;
        while (begin > 0 && Character.isDigit(line.charAt(begin - 1))) {
            begin--;
        }
        return begin < dot && (begin == 0 || !Character.isLetter(line.charAt(begin - 1)));
    }
}
