package no.samtidig.catalogue;

import java.util.Collection;
import no.samtidig.platform.code.Digest;

/**
 * Which wording of a text: the first twelve hexadecimal digits of the SHA-256 of what matters. A learner's work is pinned to it.
 *
 * @param value twelve hexadecimal digits
 */
public record ContentVersion(String value) {
    static ContentVersion of(String source) {
        return new ContentVersion(Digest.version(source.replaceAll("\\s+", " ").strip()));
    }

    static ContentVersion ofAll(Collection<ContentVersion> parts) {
        return of(String.join("\n", parts.stream().map(ContentVersion::value).toList()));
    }
}
