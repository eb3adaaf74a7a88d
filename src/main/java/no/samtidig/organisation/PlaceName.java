package no.samtidig.organisation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What a unit or an owner is called: one clean line that begins with a letter or a digit and holds no address of a web page, since it
 * stands in mails.
 *
 * @param value 2 to 120 characters; names that were kept before there were rules may be others
 */
public record PlaceName(String value) {
    /** Characters at most. */
    public static final int LONGEST = 120;

    public PlaceName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("not a name of a place");
        }
    }

    /** The name as it was meant, without needless space; empty where it can be no name. */
    public static Optional<PlaceName> of(String typed) {
        if (typed.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        String even = even(Normalizer.normalize(typed, Normalizer.Form.NFC));
        return fits(even) ? Optional.of(new PlaceName(even)) : Optional.empty();
    }

    private static String even(String text) {
        StringBuilder one = new StringBuilder();
        boolean space = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                space = one.length() > 0;
            } else {
                if (space) {
                    one.append(' ');
                    space = false;
                }
                one.append(letter);
            }
        }
        return one.toString();
    }

    private static boolean fits(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return text.length() >= 2
                && text.length() <= LONGEST
                && Character.isLetterOrDigit(text.codePointAt(0))
                && text.codePoints().noneMatch(PlaceName::unseen)
                && !small.contains("://")
                && !small.contains("www.");
    }

    private static boolean unseen(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> letter == '<' || letter == '>';
        };
    }
}
