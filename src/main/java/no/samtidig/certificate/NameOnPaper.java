package no.samtidig.certificate;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.samtidig.platform.PaperFont;

/**
 * A name as a certificate prints it.
 *
 * @param text composed, without letters that no font has
 * @param latin whether words of it are written in Latin letters, for want of a font that can draw them
 * @param serif whether the serif has every letter: it lacks ŧ, and then the whole name is set in the other font
 * @param size of the letters, in points: as large as lets the name stand on two lines
 * @param fonts what is needed beside the fonts of running text
 */
public record NameOnPaper(String text, boolean latin, boolean serif, int size, Set<PaperFont> fonts) {
    /** Points between the margins. */
    private static final double LINE = 459;

    private static final int LINES = 2;

    /** From large to small; where not even the smallest is enough, words are broken. */
    private static final List<Integer> SIZES = List.of(31, 27, 23, 19, 16);

    private static final List<PaperFont> PLAIN = List.of(
            PaperFont.STRONG,
            PaperFont.ARMENIAN,
            PaperFont.GEORGIAN,
            PaperFont.HEBREW,
            PaperFont.ARABIC,
            PaperFont.ETHIOPIC,
            PaperFont.CHINESE);

    public NameOnPaper {
        fonts = Set.copyOf(fonts);
    }

    static NameOnPaper of(String name) {
        // marks above and below Hebrew and Arabic letters are left out there too, as in a passport
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cf}\\p{Cc}&&[^\u200c]]", "")
                .replaceAll("(?<=[\\p{IsHebrew}\\p{IsArabic}])\\p{Mn}+", "")
                .strip();
        Map<Integer, Double> serif = PaperFont.SERIF.widths(composed);
        if (whole(composed, serif)) {
            return new NameOnPaper(composed, false, true, size(composed, serif), Set.of());
        }
        Letters letters = new Letters();
        String drawn = Arrays.stream(composed.split("\\s+"))
                .map(it -> letters.have(it) ? it : letters.only(latin(it)))
                .collect(Collectors.joining(" "))
                .strip();
        boolean latin = !drawn.equals(composed.replaceAll("\\s+", " "));
        letters.used.remove(PaperFont.STRONG);
        return new NameOnPaper(drawn, latin, false, size(drawn, letters.widths), letters.used);
    }

    private static boolean whole(String text, Map<Integer, Double> widths) {
        return text.codePoints().allMatch(widths::containsKey);
    }

    /** The fonts that were needed so far, and how wide their letters are. */
    private static final class Letters {
        private final Map<Integer, Double> widths = new HashMap<>();
        private final Set<PaperFont> used = EnumSet.noneOf(PaperFont.class);

        boolean have(String word) {
            Map<Integer, Double> found = new HashMap<>(widths);
            Set<PaperFont> needed = EnumSet.noneOf(PaperFont.class);
            for (PaperFont font : PLAIN) {
                if (whole(word, found)) {
                    break;
                }
                Map<Integer, Double> more = font.widths(word);
                if (!found.keySet().containsAll(more.keySet())) {
                    more.forEach(found::putIfAbsent);
                    needed.add(font);
                }
            }
            if (!whole(word, found)) {
                return false;
            }
            widths.putAll(found);
            used.addAll(needed);
            return true;
        }

        /** What of a word can be drawn. */
        String only(String word) {
            return have(word)
                    ? word
                    : word.codePoints()
                            .mapToObj(Character::toString)
                            .filter(this::have)
                            .collect(Collectors.joining());
        }
    }

    /** In Latin letters; with marks on them where the font has such. Scripts without capitals get one. */
    private static String latin(String word) {
        String latin = Normalizer.normalize(
                Transliterator.getInstance("Any-Latin; Any-Title").transliterate(word), Normalizer.Form.NFC);
        return whole(latin, PaperFont.STRONG.widths(latin))
                ? latin
                : Transliterator.getInstance("Latin-ASCII").transliterate(latin);
    }

    private static int size(String text, Map<Integer, Double> widths) {
        return SIZES.stream().filter(it -> fits(text, widths, it)).findFirst().orElse(SIZES.getLast());
    }

    private static boolean fits(String text, Map<Integer, Double> widths, int size) {
        double blank = size * 0.3;
        double used = 0;
        int lines = 1;
        for (String word : text.split(" ")) {
            double width = word.codePoints()
                            .mapToDouble(it -> widths.getOrDefault(it, 1.0))
                            .sum()
                    * size;
            if (width > LINE) {
                return false;
            }
            if (used > 0 && used + blank + width > LINE) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? blank : 0) + width;
        }
        return lines <= LINES;
    }
}
