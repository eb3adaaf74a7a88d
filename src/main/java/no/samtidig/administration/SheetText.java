package no.samtidig.administration;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The letters of a file as spreadsheets save it: UTF-8 with or without its mark, UTF-16 with its mark, or Windows-1252. What is meant as
 * UTF-8 and has a few bytes that are not keeps {@link #UNREADABLE} where they stand, so that their lines can be told: read as another
 * character set, every æ, ø and å of the file would be wrong and nothing would say so.
 */
final class SheetText {
    /** Stands where a letter could not be read. */
    static final char UNREADABLE = '\uFFFD';

    private static final String MARK = "\uFEFF";

    private SheetText() {}

    /** Empty where it is no text: a workbook, say. */
    static Optional<String> of(byte[] file) {
        Optional<String> text = utf16(file) ? strictly(StandardCharsets.UTF_16, file) : Optional.of(bytes(file));
        return text.map(it -> it.startsWith(MARK) ? it.substring(1) : it).filter(it -> it.indexOf('\0') < 0);
    }

    private static boolean utf16(byte[] file) {
        return file.length >= 2
                && ((file[0] == (byte) 0xFE && file[1] == (byte) 0xFF)
                        || (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE));
    }

    private static String bytes(byte[] file) {
        return strictly(StandardCharsets.UTF_8, file).orElseGet(() -> {
            String text = new String(file, StandardCharsets.UTF_8);
            return text.startsWith(MARK) || meantAsUtf8(text)
                    ? text
                    : new String(file, Charset.forName("windows-1252"));
        });
    }

    /** Letters beyond ASCII that were read, against those that were not: of a file in another character set hardly one is read. */
    private static boolean meantAsUtf8(String text) {
        long beyond = text.chars().filter(it -> it > 127).count();
        long unreadable = text.chars().filter(it -> it == UNREADABLE).count();
        return beyond - unreadable >= unreadable;
    }

    private static Optional<String> strictly(Charset charset, byte[] file) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
