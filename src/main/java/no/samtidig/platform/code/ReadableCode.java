package no.samtidig.platform.code;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code that people read and type: sixteen of 32 letters and digits (Crockford's base 32), 80 bits. None can be taken for another: I,
 * L, O and U are left out, and the first three are read as 1, 1 and 0 where somebody types them.
 *
 * @param value sixteen capital letters and digits, without the gaps people see
 */
public record ReadableCode(String value) {
    /** Bytes that make one code. */
    public static final int BYTES = 10;

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int LENGTH = BYTES * 8 / BITS;
    private static final Pattern FORM = Pattern.compile("[" + SIGNS + "]{" + LENGTH + "}");
    private static final Pattern QUARTER = Pattern.compile("(.{4})(?=.)");

    public ReadableCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a code");
        }
    }

    /** The code for ten bytes. */
    public static ReadableCode of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("not " + BYTES + " bytes");
        }
        BigInteger bits = new BigInteger(1, bytes);
        StringBuilder code = new StringBuilder();
        for (int i = LENGTH - 1; i >= 0; i--) {
            code.append(SIGNS.charAt(bits.shiftRight(BITS * i).intValue() & (SIGNS.length() - 1)));
        }
        return new ReadableCode(code.toString());
    }

    /** What somebody typed or followed, whatever its case, spaces and hyphens, also in a whole link; empty where it cannot be a code. */
    public static Optional<ReadableCode> read(String typed) {
        String code = lastPart(typed.replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Pd}._]", ""))
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return FORM.matcher(code).matches() ? Optional.of(new ReadableCode(code)) : Optional.empty();
    }

    /** Of a link the last part of its path; anything else is itself. */
    private static String lastPart(String typed) {
        int end = typed.length();
        for (char it : new char[] {'?', '#'}) {
            int here = typed.indexOf(it);
            end = here < 0 ? end : Math.min(end, here);
        }
        while (end > 0 && typed.charAt(end - 1) == '/') {
            end--;
        }
        return typed.substring(typed.lastIndexOf('/', end - 1) + 1, end);
    }

    /** In small letters. */
    public String small() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** The value, or {@link #small} of it, in four groups of four. */
    public static String grouped(String code, String gap) {
        return QUARTER.matcher(code).replaceAll("$1" + gap);
    }
}
