package no.samtidig.improvement.gap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Stage;
import no.samtidig.improvement.instrument.Instrument;
import no.samtidig.improvement.instrument.Statement;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.code.Coded;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.survey.Purpose;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundDraft;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.Rounds;
import no.samtidig.survey.Running;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.results.WholeAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A unit's GAP rounds: at the start, after 6, 12 and 18 months, and the yearly checks. Each is a round of surveys with a purpose of its own,
 * anonymous, open for fourteen days, and asks the unit's staff but not its leaders, who answer by name in {@link LeaderAnswers}.
 */
@Service
public class GapRounds {
    /** What these rounds are for. */
    public static final Purpose PURPOSE = new Purpose("gap");

    /** Whom they ask. */
    static final Set<StaffGroup> STAFF = Set.of(StaffGroup.CLINICIAN, StaffGroup.MILIEU, StaffGroup.OTHER);

    private static final int WEEKS_BEFORE_MEETING = 4;

    private final GapRoundStore store;
    private final GapQuestionnaire questionnaire;
    private final Instrument instrument;
    private final Rounds rounds;
    private final Running running;
    private final WholeAnswers whole;
    private final ObjectProvider<LastMeeting> meeting;
    private final Clock clock;

    GapRounds(
            GapRoundStore store,
            Instrument instrument,
            Rounds rounds,
            Running running,
            WholeAnswers whole,
            ObjectProvider<LastMeeting> meeting,
            Clock clock) {
        this.store = store;
        this.questionnaire = new GapQuestionnaire(instrument);
        this.instrument = instrument;
        this.rounds = rounds;
        this.running = running;
        this.whole = whole;
        this.meeting = meeting;
        this.clock = clock;
    }

    /** The journey's rounds, the first first. */
    public List<GapRound> of(Journey journey) {
        return store.of(journey).stream()
                .flatMap(it -> round(journey, it).stream())
                .toList();
    }

    /** One of them. */
    public Optional<GapRound> find(Journey journey, RoundId id) {
        return store.find(journey, id).flatMap(it -> round(journey, it));
    }

    /** The one that leaders and the user council answer now: the last that has opened. */
    public Optional<GapRound> current(Journey journey) {
        return of(journey).reversed().stream()
                .filter(it -> it.state() != Round.State.DRAFT)
                .findFirst();
    }

    private Optional<GapRound> round(Journey journey, GapRoundStore.Kept it) {
        return rounds.find(it.round())
                .map(round -> new GapRound(
                        it.round(),
                        journey.id(),
                        it.occasion(),
                        it.form(),
                        it.residential(),
                        round.opens(),
                        round.closes(),
                        round.state()));
    }

    /** Whether the next round can be made. */
    public sealed interface Next {
        /**
         * It can.
         *
         * @param occasion months after the first results meeting
         * @param opens a day that fits: the wished one, moved out of the holidays
         * @param waiting whether the unit can be measured by the short form first, since it has agreed and not begun
         */
        record Ready(int occasion, LocalDate opens, boolean waiting) implements Next {}

        /** It waits. */
        record Waits(Why why) implements Next {}
    }

    /** Why the next round waits. */
    public enum Why implements Coded {
        /** The unit has not agreed yet, or the journey has ended. */
        NOT_NOW,
        /** The one before is not over. */
        ONE_AT_A_TIME,
        /** Nothing is recorded of what came of the last one. */
        NO_MEETING,
        /** All are made. */
        NO_MORE
    }

    /** What comes next. */
    public Next next(Journey journey) {
        List<GapRound> made = of(journey);
        Optional<Integer> occasion =
                GapRound.after(made.isEmpty() ? -1 : made.getLast().occasion());
        if (!journey.stage().alive() || journey.stage() == Stage.INTERESTED) {
            return new Next.Waits(Why.NOT_NOW);
        }
        if (occasion.isEmpty()) {
            return new Next.Waits(Why.NO_MORE);
        }
        if (!made.isEmpty() && !made.getLast().settled()) {
            return new Next.Waits(Why.ONE_AT_A_TIME);
        }
        boolean concluded = made.isEmpty()
                || !made.getLast().meets()
                || meeting.stream().allMatch(it -> it.concluded(journey, made.getLast()));
        if (!concluded) {
            return new Next.Waits(Why.NO_MEETING);
        }
        return new Next.Ready(
                occasion.get(),
                opens(journey.monthZero(), occasion.get(), LocalDate.now(clock)),
                made.isEmpty() && (journey.stage() == Stage.AGREED || journey.stage() == Stage.ANCHORED));
    }

