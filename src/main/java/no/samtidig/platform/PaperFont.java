package no.samtidig.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of papers. Beside those of running text there is one for each script that can be drawn letter by letter. Scripts whose letters
 * change place or melt together (Devanagari, Thai, Tamil) are not here: they would be drawn wrong.
 */
public enum PaperFont {
    TEXT("Inter_400Regular", "Inter", 400),
    STRONG("Inter_600SemiBold", "Inter", 600),
    SERIF("SourceSerif4_600SemiBold", "Source Serif", 600),
    ARMENIAN("NotoSansArmenian_600SemiBold", "Noto Sans Armenian", 600),
    GEORGIAN("NotoSansGeorgian_600SemiBold", "Noto Sans Georgian", 600),
    HEBREW("NotoSansHebrew_600SemiBold", "Noto Sans Hebrew", 600),
    ARABIC("NotoSansArabic_600SemiBold", "Noto Sans Arabic", 600),
    ETHIOPIC("NotoSansEthiopic_600SemiBold", "Noto Sans Ethiopic", 600),
    /** Chinese and the Japanese syllables; the largest of them by far. */
    CHINESE("NotoSansSC_600SemiBold", "Noto Sans SC", 600);

    private final String file;
    private final String family;
    private final int weight;

    PaperFont(String file, String family, int weight) {
        this.file = file + ".ttf";
        this.family = family;
        this.weight = weight;
    }

    String file() {
        return file;
    }

    /** What style sheets call it. */
    public String family() {
        return family;
    }

    int weight() {
        return weight;
    }

    boolean rightToLeft() {
        return this == HEBREW || this == ARABIC;
    }

    /** The letters of a text that the font has, with how wide each is, as a share of the size of the letters. Reads the font each time. */
    public Map<Integer, Double> widths(String text) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(TaggedPdf.bytes(file)))) {
            CmapLookup letters = font.getUnicodeCmapLookup();
            double unit = font.getUnitsPerEm();
            Map<Integer, Double> widths = new HashMap<>();
            for (int letter : text.codePoints().distinct().toArray()) {
                int glyph = letters.getGlyphId(letter);
                if (glyph != 0) {
                    widths.put(letter, font.getAdvanceWidth(glyph) / unit);
                }
            }
            return widths;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
