package no.samtidig.survey;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import no.samtidig.platform.Misses;
import no.samtidig.platform.Secrets;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.survey.RespondingStore.Held;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answering with an invitation's code. Until it is sent an answer is in the browser alone. What is sent comes in by one insert of a sealed
 * envelope, in a transaction that touches nothing which knows a person; only in a round that is not anonymous, and says so, it is also
 * kept by name.
 *
 * <p>Codes that do not exist are counted for each network address, as with certificates: after twenty of them the address gets
 * no more answers about such for a while, and codes that exist go on working.
 */
@Service
public class Responding {
    /** How far back misses count, and so the longest an address waits. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    /** So many codes that do not exist, and the address must wait. */
    private static final Misses.Limit LIMIT = new Misses.Limit("survey-code", 20, WINDOW);

    /** A questionnaire, and the room its answers get in an envelope. */
    private record Prepared(Questionnaire questionnaire, int room) {}

    /** Which wording of a round: it cannot change once the round is open. */
    private record Pinned(RoundId round, String version) {}

    private final RespondingStore store;
    private final Rounds rounds;
    private final Tickets tickets;
    private final Envelope envelope;
    private final Secrets secrets;
    private final Misses misses;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<Pinned, Prepared> prepared = new ConcurrentHashMap<>();