    /** The day a round opens: four weeks before the results meeting it is for, out of the holidays; today where the first is not held. */
    static LocalDate opens(@Nullable LocalDate zero, int occasion, LocalDate today) {
        return GapDays.near(zero == null ? today : zero.plusMonths(occasion).minusWeeks(WEEKS_BEFORE_MEETING), today);
    }

    /** What became of a round that was filled in. */
    public sealed interface Made {
        record Done(RoundId round) implements Made {}

        /** It cannot be made now. */
        record Waits(Why why) implements Made {}

        /**
         * It would be open in a holiday.
         *
         * @param instead the nearest day that fits
         */
        record Holiday(LocalDate instead) implements Made {}

        /** The day is over, or none. */
        record BadDay() implements Made {}

        /** Nobody but a leader works at the unit here. */
        record Nobody() implements Made {}
    }

    /**
     * Makes the next round, a draft that asks nobody yet. Sent again with the same id, it changes nothing.
     *
     * @param residential whether people stay the night at the unit
     * @param opens null where none was given
     */
    @Transactional
    public Made make(JourneyVisit visit, RoundId id, GapForm form, boolean residential, @Nullable LocalDate opens) {
        return make(visit, id, form, residential, opens, false);
    }

    /**
     * Makes a short round for a unit that has agreed and waits to begin, once and before any other: others' change is compared with what
     * happens in units that wait. No meeting follows it.
     */
    @Transactional
    public Made measureWaiting(JourneyVisit visit, RoundId id, boolean residential, @Nullable LocalDate opens) {
        return make(visit, id, GapForm.BRIEF, residential, opens, true);
    }

    private Made make(
            JourneyVisit visit,
            RoundId id,
            GapForm form,
            boolean residential,
            @Nullable LocalDate opens,
            boolean waiting) {
        Journey journey = visit.journey();
        store.lock(journey);
        if (store.find(journey, id).isPresent()) {
            return new Made.Done(id);
        }
        LocalDate today = LocalDate.now(clock);
        return switch (next(journey)) {
            case Next.Waits waits -> new Made.Waits(waits.why());
            case Next.Ready ready -> {
                if (waiting && !ready.waiting()) {
                    yield new Made.Waits(Why.NOT_NOW);
                }
                if (opens == null || opens.isBefore(today) || opens.isAfter(today.plusYears(1))) {
                    yield new Made.BadDay();
                }
                if (GapDays.holiday(opens)) {
                    yield new Made.Holiday(GapDays.near(opens, today));
                }
                yield made(
                        visit,
                        id,
                        new GapRoundStore.Kept(id, waiting ? GapRound.WAITING : ready.occasion(), form, residential),
                        opens);
            }
        };
    }

    private Made made(JourneyVisit visit, RoundId id, GapRoundStore.Kept kept, LocalDate opens) {
        Running.Made made = running.make(
                visit.person(),
                PURPOSE,
                new RoundDraft(
                        name(kept.occasion()),
                        questionnaire.staff(kept.form(), kept.residential()),
                        target(visit.journey().unit()),
                        true,
                        false,
                        Round.First.UNIT,
                        opens,
                        GapDays.closes(opens)),
                id);
        return switch (made) {
            case Running.Made.Done done -> {
                store.add(visit.journey(), kept);
                yield new Made.Done(done.round());
            }
            case Running.Made.Refused refused ->
                refused.flaws().contains(RoundDraft.Flaw.NOBODY) ? new Made.Nobody() : new Made.BadDay();
        };
    }

    /** Whom a round at a unit asks: its staff, and not its leaders. */
    public static Round.Target target(UnitPath unit) {
        return new Round.Target(List.of(unit), List.of(), Set.of(), STAFF);
    }

