package no.samtidig.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
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
 * node needs the same key, and a backup without it cannot open what was sealed.
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
        Path file = directory.resolve("secret.key");
        try {
            if (!Files.exists(file)) {
                byte[] made = new byte[KEY_BYTES];
                RANDOM.nextBytes(made);
                Files.createDirectories(directory);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getEncoder().encodeToString(made), StandardOpenOption.WRITE);
            }
            return Files.readString(file);
        } catch (IOException failure) {
            throw new StartProblem(
                    "The key file " + file + " cannot be read or made (" + failure.getMessage() + ").",
                    "Give it back from the backup, or set samtidig.secret-key.");
        }
    }
}
