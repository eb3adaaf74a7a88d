package no.samtidig.certificate;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import no.samtidig.platform.SealedRows;
import org.springframework.stereotype.Component;

/** The private part of the key in use. Without it, the next signature makes a new key, and what was signed can still be checked. */
@Component
class SigningKeyRows implements SealedRows {
    private final SigningKeyStore store;
    private final Clock clock;

    SigningKeyRows(SigningKeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "signing keys for certificates (a new one is made; old signatures can still be checked)";
    }

    @Override
    public long count() {
        return store.inUse().stream().count();
    }

    @Override
    public Optional<byte[]> any() {
        return store.inUse().map(SigningKeyStore.InUse::sealed);
    }

    @Override
    public void giveUp() {
        store.inUse().ifPresent(it -> store.retire(it.id(), OffsetDateTime.now(clock)));
    }
}
