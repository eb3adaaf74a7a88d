package no.samtidig.improvement;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Nothing about patients is written in a journey. What looks like a Norwegian national identity number (fødselsnummer, D-number or H-number)
 * in a free text is refused, with one sentence. However it is written: with blanks, dots, dashes or invisible signs between the digits, over
 * two lines, in full-width or other digits. Control digits are not asked for, since those issued from 2032 on have others.
 */
public final class NoPatients {
    /** The text that says so. */
    public static final String REFUSAL = "no-patients.refusal";

    /** Invisible: soft hyphens, zero-width blanks and joiners, marks of direction. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}]");

    /** What people put between digits. */
    private static final String BETWEEN = "[\\s\\p{Z}\\p{Pd}.:,/'_\\u00b7]{0,3}+";

    /** Six digits and five together, whatever they say. */
    private static final Pattern TOGETHER =
            Pattern.compile("(?<!\\p{Nd})\\p{Nd}{6}" + BETWEEN + "\\p{Nd}{5}(?!\\p{Nd})");

    /** Eleven digits with something between them. */
    private static final Pattern SPREAD =
            Pattern.compile("(?<!\\p{Nd})(?:\\p{Nd}" + BETWEEN + "){10}\\p{Nd}(?!\\p{Nd})");

    private static final int DAYS = 31;
    private static final int MONTHS = 12;
    private static final int D_NUMBER = 40;
    private static final int H_NUMBER = 40;

    private NoPatients() {}

    /** Whether the text holds eleven digits that look like one. */
    public static boolean found(String text) {
        String plain = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        return TOGETHER.matcher(plain).find()
                || SPREAD.matcher(plain).results().map(MatchResult::group).anyMatch(NoPatients::bornOnADay);
    }

    /** Whether the first four digits are a day and a month, as in a national identity number: 40 may be added to either. */
    private static boolean bornOnADay(String spread) {
        int[] digits = spread.codePoints()
                .filter(Character::isDigit)
                .map(it -> Character.digit(it, 10))
                .toArray();
        int day = (10 * digits[0] + digits[1]) % D_NUMBER;
        int month = (10 * digits[2] + digits[3]) % H_NUMBER;
        return day >= 1 && day <= DAYS && month >= 1 && month <= MONTHS;
    }
}
