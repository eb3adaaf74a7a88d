package no.samtidig.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * Which wording of a text: the first twelve hexadecimal digits of the SHA-256 of what matters. A learner's work is pinned to it.
 *
 * @param value twelve hexadecimal digits
 */
public record ContentVersion(String value) {
    static ContentVersion of(String source) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(source.replaceAll("\\s+", " ").strip().getBytes(StandardCharsets.UTF_8));
            return new ContentVersion(HexFormat.of().formatHex(digest, 0, 6));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ContentVersion ofAll(Collection<ContentVersion> parts) {
        return of(String.join("\n", parts.stream().map(ContentVersion::value).toList()));
    }
}
