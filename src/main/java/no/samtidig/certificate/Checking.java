package no.samtidig.certificate;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import no.samtidig.certificate.CertificateStore.Found;
import no.samtidig.platform.NetworkAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looking up a code. Codes that do not exist are counted for each network address; after {@link #MISSES} of them the address must wait.
 * A code that exists is shown all the same: a hospital behind one address is never shut out, and it helps nobody to guess, since one
 * guess meets one of a million certificates with a chance of one in 10^18.
 */
@Service
public class Checking {
    /** So many codes that do not exist within {@link #WINDOW}, and the address gets no more answers about such. */
    static final int MISSES = 20;

    /** How far back misses count, and so the longest an address waits. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    private final CertificateStore store;
    private final Clock clock;

    Checking(CertificateStore store, Clock clock) {
        this.store = store;
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
        Optional<Found> found = code.flatMap(it -> store.byCode(it, clock.getZone()));
        if (found.isPresent()) {
            return new Outcome.Shown(
                    code.orElseThrow(),
                    switch (found.get()) {
                        case Found.Held(Certificate it) -> PublicCertificate.of(it, today);
                        case Found.Deleted(LocalDate on, LocalDate _) -> PublicCertificate.deleted(on);
                    });
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        String digest = digest(address);
        if (store.misses(digest, now.minus(WINDOW)) >= MISSES) {
            return new Outcome.Wait();
        }
        store.miss(digest, now);
        return new Outcome.Unknown();
    }

    static String digest(String address) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("certificate\n".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(NetworkAddress.network(address)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Bean
    RecurringTask<Void> forgetCertificateMisses() {
        return Tasks.recurring("forget-certificate-misses", FixedDelay.ofMinutes(15))
                .execute((instance, context) -> forgetOld());
    }

    int forgetOld() {
        return store.forgetMisses(OffsetDateTime.now(clock).minus(WINDOW));
    }
}
