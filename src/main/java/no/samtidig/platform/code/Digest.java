package no.samtidig.platform.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256. Where nobody may be able to try out what was digested, use {@code Secrets.mark}, which needs the key. */
public final class Digest {
    /** Bytes of a {@link #version}. */
    private static final int VERSION = 6;

    private Digest() {}

    /** The 32 bytes for a text in UTF-8. */
    public static byte[] of(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same as 64 hexadecimal digits. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /** Which wording: the first twelve hexadecimal digits. */
    public static String version(String text) {
        return HexFormat.of().formatHex(of(text), 0, VERSION);
    }
}