    Responding(
            RespondingStore store,
            Rounds rounds,
            Tickets tickets,
            Envelope envelope,
            Secrets secrets,
            Misses misses,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.tickets = tickets;
        this.envelope = envelope;
        this.secrets = secrets;
        this.misses = misses;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What the holder of a code is asked.
     *
     * @param version which wording
     * @param anonymous whether nobody can see who answered what
     * @param closes last day
     * @param language of the invitation
     * @param unit where the answerer works, as the invitation says
     * @param staffGroup as the invitation says; empty where the answerer is asked
     * @param reminded whether the invitation is of the kind that is reminded of, which one on paper is not
     */
    public record Asked(
            Questionnaire questionnaire,
            String version,
            boolean anonymous,
            LocalDate closes,
            Language language,
            UnitPath unit,
            Optional<StaffGroup> staffGroup,
            boolean reminded) {}

    /** What a code is good for today. Whether it is used makes no difference: whoever printed the codes would learn who has answered. */
    public sealed interface Entry {
        record Open(Asked asked) implements Entry {}

        /** No invitation has the code, or it was withdrawn. */
        record Unknown() implements Entry {}

        /** No invitation has the code, and too many such were tried from here. */
        record Wait() implements Entry {}

        /** The round has not begun; {@code opens} is its first day. */
        record NotOpenYet(LocalDate opens) implements Entry {}

        /** The round is over; {@code closes} was its last day. */
        record Closed(LocalDate closes) implements Entry {}
    }

    /** What became of an answer that was sent. */
    public sealed interface Outcome {
        /** It came in; it counts once. */
        record Taken() implements Outcome {}

        /** One came in before, and that one counts. Whoever sends again after a lost receipt sees the same as the first time. */
        record Already() implements Outcome {}

        record Unknown() implements Outcome {}

        record Wait() implements Outcome {}

        record NotOpenYet(LocalDate opens) implements Outcome {}

        record Closed(LocalDate closes) implements Outcome {}

        /** The form was of another wording. */
        record OtherVersion(Asked asked) implements Outcome {}

        /** Something is missing or cannot be. */
        record Faulty(Asked asked, Questionnaire.Filled filled) implements Outcome {}
    }

    /**
     * What the code is good for.
     *
     * @param typed the code, as typed or followed
     * @param address the network address it came from
     */
    public Entry look(String typed, String address) {
        Optional<Held> found = standing(typed);
        if (found.isEmpty()) {
            return misses.admitsFrom(LIMIT, address) ? new Entry.Unknown() : new Entry.Wait();
        }
        Held held = found.get();
        LocalDate today = LocalDate.now(clock);
        if (!held.opened() || today.isBefore(held.opens())) {
            return new Entry.NotOpenYet(held.opens());
        }
        if (held.closed() || today.isAfter(held.closes())) {
            return new Entry.Closed(held.closes());
        }
        return new Entry.Open(asked(held, prepared(held).questionnaire()));
    }

    /**
     * Takes an answer, once. A code that is used goes the same way as one that is not, to the last statement, and is refused where that one
     * is refused.
     *
     * @param typed the code
     * @param version which wording was answered
     * @param said the staff group the answerer gave; counts only where the invitation has none
     * @param address the network address it came from
     */
    public Outcome send(String typed, String version, Answers given, Optional<StaffGroup> said, String address) {
        Optional<Held> found = standing(typed);
        if (found.isEmpty()) {
            return misses.admitsFrom(LIMIT, address) ? new Outcome.Unknown() : new Outcome.Wait();
        }
        Held held = found.get();
        LocalDate today = LocalDate.now(clock);
        if (!held.opened() || today.isBefore(held.opens())) {
            return new Outcome.NotOpenYet(held.opens());
        }
        if (held.closed() || today.isAfter(held.closes())) {
            return new Outcome.Closed(held.closes());
        }
        byte[] proof = tickets.proof(held.ticket());
        Prepared form = prepared(held);
        if (!held.version().equals(version)) {
            return new Outcome.OtherVersion(asked(held, form.questionnaire()));
        }
        Questionnaire.Filled filled = form.questionnaire().fill(given);
        if (!filled.faults().isEmpty()) {
            return new Outcome.Faulty(asked(held, form.questionnaire()), filled);
        }
        byte[] sealed = envelope.seal(
                new Envelope.SealedAnswer(
                        held.ticket(), held.unit(), held.staffGroup().or(() -> said), filled.answers()),
                form.room());
        boolean taken = held.anonymous()
                ? store.put(proof, held.round(), sealed)
                : Boolean.TRUE.equals(transaction.execute(status -> {
                    boolean first = store.put(proof, held.round(), sealed);
                    if (first) {
                        held.account()
                                .ifPresent(it -> store.name(
                                        held.round(),
                                        it,
                                        today,
                                        json.writeValueAsString(filled.answers().values())));
                    }
                    return first;
                }));
        if (taken) {
            return new Outcome.Taken();
        }
        return store.answered(proof) ? new Outcome.Already() : new Outcome.Closed(held.closes());
    }

    /** The invitation, unless it was withdrawn; an answer it gave before stands. */
    private Optional<Held> standing(String typed) {
        return store.held(Tickets.digest(typed)).filter(it -> !it.withdrawn());
    }

    private Prepared prepared(Held held) {
        return prepared.computeIfAbsent(new Pinned(held.round(), held.version()), it -> {
            Questionnaire questionnaire = rounds.find(it.round()).orElseThrow().questionnaire();
            return new Prepared(questionnaire, Envelope.room(questionnaire));
        });
    }

    private static Asked asked(Held held, Questionnaire questionnaire) {
        return new Asked(
                questionnaire,
                held.version(),
                held.anonymous(),
                held.closes(),
                held.language(),
                held.unit(),
                held.staffGroup(),
                held.mailed());
    }

    /** The form of a round as those who are asked meet it, for trying it: nothing can be sent with it. */
    public static Asked trial(Round round) {
        return new Asked(
                round.questionnaire(),
                round.version(),
                round.anonymous(),
                round.closes(),
                Language.NB,
                UnitPath.COUNTRY,
                Optional.empty(),
                false);
    }

    /** No more reminders for whoever has the code. */
    public void quiet(String typed) {
        standing(typed).ifPresent(it -> tickets.noReminders(it.ticket()));
    }

    /** The code in what was typed, as links have it; empty where it cannot be one. */
    public Optional<String> code(String typed) {
        return Tickets.read(typed);
    }

    /** What a device may call the holder of the code, without keeping the code. */
    public String deviceKey(String typed) {
        byte[] mark =
                secrets.mark("survey-device", Tickets.read(typed).orElse(typed).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mark, 0, 12);
    }
}
