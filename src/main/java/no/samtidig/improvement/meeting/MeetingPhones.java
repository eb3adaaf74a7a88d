package no.samtidig.improvement.meeting;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.samtidig.platform.Misses;
import no.samtidig.platform.Secrets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Phones at a meeting: nobody knows whose they are. A phone keeps a random word of its own, of which only a keyed digest is here, and only
 * until the vote is closed. Codes that do not exist are counted for each network address: after a hundred of them, more
 * than there are phones in a room whose meeting ends, nobody new joins from there for
 * a while, whatever the code; phones that have joined go on.
 */
@Service
public class MeetingPhones {
    /** How far back wrong codes count, and so the longest an address waits. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    private static final Misses.Limit LIMIT = new Misses.Limit("meeting-code", 100, WINDOW);

    private final MeetingStore store;
    private final Misses misses;
    private final Secrets secrets;
    private final Clock clock;

    MeetingPhones(MeetingStore store, Misses misses, Secrets secrets, Clock clock) {
        this.store = store;
        this.misses = misses;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What a code is good for. */
    public sealed interface Entry {
        /** A meeting that is open. */
        record Here(Meeting meeting) implements Entry {}

        /** There is none with the code, or it is over. */
        record Unknown() implements Entry {}

        /** Too many wrong codes came from the address. */
        record Wait() implements Entry {}
    }

    /**
     * Looks a code up.
     *
     * @param phone the word of a phone that may have joined; empty of a new one
     */
    public Entry look(MeetingCode code, Optional<String> phone, String address) {
        Optional<Meeting> found = store.open(code, OffsetDateTime.now(clock).minus(Meetings.LONGEST));
        if (found.isPresent()
                && phone.isPresent()
                && store.joined(found.get().id(), digest(found.get(), phone.get()))) {
            return new Entry.Here(found.get());
        }
        if (misses.waitsFrom(LIMIT, address)) {
            return new Entry.Wait();
        }
        if (found.isEmpty()) {
            return misses.admitsFrom(LIMIT, address) ? new Entry.Unknown() : new Entry.Wait();
        }
        return new Entry.Here(found.get());
    }

    /** The phone follows the meeting. After the vote nobody is noted any more. */
    @Transactional
    public void join(Meeting meeting, String phone) {
        if (store.holding(meeting.id())
                .filter(it -> it.open() && it.vote() != Meeting.Vote.CLOSED)
                .isPresent()) {
            store.join(meeting.id(), digest(meeting, phone));
        }
    }

    /** Whether the phone follows the meeting. */
    public boolean joined(Meeting meeting, String phone) {
        return store.joined(meeting.id(), digest(meeting, phone));
    }

    /** How a vote went. */
    public enum Outcome {
        TAKEN,
        /** More than three. */
        TOO_MANY,
        /** The vote is not open, not any more, or not yet. */
        NOT_OPEN,
        /** The phone has not joined, or was forgotten when all were to vote once more: without its own word it could count twice. */
        NOT_JOINED
    }

    /** Votes, instead of what the phone voted before. */
    @Transactional
    public Outcome vote(Meeting meeting, String phone, Collection<String> areas, Set<String> known) {
        Set<String> chosen = Set.copyOf(areas);
        if (chosen.size() > Votes.EACH || !known.containsAll(chosen)) {
            return Outcome.TOO_MANY;
        }
        if (store.holding(meeting.id())
                .filter(it -> it.open() && it.vote() == Meeting.Vote.OPEN)
                .isEmpty()) {
            return Outcome.NOT_OPEN;
        }
        byte[] digest = digest(meeting, phone);
        if (!store.joined(meeting.id(), digest)) {
            return Outcome.NOT_JOINED;
        }
        store.vote(meeting.id(), digest, chosen);
        return Outcome.TAKEN;
    }

    /** What the phone has voted for. */
    public List<String> votedFor(Meeting meeting, String phone) {
        return store.votedFor(meeting.id(), digest(meeting, phone));
    }

    private byte[] digest(Meeting meeting, String phone) {
        return secrets.mark("meeting phone", (meeting.id().value() + " " + phone).getBytes(StandardCharsets.UTF_8));
    }
}
