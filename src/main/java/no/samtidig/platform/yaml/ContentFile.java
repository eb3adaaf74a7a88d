package no.samtidig.platform.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.io.Resource;

/** A text file of the content. */
public final class ContentFile {
    private ContentFile() {}

    /**
     * The text of a file that is UTF-8.
     *
     * @param name for messages
     * @throws ContentProblem if it is not UTF-8; it names the line
     */
    public static String text(Path name, Resource file) {
        try {
            return text(name, file.getContentAsByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String text(Path name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer left = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(left, text, true);
        text.flip();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(it -> it == '\n').count();
            throw new ContentProblem(
                    name, line, "there are letters here that are not UTF-8", "save the file with the encoding UTF-8");
        }
        return text.toString();
    }
}
