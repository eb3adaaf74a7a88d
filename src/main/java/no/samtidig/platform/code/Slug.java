package no.samtidig.platform.code;

import java.util.regex.Pattern;

/** Names that stand in addresses and keys: a–z, 0–9 and hyphen, and no hyphen first. */
public final class Slug {
    /** Letters at most in a name that is part of an address. */
    public static final int LONGEST = 60;

    /** Letters at most in the code of an item, an option or a row. */
    public static final int LONGEST_CODE = 40;

    /** As a regular expression, whatever its length. */
    public static final String EXPRESSION = "[a-z0-9][a-z0-9-]*";

    private static final Pattern FORM = Pattern.compile(EXPRESSION);

    private Slug() {}

    /** Whether the text can be part of an address. */
    public static boolean is(String text) {
        return is(text, LONGEST);
    }

    /** Whether the text can be the code of something inside a questionnaire. */
    public static boolean isCode(String text) {
        return is(text, LONGEST_CODE);
    }

    /** Whether the text is such a name with no more letters than this. */
    public static boolean is(String text, int longest) {
        return text.length() <= longest && FORM.matcher(text).matches();
    }
}
