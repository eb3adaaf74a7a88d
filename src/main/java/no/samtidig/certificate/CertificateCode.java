package no.samtidig.certificate;

import java.security.SecureRandom;
import java.util.Optional;
import no.samtidig.platform.code.ReadableCode;

/**
 * The code on a certificate: a {@link ReadableCode} of 80 random bits.
 *
 * @param value sixteen letters and digits, without the hyphens people see
 */
public record CertificateCode(String value) {
    public CertificateCode {
        value = new ReadableCode(value).value();
    }

    static CertificateCode random(SecureRandom random) {
        byte[] bytes = new byte[ReadableCode.BYTES];
        random.nextBytes(bytes);
        return new CertificateCode(ReadableCode.of(bytes).value());
    }

    /** What somebody typed or followed, whatever its case, spaces and hyphens; empty where it cannot be a code. */
    public static Optional<CertificateCode> read(String typed) {
        return ReadableCode.read(typed).map(it -> new CertificateCode(it.value()));
    }

    /** As it is written for people and in addresses: four groups of four. */
    public String shown() {
        return ReadableCode.grouped(value, "-");
    }

    /** The public page. */
    public String path() {
        return "/kursbevis/" + shown();
    }

    /** The holder's own page. */
    public String ownPath() {
        return "/min-side/kursbevis/" + shown();
    }
}
