package no.samtidig.certificate;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The keys credentials are signed with: RSA, one in use at a time, made when it is first needed and changed each year. The private part
 * is under seal, and gone when the key is retired; the public part stays published for as long as the service lives.
 */
@Service
public class SigningKeys {
    static final Period CHANGED_EVERY = Period.ofYears(1);

    /** 3072 bits outlive a certificate's three years by every current recommendation, and fill their Base64 to the last bit. */
    private static final int BITS = 3072;

    private static final String PATH = "/kursbevis/nokler/";
    private static final String ENDING = ".json";

    private final SigningKeyStore store;
    private final Secrets secrets;
    private final PublicAddress address;
    private final Clock clock;

    SigningKeys(SigningKeyStore store, Secrets secrets, PublicAddress address, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.address = address;
        this.clock = clock;
    }

    /** The key to sign with, private part and all. */
    @Transactional
    RSAKey current() {
        SigningKeyStore.InUse key = store.inUse().orElseGet(this::first);
        return parse(new String(secrets.open(key.sealed()), StandardCharsets.UTF_8));
    }

    private SigningKeyStore.InUse first() {
        store.lock();
        return store.inUse().orElseGet(this::make);
    }

    private SigningKeyStore.InUse make() {
        UUID id = UUID.randomUUID();
        OffsetDateTime now = OffsetDateTime.now(clock);
        try {
            RSAKey key = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(address.of(PATH + id + ENDING))
                    .generate();
            byte[] sealed = secrets.seal(key.toJSONString().getBytes(StandardCharsets.UTF_8));
            store.add(id, key.toPublicJWK().toJSONString(), sealed, now);
            return new SigningKeyStore.InUse(id, sealed, now);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public key that a credential's {@code kid} names, if it is one of ours, in use or retired. */
    @Transactional(readOnly = true)
    Optional<RSAKey> named(String kid) {
        String start = address.of(PATH);
        if (!kid.startsWith(start) || !kid.endsWith(ENDING)) {
            return Optional.empty();
        }
        return id(kid.substring(start.length(), kid.length() - ENDING.length()))
                .flatMap(store::publicJwk)
                .map(SigningKeys::parse)
                .filter(it -> kid.equals(it.getKeyID()));
    }

    private static Optional<UUID> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** One public key as JSON. */
    @Transactional(readOnly = true)
    public Optional<String> published(UUID id) {
        return store.publicJwk(id);
    }

    /** Every public key as JSON, a JWK set, the newest first. */
    @Transactional(readOnly = true)
    public String published() {
        List<JWK> keys = store.publicJwks().stream()
                .map(SigningKeys::parse)
                .map(JWK.class::cast)
                .toList();
        return new JWKSet(keys).toString(true);
    }

    @Bean
    RecurringTask<Void> changeSigningKey() {
        return Tasks.recurring("change-signing-key", FixedDelay.ofHours(24)).execute((instance, context) -> change());
    }

    /** Whether it was time for a new key. A service that has signed nothing has none to change. */
    @Transactional
    public boolean change() {
        store.lock();
        Optional<SigningKeyStore.InUse> old =
                store.inUse().filter(it -> !it.created().plus(CHANGED_EVERY).isAfter(OffsetDateTime.now(clock)));
        old.ifPresent(it -> {
            store.retire(it.id(), OffsetDateTime.now(clock));
            make();
        });
        return old.isPresent();
    }

    private static RSAKey parse(String jwk) {
        try {
            return RSAKey.parse(jwk);
        } catch (ParseException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
