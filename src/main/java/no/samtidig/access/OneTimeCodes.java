package no.samtidig.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import no.samtidig.access.door.KnownDevices;
import no.samtidig.platform.Language;
import no.samtidig.platform.Misses;
import no.samtidig.platform.Secrets;
import no.samtidig.platform.code.Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second step of signing in: codes from an authenticator app (RFC 6238: SHA-1, six digits, thirty seconds), and ten recovery codes
 * for the day the phone is gone. The app's secret is sealed in the database; of the recovery codes only digests are kept.
 */
@Service
public class OneTimeCodes {
    /** What authenticator apps take without asking: RFC 4226 asks for at least 128 bits and recommends 160. */
    private static final int SECRET_BYTES = 20;

    private static final int RECOVERY_CODES = 10;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    /** Without letters and digits that look alike; ten of them are 49 bits, and guesses are counted. */
    private static final String READABLE = "23456789abcdefghjkmnpqrstuvwxy";

    private static final int RECOVERY_LENGTH = 10;

    private final OneTimeCodeStore store;
    private final Secrets secrets;
    private final Misses misses;
    private final AccountMail mail;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

    OneTimeCodes(
            OneTimeCodeStore store, Secrets secrets, Misses misses, AccountMail mail, AuditLog audit, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.misses = misses;
        this.mail = mail;
        this.audit = audit;
        this.clock = clock;
    }

    /** How it stands. */
    public sealed interface State {
        record Off() implements State {}

        /**
         * A secret is made, but no code from the app has been seen yet, so it is not asked for at sign-in.
         *
         * @param key the secret as one types it into the app: groups of four
         * @param address the same for the app to read from a QR code
         */
        record BeingSetUp(String key, String address) implements State {}

        /**
         * Asked for at each sign-in by password.
         *
         * @param since when it was turned on
         * @param recoveryCodesLeft how many are unused
         */
        record On(LocalDate since, int recoveryCodesLeft) implements State {}
    }

    public State state(Visitor.Person person) {
        OneTimeCodeStore.App app = store.app(person.account()).orElse(null);
        if (app == null) {
            return new State.Off();
        }
        OffsetDateTime confirmed = app.confirmed();
        if (confirmed != null) {
            return new State.On(
                    confirmed.atZoneSameInstant(clock.getZone()).toLocalDate(),
                    store.recoveryCodesLeft(person.account()));
        }
        String key = base32(secrets.open(app.secret()));
        String address = "otpauth://totp/Samtidig:"
                + URLEncoder.encode(person.email(), StandardCharsets.UTF_8)
                + "?secret=" + key + "&issuer=Samtidig";
        return new State.BeingSetUp(key.replaceAll("(.{4})(?!$)", "$1 "), address);
    }

    boolean on(AccountId account) {
        return store.confirmed(account);
    }

