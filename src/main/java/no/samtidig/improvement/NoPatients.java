package no.samtidig.improvement;

import java.util.regex.Pattern;

/**
 * Nothing about patients is written in a journey. What looks like a Norwegian national identity number (fødselsnummer or D-number: six
 * digits of a day, five more) in a free text is refused, with one sentence.
 */
public final class NoPatients {
    /** The text that says so. */
    public static final String REFUSAL = "no-patients.refusal";

    private static final Pattern NATIONAL_ID = Pattern.compile("(?<!\\d)\\d{6} ?\\d{5}(?!\\d)");

    private NoPatients() {}

    /** Whether the text holds eleven digits in a row, also with one blank after six. */
    public static boolean found(String text) {
        return NATIONAL_ID.matcher(text).find();
    }
}
