package no.samtidig.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.samtidig.platform.code.OneLine;

/**
 * Mail addresses as people paste them: one a line, or separated by comma or semicolon, with or without a name
 * ({@code Kari Li <kari@…>}, {@code Li, Kari <kari@…>}).
 *
 * @param recipients each address once, in order
 * @param repeated addresses that stood there more than once
 * @param bad what is no address
 */
public record Addresses(List<Recipient> recipients, List<Repeated> repeated, List<Bad> bad) {
    public Addresses {
        recipients = List.copyOf(recipients);
        repeated = List.copyOf(repeated);
        bad = List.copyOf(bad);
    }

    /**
     * Somebody to write to.
     *
     * @param line where it stood, from 1
     * @param name full name; empty where none was given
     * @param email in lower case
     */
    public record Recipient(int line, String name, String email) {
        /** As it can be read again. */
        public String written() {
            return name.isEmpty() ? email : name + " <" + email + ">";
        }
    }

    /** An address on a line that stood on an earlier one already. */
    public record Repeated(int line, int first, String email) {}

    /**
     * Something on a line that is no address.
     *
     * @param text shortened where it is long
     * @param foreign whether all that is wrong is a letter such as å before the @
     */
    public record Bad(int line, String text, boolean foreign) {}

    /** Reads what was typed or pasted. */
    public static Addresses read(String typed) {
        Map<String, Recipient> found = new LinkedHashMap<>();
        List<Repeated> repeated = new ArrayList<>();
        List<Bad> bad = new ArrayList<>();
        String[] lines = typed.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            int line = i + 1;
            String text = OneLine.of(lines[i]);
            if (i == 0 && text.toLowerCase(Locale.ROOT).startsWith("sep=")) { // a spreadsheet's own first line
                continue;
            }
            for (String piece : pieces(text)) {
                Optional<Recipient> one = recipient(line, piece);
                if (one.isEmpty()) {
                    bad.add(new Bad(line, piece.length() > 60 ? piece.substring(0, 60) + "…" : piece, foreign(piece)));
                    continue;
                }
                Recipient earlier = found.putIfAbsent(one.get().email(), one.get());
                if (earlier != null) {
                    repeated.add(new Repeated(line, earlier.line(), earlier.email()));
                }
            }
        }
        return new Addresses(List.copyOf(found.values()), repeated, bad);
    }

    private static List<String> pieces(String line) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        boolean address = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            address |= c == '@';
            boolean familyNameFirst = c == ',' && !address;
            if (!quoted && (c == ';' || (c == ',' && !familyNameFirst))) {
                pieces.add(piece.toString());
                piece.setLength(0);
                address = false;
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces.stream()
                .map(it -> withoutCommas(it.strip()).strip())
                .flatMap(Addresses::besideEachOther)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static String withoutCommas(String piece) {
        int from = 0;
        int to = piece.length();
        while (from < to && piece.charAt(from) == ',') {
            from++;
        }
        while (from < to && piece.charAt(to - 1) == ',') {
            to--;
        }
        return piece.substring(from, to);
    }

    /** Addresses with nothing but space between them. */
    private static Stream<String> besideEachOther(String piece) {
        String[] words = piece.split("\\s+");
        boolean addresses = words.length > 1 && Stream.of(words).allMatch(it -> it.contains("@") && !it.contains("<"));
        return addresses ? Stream.of(words) : Stream.of(piece);
    }

    private static Optional<Recipient> recipient(int line, String piece) {
        int open = open(piece);
        Optional<String> email = email(address(piece, open));
        String typed =
                open < 0 ? "" : piece.substring(0, open).replace("\"", "").strip();
        Optional<String> name = typed.isEmpty()
                ? Optional.of("")
                : PersonName.of(inOrder(typed)).map(PersonName::value);
        return email.flatMap(address -> name.map(it -> new Recipient(line, it, address)));
    }

    private static boolean foreign(String piece) {
        return MailAddress.foreignBeforeAt(address(piece, open(piece)));
    }

    /** Where the address begins that a name stands before; -1 where none does. */
    private static int open(String piece) {
        int open = piece.lastIndexOf('<');
        return open >= 0 && piece.indexOf('>', open) == piece.length() - 1 ? open : -1;
    }

    private static String address(String piece, int open) {
        return open < 0 ? piece : piece.substring(open + 1, piece.length() - 1);
    }

    /** "Li, Kari" is Kari Li. */
    private static String inOrder(String name) {
        int comma = name.indexOf(',');
        return comma < 0 || comma != name.lastIndexOf(',')
                ? name
                : name.substring(comma + 1).strip() + " "
                        + name.substring(0, comma).strip();
    }

    /** One address in the form the service keeps; empty where it is none. */
    public static Optional<String> email(String typed) {
        return MailAddress.of(typed);
    }
}
