package no.samtidig.platform.code;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * A name, title or address as it was meant, whatever keyboard, program or page it was pasted from: one line, composed (Unicode NFC),
 * nothing in it that cannot be seen. So the same name typed in two ways is the same, and none can turn a line around or hide in it.
 */
public final class OneLine {
    /** Accents on one letter at most: as many as the scripts in use stack, too few to paint over the lines above. */
    private static final int MARKS = 4;

    /** Letters and marks that show nothing: fillers of Hangul, joiners and selectors among the marks, an empty Braille cell. */
    private static final String UNSEEN = "\u115F\u1160\u3164\uFFA0\u034F\u180B\u180C\u180D\u180F\u17B4\u17B5\u2800";

    private OneLine() {}

    /**
     * The line: characters that cannot be seen, that turn the direction or have no meaning are gone; tabs, line breaks and every kind of
     * space are one space, with none at the ends; full-width, half-width and ornamental letters are plain ones. The work grows with the
     * length alone.
     */
    public static String of(String typed) {
        String composed = Normalizer.normalize(seen(plain(typed)), Form.NFC);
        StringBuilder line = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (c != ' ' || (!line.isEmpty() && line.charAt(line.length() - 1) != ' ')) {
                line.append(c);
            }
        }
        return line.toString().stripTrailing();
    }

    private static StringBuilder seen(String typed) {
        StringBuilder seen = new StringBuilder(typed.length());
        int marks = MARKS; // none before the first letter
        for (int at = 0; at < typed.length(); at += Character.charCount(typed.codePointAt(at))) {
            int it = typed.codePointAt(at);
            switch (Character.getType(it)) {
                case Character.CONTROL,
                        Character.SPACE_SEPARATOR,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> {
                    seen.append(' ');
                    marks = MARKS;
                }
                case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> {
                    if (marks < MARKS && !unseen(it)) {
                        seen.appendCodePoint(it);
                        marks++;
                    }
                }
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {
                    // shows nothing, or nobody knows what
                }
                default -> {
                    if (!unseen(it)) {
                        seen.appendCodePoint(it);
                        marks = 0;
                    }
                }
            }
        }
        return seen;
    }

    private static boolean unseen(int it) {
        return UNSEEN.indexOf(it) >= 0 || (it >= 0xFE00 && it <= 0xFE0F) || (it >= 0xE0100 && it <= 0xE01EF);
    }

    /** Plain letters for those that only look different: wide, narrow, ornamental, or joined for print. Not ½ and ², which mean more. */
    private static String plain(String typed) {
        StringBuilder plain = new StringBuilder(typed.length());
        typed.codePoints().forEach(it -> {
            boolean look = (it >= 0xFF00 && it <= 0xFFEF)
                    || (it >= 0xFB00 && it <= 0xFB4F)
                    || (it >= 0x1D400 && it <= 0x1D7FF)
                    || (it >= 0x24B6 && it <= 0x24E9);
            if (look) {
                plain.append(Normalizer.normalize(Character.toString(it), Form.NFKC));
            } else {
                plain.appendCodePoint(it);
            }
        });
        return plain.toString();
    }
}
