package no.samtidig.certificate;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import no.samtidig.certificate.CertificateStore.Found;
import no.samtidig.platform.Misses;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looking up a code. Codes that do not exist are counted for each network address; after twenty of them the address must wait.
 * A code that exists is shown all the same: a hospital behind one address is never shut out, and it helps nobody to guess, since one
 * guess meets one of a million certificates with a chance of one in 10^18.
 */
@Service
public class Checking {
    /** How far back misses count, and so the longest an address waits. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    /** So many codes that do not exist, and the address gets no more answers about such. */
    static final Misses.Limit LIMIT = new Misses.Limit("certificate-code", 20, WINDOW);

    private final CertificateStore store;
    private final Misses misses;
    private final Clock clock;

    Checking(CertificateStore store, Misses misses, Clock clock) {
        this.store = store;
        this.misses = misses;
        this.clock = clock;
    }

    /** What a look at a code led to. */
    public sealed interface Outcome {
        record Shown(CertificateCode code, PublicCertificate certificate) implements Outcome {}

        /** No certificate has the code. */
        record Unknown() implements Outcome {}

        /** No certificate has the code, and too many such were tried from here. */
        record Wait() implements Outcome {}
    }

    /**
     * Looks up what was typed or followed.
     *
     * @param address the network address it came from
     */
    @Transactional
    public Outcome look(String typed, String address) {
        LocalDate today = LocalDate.now(clock);
        Optional<CertificateCode> code = CertificateCode.read(typed);
        Optional<Found> found = code.flatMap(it -> store.byCode(it));
        if (found.isPresent()) {
            return new Outcome.Shown(
                    code.orElseThrow(),
                    switch (found.get()) {
                        case Found.Held(Certificate it) -> PublicCertificate.of(it, today);
                        case Found.Deleted(LocalDate on, LocalDate _) -> PublicCertificate.deleted(on);
                    });
        }
        return misses.admitsFrom(LIMIT, address) ? new Outcome.Unknown() : new Outcome.Wait();
    }
}