    /** What the round is called where rounds are listed, and in its mail. */
    public static String name(int occasion) {
        return switch (occasion) {
            case GapRound.WAITING -> "GAP mens enheten venter";
            case 0 -> "GAP ved start";
            default -> "GAP etter " + occasion + " måneder";
        };
    }

    /** Forgets a round that was thrown away before it opened. */
    @Transactional
    public boolean remove(JourneyVisit visit, GapRound round) {
        if (!running.remove(visit.person(), rounds.find(round.id()).orElseThrow(ProblemException::notFound))) {
            return false;
        }
        store.remove(round.id());
        return true;
    }

    /** What staff are asked. */
    public Questionnaire questionnaire(GapForm form, boolean residential) {
        return questionnaire.staff(form, residential);
    }

    /** The questionnaire a leader answers for a round. */
    public Questionnaire leader(GapRound round) {
        return questionnaire.leader(round.form(), round.residential());
    }

    /** The statements of a round, in order, whoever they were put to. */
    public List<Statement> statements(GapRound round) {
        return questionnaire.statements(round.form(), round.residential());
    }

    /**
     * The whole answers of a settled round, in an order that is drawn anew each time; empty where fewer than five answered, or it is not
     * settled. They are for working out what is shown, never for showing: of each statement and group there are none or at least five,
     * and what a page tells of them is of five too.
     */
    public List<GapAnswer> answers(Journey journey, GapRound round) {
        if (!round.journey().equals(journey.id()) || !round.settled()) {
            return List.of();
        }
        return whole
                .of(round.id(), PURPOSE, asked(round, journey), it -> !it.equals(GapQuestionnaire.WORKS_AS))
                .stream()
                .map(it -> answer(round, it))
                .toList();
    }

    /** The unit as the round asked it: a journey follows a unit that moves, a round keeps where it was. */
    private UnitPath asked(GapRound round, Journey journey) {
        return rounds.find(round.id()).stream()
                .flatMap(it -> it.target().places().stream())
                .findFirst()
                .orElse(journey.unit());
    }

    private GapAnswer answer(GapRound round, WholeAnswers.Whole it) {
        Map<String, Integer> practice = new HashMap<>();
        Map<String, Integer> importance = new HashMap<>();
        Set<String> unsure = new HashSet<>();
        Set<String> irrelevant = new HashSet<>();
        Set<String> asked = new HashSet<>();
        for (Statement one : statements(round)) {
            GapReading.scaled(it.answers(), GapQuestionnaire.practice(one)).ifPresent(n -> practice.put(one.id(), n));
            GapReading.scaled(it.answers(), GapQuestionnaire.importance(one))
                    .ifPresent(n -> importance.put(one.id(), n));
            if (GapReading.unsure(it.answers(), GapQuestionnaire.practice(one))) {
                unsure.add(one.id());
            }
            if (GapReading.irrelevant(it.answers(), GapQuestionnaire.practice(one))) {
                irrelevant.add(one.id());
            }
            if (GapQuestionnaire.asked(one, it.staffGroup()) || GapReading.answered(it.answers(), one)) {
                asked.add(one.id());
            }
        }
        Map<String, Integer> confidence = new HashMap<>();
        instrument
                .areas()
                .forEach(area -> GapReading.scaled(it.answers(), GapQuestionnaire.confidence(area))
                        .ifPresent(n -> confidence.put(area.id(), n)));
        return new GapAnswer(practice, importance, unsure, irrelevant, confidence, asked, it.staffGroup());
    }

    /** What a leader or anybody else answered to a form of the round, by statement. */
    static Map<String, Integer> practice(List<Statement> statements, Answers answers) {
        Map<String, Integer> found = new HashMap<>();
        statements.forEach(
                it -> GapReading.scaled(answers, GapQuestionnaire.practice(it)).ifPresent(n -> found.put(it.id(), n)));
        return found;
    }

    static Map<String, Integer> importance(List<Statement> statements, Answers answers) {
        Map<String, Integer> found = new HashMap<>();
        statements.forEach(it ->
                GapReading.scaled(answers, GapQuestionnaire.importance(it)).ifPresent(n -> found.put(it.id(), n)));
        return found;
    }
}