    /** Makes a secret to be put into an app. Where one is being set up already, that one stays: it may have been scanned. */
    @Transactional
    public void begin(AccountId account) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        store.begin(account, secrets.seal(secret), OffsetDateTime.now(clock));
    }

    /**
     * Turns it on, if the code shows that the app has the secret.
     *
     * @return the recovery codes, which nobody can be shown again; none where the code is wrong or it is on already
     */
    @Transactional
    public List<String> turnOn(Visitor.Person person, String code, Language language) {
        if (!fromApp(person.account(), digits(code)) || !store.confirm(person.account(), OffsetDateTime.now(clock))) {
            return List.of();
        }
        audit.write(
                person.account(),
                AccessAction.TURNED_ON_TWO_STEP_SIGN_IN,
                person.account().value());
        mail.tell(person, language, "two-step-on");
        return newRecoveryCodes(person.account());
    }

    /** Ten new recovery codes; the old ones are worth nothing from now on. */
    @Transactional
    public List<String> renewRecoveryCodes(Visitor.Person person) {
        if (!store.confirmed(person.account())) {
            return List.of();
        }
        audit.write(
                person.account(),
                AccessAction.RENEWED_RECOVERY_CODES,
                person.account().value());
        return newRecoveryCodes(person.account());
    }

    private List<String> newRecoveryCodes(AccountId account) {
        List<String> codes = new ArrayList<>();
        Set<String> hashes = new LinkedHashSet<>();
        while (hashes.size() < RECOVERY_CODES) {
            String code = random.ints(RECOVERY_LENGTH, 0, READABLE.length())
                    .mapToObj(it -> String.valueOf(READABLE.charAt(it)))
                    .collect(Collectors.joining());
            if (hashes.add(hash(account, code))) {
                codes.add(code.substring(0, RECOVERY_LENGTH / 2) + "-" + code.substring(RECOVERY_LENGTH / 2));
            }
        }
        store.replaceRecoveryCodes(account, hashes, OffsetDateTime.now(clock));
        return codes;
    }

    /** Turns it off, and the recovery codes with it. */
    @Transactional
    public void turnOff(Visitor.Person person, Language language) {
        boolean on = store.confirmed(person.account());
        if (store.remove(person.account()) && on) {
            audit.write(
                    person.account(),
                    AccessAction.TURNED_OFF_TWO_STEP_SIGN_IN,
                    person.account().value());
            mail.tell(person, language, "two-step-off");
        }
    }

    /**
     * Takes a code from the app or a recovery code; each is good once. Guesses are counted where they come from, so that whoever knows the
     * password cannot keep the owner out of a device that is known; from all other devices together there is a limit too, since addresses
     * are cheap.
     */
    public Check check(AccountId account, String typed, KnownDevices.Source from) {
        String target = account.value() + "\n" + from.place();
        if ((!from.known()
                        && !misses.admits(
                                Guessing.CODE_ELSEWHERE, account.value().toString()))
                || !misses.admits(Guessing.CODE, target)) {
            mail.tellOfGuessing(account);
            return Check.WAIT;
        }
        boolean right = fromApp(account, digits(typed))
                || store.useRecoveryCode(account, hash(account, readable(typed)), OffsetDateTime.now(clock));
        if (right) {
            misses.forget(Guessing.CODE, target);
        }
        return right ? Check.RIGHT : Check.WRONG;
    }

    /** A code of this half minute, or of the one before or after: clocks differ, and typing takes time. */
    private boolean fromApp(AccountId account, String code) {
        Optional<OneTimeCodeStore.App> app = store.app(account);
        if (app.isEmpty() || code.length() != generator.getPasswordLength()) {
            return false;
        }
        byte[] secret = secrets.open(app.get().secret());
        Instant now = clock.instant();
        for (int ahead = -1; ahead <= 1; ahead++) {
            Instant at = now.plus(generator.getTimeStep().multipliedBy(ahead));
            if (MessageDigest.isEqual(
                    code.getBytes(StandardCharsets.US_ASCII), at(secret, at).getBytes(StandardCharsets.US_ASCII))) {
                return store.useStep(
                        account, at.getEpochSecond() / generator.getTimeStep().toSeconds());
            }
        }
        return false;
    }

    private String at(byte[] secret, Instant at) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()), at, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Set-ups that nobody finished. */
    int removeUnfinished() {
        return store.removeUnconfirmed(OffsetDateTime.now(clock).minusDays(1));
    }

    /** Removes all of it, without a word: the account is going. */
    void erase(AccountId account) {
        store.remove(account);
    }

    private static String hash(AccountId account, String code) {
        return Digest.hex("recovery " + account.value() + "\n" + code);
    }

    private static String digits(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\s", "");
    }

    private static String readable(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        long buffer = 0;
        int bits = 0;
        for (byte it : bytes) {
            buffer = (buffer << 8) | (it & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((int) ((buffer >> bits) & 31)));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((int) ((buffer << (5 - bits)) & 31)));
        }
        return text.toString();
    }
}
