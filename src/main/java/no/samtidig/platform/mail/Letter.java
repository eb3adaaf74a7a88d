package no.samtidig.platform.mail;

import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;

/**
 * What a mail says, in plain text.
 *
 * @param subject one line
 * @param body where the mail has a secret, {@link Outbox#SECRET} stands in its place
 */
public record Letter(String subject, String body) {
    /** The texts {@code <key>.subject} and {@code <key>.body}; both get the same arguments. */
    public static Letter of(Texts texts, Language language, String key, Object... arguments) {
        return new Letter(
                texts.text(language, key + ".subject", arguments), texts.text(language, key + ".body", arguments));
    }
}
