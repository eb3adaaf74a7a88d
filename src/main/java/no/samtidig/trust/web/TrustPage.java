package no.samtidig.trust.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.samtidig.platform.Page;
import no.samtidig.platform.StyleSheets;
import no.samtidig.trust.Promise;
import no.samtidig.trust.Proof;

/**
 * The promises, each with the tests that prove it and where it ends.
 *
 * @param proofs as the build wrote them down; empty where it did not
 */
@StyleSheets(StyleSheets.PARTS)
public record TrustPage(List<Proof> proofs) implements Page {
    public TrustPage {
        proofs = List.copyOf(proofs);
    }

    /** What is kept before what is not there yet. */
    public List<Promise> promises() {
        return Arrays.stream(Promise.values())
                .sorted(Comparator.comparing((Promise it) -> !it.built()))
                .toList();
    }

    /** Those of one promise. */
    public List<Proof> of(Promise promise) {
        return proofs.stream().filter(it -> it.promise() == promise).toList();
    }

    /** The classes of tests, each once: one may prove several promises. */
    public List<Proof> tests() {
        return proofs.stream()
                .collect(Collectors.toMap(Proof::test, it -> it, (one, _) -> one, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    /** How many of them were run whole on this code, and went well. */
    public static long passed(List<Proof> some) {
        return some.stream().filter(Proof::passed).count();
    }

    /** When the oldest of them was last run; empty where none was. */
    public static Optional<Instant> ran(List<Proof> some) {
        return some.stream()
                .map(Proof::run)
                .filter(Objects::nonNull)
                .map(Proof.Run::ended)
                .min(Comparator.naturalOrder());
    }

    /** Whether any of them failed. */
    public static boolean failed(List<Proof> some) {
        return some.stream().anyMatch(it -> it.run() != null && it.run().failed());
    }

    /** The name of a test as a sentence. */
    public static String sentence(String name) {
        return name.replace('_', ' ');
    }
}
