package no.samtidig.platform.backup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets the drill sign in once, as somebody whose password it does not know, in the place that it made. It is a bean only in the
 * application that {@link Drilling} starts in its own process: no setting makes one, and without it the address does not exist.
 */
public final class DrillPass {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AtomicReference<String> unused;

    DrillPass() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        this.unused = new AtomicReference<>(HexFormat.of().formatHex(bytes));
    }

    String word() {
        return Objects.requireNonNull(unused.get());
    }

    /** Whether it is the word, and was not used before. */
    public boolean use(String word) {
        String kept = Objects.requireNonNull(unused.getAndSet(""));
        return !kept.isEmpty()
                && MessageDigest.isEqual(kept.getBytes(StandardCharsets.UTF_8), word.getBytes(StandardCharsets.UTF_8));
    }
}
