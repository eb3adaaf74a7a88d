package no.samtidig.certificate;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code on a certificate: sixteen of 32 letters and digits (Crockford's base 32), 80 random bits. None can be taken for another:
 * I, L, O and U are left out, and read as 1, 1, 0 where somebody types them.
 *
 * @param value sixteen letters and digits, without the hyphens people see
 */
public record CertificateCode(String value) {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final Pattern FORM = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");

    public CertificateCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a code");
        }
    }

    static CertificateCode random(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new CertificateCode(code.toString());
    }

    /** What somebody typed or followed, whatever its case, spaces and hyphens; empty where it cannot be a code. */
    public static Optional<CertificateCode> read(String typed) {
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}._]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return FORM.matcher(code).matches() ? Optional.of(new CertificateCode(code)) : Optional.empty();
    }

    /** As it is written for people and in addresses: four groups of four. */
    public String shown() {
        StringBuilder shown = new StringBuilder(value);
        for (int i = LENGTH - GROUP; i > 0; i -= GROUP) {
            shown.insert(i, '-');
        }
        return shown.toString();
    }

    /** The public page. */
    public String path() {
        return "/kursbevis/" + shown();
    }

    /** The holder's own page. */
    public String ownPath() {
        return "/min-side/kursbevis/" + shown();
    }
}
