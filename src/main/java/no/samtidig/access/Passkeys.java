package no.samtidig.access;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.samtidig.platform.Language;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.code.OneLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/**
 * Passkeys (WebAuthn): a key that stays in the phone, the computer or a security key, and works for our address only, so that it cannot
 * be given away to a false page. It asks for a fingerprint, a face or a PIN itself, so it counts as both steps of signing in.
 *
 * <p>A challenge is good for one answer and for five minutes ({@link PasskeyChallenges}). Attestation (who made the authenticator) is not
 * asked for. See ADR 0014.
 */
@Service
public class Passkeys {
    /** As many as a person can have. */
    static final int MOST = 20;

    /** The longest name of a passkey. */
    public static final int LONGEST_NAME = 60;

    /** Which kinds of signature we take, the best first: what today's authenticators make. */
    private static final List<PublicKeyCredentialParameters> KINDS = List.of(
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.EdDSA),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.RS256));

    private final PasskeyStore store;
    private final PublicAddress address;
    private final SigningIn signingIn;
    private final PasskeyChallenges challenges;
    private final AccountMail mail;
    private final AuditLog audit;
    private final Clock clock;
    /** Made at the first use: it takes time, and most readers never need it. */
    private final Supplier<Library> library = SingletonSupplier.of(Library::new);

    private static final class Library {
        final ObjectConverter converter = new ObjectConverter();
        final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
        final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    }

    Passkeys(
            PasskeyStore store,
            PublicAddress address,
            SigningIn signingIn,
            PasskeyChallenges challenges,
            AccountMail mail,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.address = address;
        this.signingIn = signingIn;
        this.challenges = challenges;
        this.mail = mail;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A passkey as its owner sees it.
     *
     * @param id names it
     * @param name what the owner calls it
     * @param created when it was added
     * @param used when it was last used; null before the first time
     */
    public record Own(
            UUID id,
            String name,
            LocalDate created,
            @Nullable LocalDate used) {}

    /** How adding one ended. */
    public enum Added {
        ADDED,
        /** The browser's answer does not hold: the challenge is used or old, or something was changed on the way. */
        REFUSED,
        /** There are {@link #MOST} already. */
        TOO_MANY
    }

    /** Whether browsers offer passkeys at our address: it must be a name, not a number, and https unless it is localhost. */
    public boolean possible() {
        String host = host();
        boolean number = host.matches("[0-9.]+") || host.startsWith("[");
        return !number && (address.value().getScheme().equals("https") || host.equals("localhost"));
    }

    /** The name passkeys are tied to. */
    public String host() {
        return address.value().getHost();
    }

    public List<Own> of(AccountId account) {
        return store.of(account).stream()
                .map(it -> new Own(it.id(), it.name(), date(it.created()), it.used() == null ? null : date(it.used())))
                .toList();
    }

    private LocalDate date(OffsetDateTime at) {
        return at.atZoneSameInstant(clock.getZone()).toLocalDate();
    }

    /** What the browser is asked for to make a passkey, as WebAuthn's JSON; the challenge is left with the browser. */
    public Map<String, Object> creation(
            Visitor.Person person, HttpServletRequest request, HttpServletResponse response) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("challenge", challenges.make(request, response));
        options.put("rp", Map.of("id", host(), "name", "Samtidig"));
        options.put(
                "user",
                Map.of("id", text(handle(person.account())), "name", person.email(), "displayName", person.name()));
        options.put(
                "pubKeyCredParams",
                KINDS.stream()
                        .map(it ->
                                Map.of("type", "public-key", "alg", it.getAlg().getValue()))
                        .toList());
        options.put("excludeCredentials", named(store.of(person.account())));
        options.put("authenticatorSelection", Map.of("residentKey", "required", "userVerification", "required"));
        options.put("attestation", "none");
        options.put("timeout", PasskeyChallenges.VALID.toMillis());
        return options;
    }

    /** What the browser is asked for to sign in. Which account it is, the passkey says. */
    public Map<String, Object> request(HttpServletRequest request, HttpServletResponse response) {
        return Map.of(
                "challenge", challenges.make(request, response),
                "rpId", host(),
                "userVerification", "required",
                "timeout", PasskeyChallenges.VALID.toMillis());
    }

    private static List<Map<String, String>> named(List<PasskeyStore.Row> rows) {
        return rows.stream()
                .map(it -> Map.of("type", "public-key", "id", text(it.credential())))
                .toList();
    }

    /** Keeps the passkey that the browser answered with. */
    @Transactional
    public Added add(Visitor.Person person, String answer, String name, Language language, HttpServletRequest request) {
        Optional<byte[]> challenge = challenges.take(request);
        if (store.of(person.account()).size() >= MOST) {
            return Added.TOO_MANY;
        }
        if (challenge.isEmpty()) {
            return Added.REFUSED;
        }
        RegistrationData data = understood(() -> library.get().manager.parseRegistrationResponseJSON(answer));
        if (data == null) {
            return Added.REFUSED;
        }
        try {
            library.get().manager.verify(data, new RegistrationParameters(server(challenge.get()), KINDS, true, true));
        } catch (WebAuthnException _) {
            return Added.REFUSED;
        }
        AuthenticatorData<?> made = data.getAttestationObject() == null
                ? null
                : data.getAttestationObject().getAuthenticatorData();
        AttestedCredentialData credential = made == null ? null : made.getAttestedCredentialData();
        if (made == null || credential == null) {
            return Added.REFUSED;
        }
        String shown = shown(name, request);
        boolean kept = store.keep(new PasskeyStore.Row(
                UUID.randomUUID(),
                person.account(),
                credential.getCredentialId(),
                library.get().credentials.convert(credential),
                made.getSignCount(),
                shown,
                OffsetDateTime.now(clock),
                null));
        if (!kept) {
            return Added.REFUSED;
        }
        audit.write(
                person.account(), AccessAction.ADDED_A_PASSKEY, person.account().value());
        mail.tell(person, language, "passkey-added", shown);
        return Added.ADDED;
    }

    /** What the owner calls it, or else what it was made on. */
    private static String shown(String name, HttpServletRequest request) {
        String device = Device.of(request.getHeader("User-Agent")).words();
        String line = OneLine.of(name);
        String called = !line.isEmpty() ? line : device.isEmpty() ? "Samtidig" : device;
        return called.length() <= LONGEST_NAME ? called : called.substring(0, LONGEST_NAME);
    }

    /** Removes one of the person's own; false where there is none. */
    @Transactional
    public boolean remove(Visitor.Person person, UUID id, Language language) {
        String name = store.of(person.account()).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(PasskeyStore.Row::name)
                .orElse("");
        boolean removed = store.remove(person.account(), id);
        if (removed) {
            audit.write(
                    person.account(),
                    AccessAction.REMOVED_A_PASSKEY,
                    person.account().value());
            mail.tell(person, language, "passkey-removed", name);
        }
        return removed;
    }

    /** Signs in whoever's passkey answered the challenge. */
    public boolean signIn(String answer, HttpServletRequest request, HttpServletResponse response) {
        Optional<AccountId> account = answered(answer, request);
        account.ifPresent(it -> signingIn.start(it, request, response));
        return account.isPresent();
    }

    /** Whether the answer came from one of the person's own passkeys; then it is surely them. */
    public boolean makeSure(Visitor.Person person, String answer, HttpServletRequest request) {
        boolean own = answered(answer, request).filter(person.account()::equals).isPresent();
        if (own) {
            signingIn.makeSure(request);
        }
        return own;
    }

    private Optional<AccountId> answered(String answer, HttpServletRequest request) {
        Optional<byte[]> challenge = challenges.take(request);
        if (challenge.isEmpty()) {
            return Optional.empty();
        }
        AuthenticationData data = understood(() -> library.get().manager.parseAuthenticationResponseJSON(answer));
        byte[] credential = data == null ? null : data.getCredentialId();
        PasskeyStore.Row row =
                credential == null ? null : store.byCredential(credential).orElse(null);
        if (data == null || row == null || !handleFits(data.getUserHandle(), row.account())) {
            return Optional.empty();
        }
        try {
            library.get()
                    .manager
                    .verify(
                            data,
                            new AuthenticationParameters(
                                    server(challenge.get()), record(row), List.of(row.credential()), true, true));
        } catch (WebAuthnException _) {
            return Optional.empty();
        }
        AuthenticatorData<?> said = data.getAuthenticatorData();
        return said != null && store.use(row.id(), said.getSignCount(), OffsetDateTime.now(clock))
                ? Optional.of(row.account())
                : Optional.empty();
    }

    /** What the library makes of a browser's answer; null where it is nonsense, on which the library fails in many ways. */
    private static <T> @Nullable T understood(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException _) {
            return null;
        }
    }

    private CredentialRecord record(PasskeyStore.Row row) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                null,
                null,
                row.counter(),
                library.get().credentials.convert(row.data()),
                null,
                null,
                null,
                null);
    }

    private ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .origin(new Origin(address.value().toString()))
                .rpId(host())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    /** Who the passkey is for, as the authenticator keeps it: the account's random id, which tells nothing. */
    private static byte[] handle(AccountId account) {
        return ByteBuffer.allocate(16)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array();
    }

    private static boolean handleFits(byte @Nullable [] handle, AccountId account) {
        return handle != null && Arrays.equals(handle, handle(account));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    void erase(AccountId account) {
        store.removeAll(account);
    }
}
