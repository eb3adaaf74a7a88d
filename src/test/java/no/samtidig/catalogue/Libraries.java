package no.samtidig.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import no.samtidig.evidence.Registers;
import no.samtidig.search.Findables;

/** The library for tests. */
public final class Libraries {
    private Libraries() {}

    /** The one that is packed with the application. */
    public static KnowledgeModules real() {
        try {
            return new KnowledgeModules(Registers.real(), "classpath:content/");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a search finds in it. */
    public static Findables findables(KnowledgeModules library) {
        return new LibraryFindables(library);
    }
}
