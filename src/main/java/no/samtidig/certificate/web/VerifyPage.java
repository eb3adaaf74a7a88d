package no.samtidig.certificate.web;

import no.samtidig.certificate.Credentials;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * A place to check a signed credential.
 *
 * @param given what was pasted, kept so that it need not be pasted again
 * @param trouble what was wrong with the form
 * @param verdict what was found; null where nothing was checked
 */
public record VerifyPage(String given, Trouble trouble, Credentials.@Nullable Verdict verdict) implements Page {
    /** The first part of the keys of the verdict's heading and text. */
    public String key() {
        return switch (verdict) {
            case null -> "certificate.verify";
            case Credentials.Verdict.Valid _ -> "certificate.verify.valid";
            case Credentials.Verdict.NotCurrent it ->
                "certificate.verify." + it.state().code();
            case Credentials.Verdict.Changed _ -> "certificate.verify.changed";
            case Credentials.Verdict.UnknownKey _ -> "certificate.verify.unknown-key";
            case Credentials.Verdict.NoCredential _ -> "certificate.verify.no-credential";
        };
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
