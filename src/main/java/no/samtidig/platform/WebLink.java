package no.samtidig.platform;

import java.util.List;
import java.util.Locale;

/** Which addresses that somebody wrote may become links: web pages, mail, telephones, and our own pages. */
public final class WebLink {
    static final List<String> SCHEMES = List.of("http", "https", "mailto", "tel");

    private WebLink() {}

    /** Whether the address leads to one of these and nowhere else. */
    public static boolean is(String address) {
        if (address.chars().anyMatch(it -> it <= ' ' || it == '\\' || Character.getType(it) == Character.CONTROL)) {
            return false;
        }
        if (address.startsWith("#") || (address.startsWith("/") && !address.startsWith("//"))) {
            return true;
        }
        int colon = address.indexOf(':');
        return colon > 0
                && colon + 1 < address.length()
                && SCHEMES.contains(address.substring(0, colon).toLowerCase(Locale.ROOT));
    }
}
