package no.samtidig.learning.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.samtidig.platform.Page;

/** Whom to call, for the reader's own sake or somebody else's. */
public record ContactPointsPage() implements Page {
    /** Norwegian emergency numbers and helplines: 112, 113, 116 117. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])(?:11[023]|116 [0-9]{3})(?![0-9])");

    /**
     * A piece of a line: words, or a number to call.
     *
     * @param text as written
     * @param number whether a phone can call it
     */
    public record Piece(String text, boolean number) {
        /** Where it leads: {@code tel:116117}. */
        public String address() {
            return "tel:" + text.replace(" ", "");
        }
    }

    /** The line with its numbers apart, so that one press calls. */
    public static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher numbers = NUMBER.matcher(line);
        int from = 0;
        while (numbers.find()) {
            pieces.add(new Piece(line.substring(from, numbers.start()), false));
            pieces.add(new Piece(numbers.group(), true));
            from = numbers.end();
        }
        pieces.add(new Piece(line.substring(from), false));
        return pieces;
    }
}
