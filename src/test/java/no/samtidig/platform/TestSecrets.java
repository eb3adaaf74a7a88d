package no.samtidig.platform;

import java.nio.file.Path;
import java.util.Base64;

/** A seal for tests, under a key that everybody knows. */
public final class TestSecrets {
    private TestSecrets() {}

    public static Secrets known() {
        return under(0);
    }

    /** A seal under another key. */
    public static Secrets other() {
        return under(1);
    }

    /** The seal of an application that keeps its data there. */
    public static Secrets keptIn(Path folder) {
        return new Secrets("", "", folder);
    }

    private static Secrets under(int number) {
        byte[] key = new byte[32];
        key[0] = (byte) number;
        return new Secrets(Base64.getEncoder().encodeToString(key), "", Path.of("unused"));
    }
}
