package no.samtidig.platform;

import java.util.Optional;
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
        if (line.contains("//") || line.regionMatches(true, 0, "www.", 0, 4)) {
            return true;
        }
        for (int i = 1; i < line.length() - 1; i++) {
            if (DOTS.indexOf(line.charAt(i)) >= 0 && Character.isLetterOrDigit(line.codePointBefore(i))) {
                int end = i + 1;
                while (end < line.length() && (Character.isLetter(line.charAt(end)) || line.charAt(end) == '-')) {
                    end++;
                }
                int after = end - i - 1;
                boolean numbered = Character.isDigit(line.charAt(i - 1)) && after > 3;
                if (after > 1 && !numbered) {
                    return true;
                }
            }
        }
        return false;
    }
}
