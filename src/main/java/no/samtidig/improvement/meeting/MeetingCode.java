package no.samtidig.improvement.meeting;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import no.samtidig.platform.code.ReadableCode;

/**
 * What a phone joins a meeting with: six of the signs of {@link ReadableCode}, 30 bits. It is short because it is read from a screen across a
 * room; guesses are counted, and it is good for a few hours.
 *
 * @param value six capital letters and digits
 */
public record MeetingCode(String value) {
    private static final int LENGTH = 6;
    private static final int LONGEST_TYPED = 200;
    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{6}");

    public MeetingCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a meeting's code");
        }
    }

    /** The code for random bytes. */
    static MeetingCode of(byte[] random) {
        return new MeetingCode(ReadableCode.of(random).value().substring(0, LENGTH));
    }

    /** What somebody typed or followed, whatever its case, blanks and hyphens; empty where it cannot be a code. */
    public static Optional<MeetingCode> read(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        StringBuilder code = new StringBuilder();
        typed.substring(typed.lastIndexOf('/') + 1)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(it -> it == 'O' ? '0' : it == 'I' || it == 'L' ? '1' : it)
                .forEach(code::appendCodePoint);
        return FORM.matcher(code).matches() ? Optional.of(new MeetingCode(code.toString())) : Optional.empty();
    }

    /** In two groups, as people read it aloud. */
    public String grouped() {
        return value.substring(0, LENGTH / 2) + " " + value.substring(LENGTH / 2);
    }
}
