package no.samtidig.platform;

import java.util.Optional;

/**
 * Rows a module keeps under seal ({@link Secrets}), or that depend on the secret key in another way. Each module with such rows has one,
 * so that the start notices a key that cannot open them, and so that what is lost with a lost key can be told and let go.
 */
public interface SealedRows {
    /** What they are, in English and the plural, for whoever runs the service: {@code secrets of authenticator apps}. */
    String what();

    /** How many there are. */
    long count();

    /** One of them as it is sealed; empty where there is none, or where they are not sealed but worked out from the key. */
    Optional<byte[]> any();

    /** The key is lost for ever: leaves the database as it must be without them, in the caller's transaction. */
    void giveUp();
}
