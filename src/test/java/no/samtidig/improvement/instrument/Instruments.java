package no.samtidig.improvement.instrument;

import no.samtidig.catalogue.Libraries;
import no.samtidig.evidence.Registers;
import org.springframework.core.io.DefaultResourceLoader;

/** The instrument for tests. */
public final class Instruments {
    private Instruments() {}

    /** The one that is packed with the application. */
    public static Instrument real() {
        return new Instrument(new DefaultResourceLoader(), Registers.real(), Libraries.real(), "classpath:content/");
    }
}
