package no.samtidig.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/**
 * Seals what may not be readable in a copy of the database, such as signing keys and the secrets of authenticator apps: AES-256-GCM
 * under one key that is never in the database. The key is the setting {@code samtidig.secret-key} (32 bytes in Base64); where it is
 * empty and the database is inside the application, the file {@code secret.key} in the data folder, made at the first start. Every
 * node needs the same key, and nobody opens a backup without it. A key is never made beside a database that has one already.
 */
@Component
public class Secrets {
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BytesEncryptor cipher;
    private final SecretKey key;

    /** @throws StartProblem where there is no key, or not one of 32 bytes */
    Secrets(
            @Value("${samtidig.secret-key:}") String setting,
            @Value("${samtidig.database.url:}") String outside,
            @Value("${samtidig.database.directory}") Path directory) {
        this.key = key(setting.isBlank() ? kept(outside, directory) : setting);
        this.cipher = AesGcmBytesEncryptor.withSecretKey(key).build();
    }

    /**
     * Those of a key that exists already, for work outside the running application.
     *
     * @param setting the key in Base64; blank for the file in the data folder
     * @throws StartProblem where there is none: it is never made here
     */
    public static Secrets existing(String setting, String outside, Path directory) {
        if (setting.isBlank() && outside.isEmpty() && !Files.exists(file(directory))) {
            throw new StartProblem(
                    "The secret key is missing: " + file(directory) + " is not there.",
                    "Put the key there that belongs to the backup or the database, or set samtidig.secret-key"
                            + " (a backup's first lines say which one it needs).");
        }
        return new Secrets(setting, outside, directory);
    }

    /** Tells one key from another, and nothing else about it: sixteen hexadecimal digits. */
    public String fingerprint() {
        return HexFormat.of().formatHex(mark("fingerprint", new byte[0]), 0, 8);
    }

    /** The bytes under seal; the same bytes give another seal each time. */
    public byte[] seal(byte[] open) {
        return cipher.encrypt(open);
    }

    /**
     * What was sealed.
     *
     * @throws IllegalStateException if it was changed, or sealed with another key
     */
    public byte[] open(byte[] sealed) {
        try {
            return cipher.decrypt(sealed);
        } catch (IndexOutOfBoundsException tooShort) {
            throw new IllegalStateException("too short to have been sealed", tooShort);
        }
    }

    /**
     * A digest that nobody can make without the key (HMAC-SHA256): the same for the same bytes.
     *
     * @param purpose what it is for; another purpose gives another mark
     * @return 32 bytes
     */
    public byte[] mark(String purpose, byte[] of) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(of);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SecretKey key(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == KEY_BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw new StartProblem(
                "The secret key is not 32 bytes in Base64.",
                "Make one with: openssl rand -base64 32, and keep it in the setting samtidig.secret-key.");
    }

    private static String kept(String outside, Path directory) {
        if (!outside.isEmpty()) {
            throw new StartProblem(
                    "The database is an outside one, and there is no secret key.",
                    "Make one with: openssl rand -base64 32, and give every node the same in the setting samtidig.secret-key.");
        }
        Path file = file(directory);
        try {
            if (!Files.exists(file)) {
                if (Files.exists(directory.resolve("postgres").resolve("PG_VERSION"))
                        || Files.exists(directory.resolve("restoring"))) {
                    throw missing(directory);
                }
                make(file);
            }
            return Files.readString(file);
        } catch (IOException failure) {
            throw new StartProblem(
                    "The key file " + file + " cannot be read or made (" + failure.getMessage() + ").",
                    "Give it back from the backup, or set samtidig.secret-key.");
        }
    }

    private static Path file(Path directory) {
        return directory.resolve("secret.key");
    }

    private static StartProblem missing(Path directory) {
        return new StartProblem(
                "The secret key is missing: " + file(directory) + " is not there, and a database was made with it.",
                "Give the file back from where it is kept, or set samtidig.secret-key. If it is lost for ever, put a new key there"
                        + " (openssl rand -base64 32) and start: the refusal then says what is lost.");
    }

    private static void make(Path file) throws IOException {
        byte[] made = new byte[KEY_BYTES];
        RANDOM.nextBytes(made);
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(directory);
        Path half = Files.createTempFile(
                directory,
                "secret",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                half,
                Base64.getEncoder().encodeToString(made) + "\n",
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
