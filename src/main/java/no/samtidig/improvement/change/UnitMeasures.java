package no.samtidig.improvement.change;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.gap.GapRounds;
import no.samtidig.improvement.instrument.Instrument;
import no.samtidig.improvement.instrument.Statement;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;

/** Measures each unit once a GAP round of it is settled. What was measured stays, also when the round is removed. */
@Service
class UnitMeasures {
    private static final int HALF = 6;

    private final MeasureStore store;
    private final GapRounds rounds;
    private final Journeys journeys;
    private final Set<String> common;

    UnitMeasures(MeasureStore store, GapRounds rounds, Journeys journeys, Instrument instrument) {
        this.store = store;
        this.rounds = rounds;
        this.journeys = journeys;
        this.common = instrument.brief().stream().map(Statement::id).collect(Collectors.toSet());
    }

    @Bean
    RecurringTask<Void> measureUnits() {
        return Tasks.recurring("measure-units", FixedDelay.ofMinutes(1)).execute((_, _) -> measure());
    }

    /** Measures what waits. */
    void measure() {
        for (MeasureStore.Waiting it : store.waiting()) {
            journeys.known(it.journey())
                    .ifPresent(journey -> rounds.find(journey, it.round())
                            .ifPresent(round -> store.keep(
                                    it,
                                    halfYear(it.closes()),
                                    UnitMeasure.of(rounds.answers(journey, round), common))));
        }
    }

    /** Half-years since the year nought: rounds of one half-year lie at the same time. */
    static int halfYear(LocalDate day) {
        return 2 * day.getYear() + (day.getMonthValue() > HALF ? 1 : 0);
    }
}
