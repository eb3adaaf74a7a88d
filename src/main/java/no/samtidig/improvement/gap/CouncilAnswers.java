package no.samtidig.improvement.gap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.instrument.Council;
import no.samtidig.improvement.instrument.Instrument;
import no.samtidig.platform.ProblemException;
import no.samtidig.questionnaire.Answers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the user council answers: it talks, and one writes one answer to each item. No individual forms, no stories. */
@Service
public class CouncilAnswers {
    private final CouncilAnswerStore store;
    private final Instrument instrument;
    private final Clock clock;

    CouncilAnswers(CouncilAnswerStore store, Instrument instrument, Clock clock) {
        this.store = store;
        this.instrument = instrument;
        this.clock = clock;
    }

    /**
     * What the council answered.
     *
     * @param chosen answer by item, in the order of the items
     * @param byLeader whether a leader wrote it for the council
     * @param day when it was last written
     * @param revision counts changes
     */
    public record Given(Map<Council.Item, Council.Answer> chosen, boolean byLeader, LocalDate day, int revision) {
        public Given {
            chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
        }
    }

    /** What the council answered to a round; empty where it has not. */
    public Optional<Given> of(GapRound round) {
        return store.of(round.id()).map(it -> {
            Map<Council.Item, Council.Answer> chosen = new LinkedHashMap<>();
            for (Council.Item item : instrument.council().items()) {
                instrument.council().answer(it.answers().text(item.id())).ifPresent(answer -> chosen.put(item, answer));
            }
            return new Given(chosen, it.byLeader(), it.day(), it.revision());
        });
    }

    /**
     * Keeps the council's answers.
     *
     * @param typed answer by item; what the instrument does not have does not exist
     * @param revision of what was changed, 0 where there was nothing
     * @return false where it was changed meanwhile
     */
    @Transactional
    public boolean keep(JourneyVisit visit, GapRound round, Map<String, String> typed, int revision) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        typed.forEach((item, answer) -> {
            boolean known =
                    instrument.council().items().stream().anyMatch(it -> it.id().equals(item))
                            && instrument.council().answer(answer).isPresent();
            if (!known) {
                throw ProblemException.notFound();
            }
            answers.put(item, List.of(answer));
        });
        CouncilAnswerStore.Kept kept =
                new CouncilAnswerStore.Kept(new Answers(answers), visit.leads(), LocalDate.now(clock), revision);
        return store.keep(round.id(), kept, visit.person().account());
    }
}
