package no.samtidig.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.platform.Secrets;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.code.Digest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains the lines of the audit log after they are committed, so that nobody who signs in waits for another, and looks the chain
 * through. A line taken out, changed, put in or moved, and an end that was cut off, is found; who has the secret key can do all of it
 * unseen, and so can who removes a line within the minute before it is chained, with its entry among the unsealed. A database put back
 * to an earlier state as a whole is found by a node that was running, and by the number in the application's log. See ADR 0033.
 */
@Service
public class AuditChain {
    private static final Logger LOG = LoggerFactory.getLogger(AuditChain.class);

    /** Lines chained or looked at in one statement. */
    static final int BATCH = 2_000;

    /** Findings that are told; more are counted as these. */
    static final int TOLD = 20;

    /** How long the log is kept; what is older may be gone. */
    static final int YEARS = 5;

    private static final String MARK = "audit seal";
    private static final byte[] NOTHING = {};

    private final AuditChainStore store;
    private final Secrets secrets;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable Seal highest;

    AuditChain(AuditChainStore store, Secrets secrets, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * One link.
     *
     * @param before mark of the link before; empty for the first
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by their bytes
    record Seal(long number, UUID line, OffsetDateTime at, byte[] digest, byte[] before, byte[] mark) {}

    /**
     * A line that the log holds, with the mark made when it was written.
     *
     * @param mark null for lines from before there were marks
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by its bytes
    record Marked(AuditLine line, byte @Nullable [] mark) {}

    /** What is wrong; the words stand under {@code log.finding.<code>}. */
    public enum Finding implements Coded {
        /** A line is gone. */
        TAKEN_OUT,
        /** A line says something else than when it was chained. */
        CHANGED,
        /** A line was not written by this service. */
        PUT_IN,
        /** The chain itself was changed, or lines changed places. */
        BROKEN,
        /** The newest lines are gone. */
        CUT_OFF
    }

    /**
     * What is wrong, and of when the line is.
     *
     * @param at empty where that cannot be known
     */
    public record Found(Finding finding, Optional<OffsetDateTime> at) {}

    /**
     * How a look through the chain ended.
     *
     * @param at when
     * @param lines looked at
     * @param found what is wrong, at most twenty
     */
    public record Check(OffsetDateTime at, long lines, List<Found> found) {
        public Check {
            found = List.copyOf(found);
        }
    }

    /** Chains what is committed and not chained yet; returns how many lines. */
    public int seal() {
        int all = 0;
        int batch;
        do {
            List<Seal> done = Objects.requireNonNull(transaction.execute(_ -> sealBatch()));
            batch = done.size();
            all += batch;
            if (batch > 0 && (highest == null || done.getLast().number() > highest.number())) {
                highest = done.getLast();
            }
        } while (batch == BATCH);
        return all;
    }

    /** Goes on from where the chain had come, so that an end that was cut off leaves a gap for ever. */
    private List<Seal> sealBatch() {
        store.alone();
        List<Marked> lines = store.unsealed(BATCH);
        if (lines.isEmpty()) {
            return List.of();
        }
        AuditChainStore.Head head = store.head().orElse(new AuditChainStore.Head(0, NOTHING));
        List<Seal> seals = new ArrayList<>();
        for (Marked it : lines) {
            Seal seal = sealed(head.number() + 1, it.line().id(), it.line().at(), digest(it), head.mark());
            head = new AuditChainStore.Head(seal.number(), seal.mark());
            seals.add(seal);
        }
        store.keep(seals);
        return seals;
    }

    private Seal sealed(long number, UUID line, OffsetDateTime at, byte[] digest, byte[] before) {
        String text = number + "\n" + line + "\n" + AuditLine.micros(at) + "\n" + hex(digest) + "\n" + hex(before);
        return new Seal(number, line, at, digest, before, secrets.mark(MARK, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] digest(Marked it) {
        return Digest.of(hex(it.line().bytes()) + "\n" + hex(it.mark() == null ? NOTHING : it.mark()));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Looks all of it through and keeps what was found. */
    public Check check() {
        Check check = look();
        store.keep(check);
        Seal top = highest;
        LOG.info(
                "Audit log looked through: {} lines, {} findings, chain at {} {}",
                check.lines(),
                check.found().size(),
                top == null ? 0 : top.number(),
                top == null ? "" : hex(top.mark()).substring(0, 16));
        return check;
    }

    /** The last look, by anybody. */
    public Optional<Check> last() {
        return store.lastCheck();
    }

    private Check look() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Walk walk = new Walk(now.minusYears(YEARS));
        return Objects.requireNonNull(store.asOfNow(() -> {
            List<AuditChainStore.Link> links = store.after(0, BATCH);
            while (!links.isEmpty()) {
                links.forEach(walk::step);
                links = store.after(links.getLast().seal().number(), BATCH);
            }
            walk.end();
            return new Check(now, walk.lines, walk.found);
        }));
    }

    /** One way along the chain. */
    private final class Walk {
        private final OffsetDateTime kept;
        private final List<Found> found = new ArrayList<>();
        private long lines;
        private boolean marked;
        private @Nullable Seal last;

        Walk(OffsetDateTime kept) {
            this.kept = kept;
        }

        void step(AuditChainStore.Link link) {
            Seal seal = link.seal();
            lines++;
            if (!follows(seal)) {
                tell(Finding.BROKEN, seal.at());
            }
            Marked line = link.line();
            if (line == null) {
                if (!seal.at().isBefore(kept)) {
                    tell(Finding.TAKEN_OUT, seal.at());
                }
            } else if (!MessageDigest.isEqual(digest(line), seal.digest())) {
                tell(Finding.CHANGED, seal.at());
            } else if (line.mark() == null ? marked : !ours(line)) {
                tell(Finding.PUT_IN, seal.at());
            }
            marked |= line != null && line.mark() != null;
            last = seal;
        }

        private boolean follows(Seal seal) {
            Seal before = last;
            boolean placed = before == null
                    ? seal.number() == 1 || seal.at().isBefore(kept)
                    : seal.number() == before.number() + 1 && MessageDigest.isEqual(seal.before(), before.mark());
            Seal right = sealed(seal.number(), seal.line(), seal.at(), seal.digest(), seal.before());
            return placed && MessageDigest.isEqual(right.mark(), seal.mark());
        }

        private boolean ours(Marked line) {
            return MessageDigest.isEqual(secrets.mark(AuditLog.MARK, line.line().bytes()), line.mark());
        }

        private void tell(Finding finding, @Nullable OffsetDateTime at) {
            if (found.size() < TOLD) {
                found.add(new Found(finding, Optional.ofNullable(at)));
            }
        }

        void end() {
            store.putIn().forEach(it -> tell(Finding.PUT_IN, it));
            if (store.unsealedGone() > 0) {
                tell(Finding.TAKEN_OUT, null);
            }
            Seal end = last;
            Seal known = highest;
            boolean shorter = known != null
                    && (end == null || end.number() < known.number() || !store.holds(known.number(), known.mark()));
            if (!store.headIs(end) || shorter) {
                tell(Finding.CUT_OFF, end == null ? null : end.at());
            } else if (end != null) {
                highest = end;
            }
        }
    }
}
