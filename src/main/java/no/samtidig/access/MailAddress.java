package no.samtidig.access;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import no.samtidig.platform.code.OneLine;

/**
 * A mail address in the one form the service keeps, asks with and compares: what cannot be seen is gone, lower case, and a domain with
 * letters like å as mail servers know it ({@code blåbær.no} is {@code xn--blbr-roah.no}, IDNA). Before the @ only ASCII is taken: many
 * servers refuse the rest for ever (SMTPUTF8, RFC 6531, is an extension).
 */
public final class MailAddress {
    private static final int LONGEST = 254;
    /** RFC 5321's local part without quotation marks, and a domain of at least two labels. */
    private static final Pattern FORM =
            Pattern.compile("^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[a-z0-9-]{1,63}\\.){1,10}[a-z0-9-]{2,63}");

    private MailAddress() {}

    /** The address in the form the service keeps; empty where it is none. */
    public static Optional<String> of(String typed) {
        String email = normal(typed);
        if (email.length() > LONGEST || !FORM.matcher(email).matches()) {
            return Optional.empty();
        }
        try {
            new InternetAddress(email, true).validate();
            return Optional.of(email);
        } catch (AddressException _) {
            return Optional.empty();
        }
    }

    /** The same form of anything, also of what is no address: two ways of typing one give the same. */
    static String normal(String typed) {
        String line = OneLine.of(typed.length() > 4 * LONGEST ? typed.substring(0, 4 * LONGEST) : typed)
                .toLowerCase(Locale.ROOT);
        String address = line.startsWith("mailto:") ? line.substring("mailto:".length()) : line;
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at + 1) + ascii(address.substring(at + 1));
    }

    /** Whether all that is wrong with an address is a letter outside ASCII before the @: that deserves a sentence of its own. */
    public static boolean foreignBeforeAt(String typed) {
        String email = normal(typed);
        int at = email.indexOf('@');
        if (at <= 0 || StandardCharsets.US_ASCII.newEncoder().canEncode(email.substring(0, at))) {
            return false;
        }
        StringBuilder plain = new StringBuilder();
        email.codePoints()
                .limit(at)
                .forEach(it -> plain.append(Character.isLetter(it) && it > 127 ? "x" : Character.toString(it)));
        return of(plain + email.substring(at)).isPresent();
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) { // no domain
            return domain;
        }
    }
}
