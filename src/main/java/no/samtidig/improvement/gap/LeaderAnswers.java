package no.samtidig.improvement.gap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.samtidig.access.AccountId;
import no.samtidig.access.AuditLog;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.instrument.Statement;
import no.samtidig.organisation.Place;
import no.samtidig.questionnaire.Answers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What leaders answer of their unit: each by name, kept apart from the staff's answers, and shown to others only once the leader says so.
 * Two leaders are two answers, never a mean.
 */
@Service
public class LeaderAnswers {
    private final LeaderAnswerStore store;
    private final GapRounds rounds;
    private final AuditLog audit;
    private final Clock clock;

    LeaderAnswers(LeaderAnswerStore store, GapRounds rounds, AuditLog audit, Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A leader's answers to a round.
     *
     * @param shown whether the leader lets others see them
     * @param revision counts changes
     */
    public record Own(Answers answers, boolean shown, int revision) {
        static final Own NOTHING = new Own(Answers.NONE, false, 0);

        public boolean exists() {
            return revision > 0;
        }
    }

    /** What a leader answered that may be seen, by statement: 0 to 4. */
    public record Shown(Map<String, Integer> practice, Map<String, Integer> importance) {
        public Shown {
            practice = Map.copyOf(practice);
            importance = Map.copyOf(importance);
        }
    }

    /** The person's own answers. */
    public Own own(AccountId leader, GapRound round) {
        return store.own(leader, round.id()).orElse(Own.NOTHING);
    }

    /**
     * Keeps the person's own answers; what was shown stays shown.
     *
     * @param revision of what was changed, 0 where there was nothing
     * @return false where they were changed meanwhile, in another tab
     */
    @Transactional
    public boolean keep(JourneyVisit visit, GapRound round, Answers answers, int revision) {
        AccountId leader = visit.person().account();
        LocalDate today = LocalDate.now(clock);
        return revision == 0
                ? store.add(leader, round.id(), answers, today)
                : store.change(leader, round.id(), answers, revision, today);
    }

    /** Lets others see them, or no longer. */
    @Transactional
    public void show(JourneyVisit visit, GapRound round, boolean shown) {
        if (store.show(visit.person().account(), round.id(), shown)) {
            audit.write(
                    visit.person().account(),
                    shown ? GapAction.SHOWED_OWN_ANSWERS : GapAction.TOOK_BACK_OWN_ANSWERS,
                    round.id().value().toString(),
                    new Place.Unit(visit.journey().unit()),
                    List.of());
        }
    }

    /** What leaders of the unit let others see, in no order that says whose. */
    public List<Shown> shown(GapRound round) {
        List<Statement> statements = rounds.statements(round);
        return store.shown(round.id()).stream()
                .map(it -> new Shown(GapRounds.practice(statements, it), GapRounds.importance(statements, it)))
                .toList();
    }
}
