package no.samtidig.improvement.meeting;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.AuditLog;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.result.GapResult;
import no.samtidig.organisation.Place;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.code.ReadableCode;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Results meetings: how they begin and end, and what comes of the vote. */
@Service
public class Meetings {
    /** So long a meeting is open at most: one that nobody ended is over then. */
    static final Duration LONGEST = Duration.ofHours(6);

    private static final int TRIES = 20;

    private final MeetingStore store;
    private final Journeys journeys;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Meetings(MeetingStore store, Journeys journeys, AuditLog audit, Clock clock) {
        this.store = store;
        this.journeys = journeys;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of a journey, the newest first. */
    public List<Meeting> of(Journey journey) {
        return store.of(journey.id());
    }

    public Optional<Meeting> find(Journey journey, MeetingId id) {
        return store.find(journey.id(), id);
    }

    /** Begins one, unless one is open: then that is it. */
    @Transactional
    public MeetingId begin(Journey journey, int month, int minutes, AccountId by) {
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<Meeting> open =
                    store.of(journey.id()).stream().filter(Meeting::open).findFirst();
            if (open.isPresent()) {
                return open.get().id();
            }
            MeetingId id = new MeetingId(UUID.randomUUID());
            byte[] bytes = new byte[ReadableCode.BYTES];
            random.nextBytes(bytes);
            if (store.add(id, journey.id(), month, minutes, MeetingCode.of(bytes), OffsetDateTime.now(clock), by)) {
                log(MeetingAction.STARTED_MEETING, journey, id, by);
                return id;
            }
        }
        throw new IllegalStateException("no free code for a meeting");
    }

    /**
     * From now on phones can vote. Once numbers are told of a round there is no other vote about it: between two votes with a voter more one
     * could read what that one voted.
     *
     * @param room how many people may, where somebody counted them
     * @return false where a meeting about the same round has numbers
     */
    @Transactional
    public boolean openVote(Journey journey, Meeting meeting, OptionalInt room) {
        if (told(journey, meeting)) {
            return false;
        }
        store.room(meeting.id(), room);
        store.openVote(meeting.id());
        return true;
    }

    /** Whether another meeting about the same round has numbers. */
    private boolean told(Journey journey, Meeting meeting) {
        return store.of(journey.id()).stream()
                .anyMatch(it -> !it.id().equals(meeting.id())
                        && it.month() == meeting.month()
                        && it.voters().isPresent());
    }

    /** All votes and phones so far are forgotten, and everybody joins and votes once more. */
    @Transactional
    public void voteAgain(Journey journey, Meeting meeting, AccountId by) {
        Meeting now = store.locking(meeting.id());
        if (now.open() && now.vote() == Meeting.Vote.OPEN) {
            store.forgetPhones(meeting.id());
            log(MeetingAction.VOTED_AGAIN, journey, meeting.id(), by);
        }
    }

    /** How closing a vote went. */
    public enum Closing implements Coded {
        DONE,
        /** It was closed already. */
        ALREADY,
        /** A meeting about the same round has numbers. */
        TOLD,
        /** So many cannot have voted so on paper. */
        IMPOSSIBLE,
        /** One to four phones voted, and others on paper: who counted the paper could read the phones' votes. Nothing was closed. */
        FEW_PHONES,
        /** More voted than there are people in the room: somebody did so twice, or they were counted wrongly. Nothing was closed. */
        MORE_THAN_ROOM
    }

    /**
     * Turns votes into numbers, of five voters or more, and deletes them.
     *
     * @param room how many people may vote, where somebody counted them: then no more votes are taken
     */
    @Transactional
    public Closing closeVote(
            Journey journey, Meeting meeting, List<String> areas, Paper paper, OptionalInt room, AccountId by) {
        if (!paper.possible() || !areas.containsAll(paper.votes().keySet())) {
            return Closing.IMPOSSIBLE;
        }
        Meeting now = store.locking(meeting.id());
        if (now.vote() == Meeting.Vote.CLOSED || !now.open()) {
            return Closing.ALREADY;
        }
        if (told(journey, meeting)) {
            return Closing.TOLD;
        }
        int phones = store.standing(meeting.id()).voted();
        if (phones > 0 && phones < GapResult.SHOWN && paper.voters() > 0) {
            return Closing.FEW_PHONES;
        }
        int voters = phones + paper.voters();
        store.room(meeting.id(), room);
        if (room.isPresent() && voters > room.getAsInt()) {
            return Closing.MORE_THAN_ROOM;
        }
        Map<String, Integer> byPhone = store.counted(meeting.id());
        Map<String, Integer> counted = new LinkedHashMap<>();
        areas.forEach(it -> counted.put(
                it,
                paper.votes().getOrDefault(it, 0)
                        + (phones == 0 ? 0 : Votes.told(byPhone.getOrDefault(it, 0), phones))));
        store.closeVote(meeting.id(), Votes.of(voters, counted));
        log(MeetingAction.CLOSED_VOTE, journey, meeting.id(), by);
        return Closing.DONE;
    }

    public Standing standing(Meeting meeting) {
        return store.standing(meeting.id());
    }

    /** Empty before the vote is closed, and where fewer than five voted. */
    public Optional<Votes> votes(Meeting meeting) {
        return meeting.voters().isPresent()
                ? Optional.of(new Votes(meeting.voters().getAsInt(), store.votes(meeting.id())))
                : Optional.empty();
    }

    /** Areas the leader has said yes to. */
    public List<String> given(Meeting meeting) {
        return store.given(meeting.id());
    }

    /** The leader can give time to it. */
    @Transactional
    public void give(Meeting meeting, String area) {
        store.give(meeting.id(), area);
    }

    /** The leader cannot give time to it, and says why; false where another area was declined, or the meeting is over. */
    @Transactional
    public boolean decline(Journey journey, Meeting meeting, String area, String reason, AccountId by) {
        boolean declined = store.decline(meeting.id(), area, reason);
        if (declined) {
            log(MeetingAction.DECLINED_AREA, journey, meeting.id(), by);
        }
        return declined;
    }

    /** Ends it. The day of the first one that was held to its end is month zero of the journey. */
    @Transactional
    public void end(Journey journey, Meeting meeting, Ending ending, AccountId by) {
        if (!store.locking(meeting.id()).open()) {
            return;
        }
        store.end(meeting.id(), ending, OffsetDateTime.now(clock));
        log(
                ending.concluded() ? MeetingAction.ENDED_MEETING : MeetingAction.ABANDONED_MEETING,
                journey,
                meeting.id(),
                by);
        if (ending.concluded()) {
            journeys.met(journey, by);
        }
    }

    private void log(MeetingAction what, Journey journey, MeetingId id, AccountId by) {
        audit.write(by, what, id.value().toString(), new Place.Unit(journey.unit()), List.of());
    }

    @Bean
    RecurringTask<Void> endMeetings() {
        return Tasks.recurring("end-meetings", FixedDelay.ofMinutes(30)).execute((_, _) -> endOld());
    }

    /** Ends the meetings that nobody ended; their votes are deleted, uncounted. Returns how many. */
    @Transactional
    public int endOld() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<MeetingId> old = store.openSince(now.minus(LONGEST));
        old.forEach(it -> store.end(it, Ending.ABANDONED, now));
        return old.size();
    }
}
