package no.samtidig.access;

import java.security.SecureRandom;
import java.util.Base64;
import no.samtidig.platform.code.Digest;

/**
 * What a one-time link ends in: 256 random bits. The database keeps only the digest, so that a copy of it opens nothing.
 *
 * @param value as it stands in the link
 */
record OneTimeToken(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static OneTimeToken make() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new OneTimeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] digest() {
        return Digest.of(value);
    }
}
