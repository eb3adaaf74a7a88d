package no.samtidig.evidence;

import java.io.IOException;
import no.samtidig.search.Findables;
import org.springframework.core.io.DefaultResourceLoader;

/** The evidence register for tests. */
public final class Registers {
    private Registers() {}

    /** The one that is packed with the application. */
    public static EvidenceRegister real() {
        try {
            return new EvidenceRegister(new DefaultResourceLoader(), "classpath:content/");
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** What a search finds in it. */
    public static Findables findables() {
        return new ClaimFindables(real());
    }
}
