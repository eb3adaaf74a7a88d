package no.samtidig.improvement.web.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.PersonNames;
import no.samtidig.improvement.action.Action;
import no.samtidig.improvement.action.Actions;
import no.samtidig.improvement.action.Goal;
import no.samtidig.improvement.action.GoalId;
import no.samtidig.improvement.action.Goals;
import no.samtidig.improvement.coaching.Coaching;
import no.samtidig.improvement.coaching.Talk;
import no.samtidig.improvement.instrument.Instrument;
import no.samtidig.improvement.meeting.Meeting;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Norway;
import org.springframework.stereotype.Component;

/** What the shared screen shows of what the meeting ends in: goals, actions with their owners, and the next talk. */
@Component
class StageWork {
    /** An action is proposed to be done in so many weeks: it can begin within one. */
    private static final int WEEKS = 2;

    private final Goals goals;
    private final Actions actions;
    private final Instrument instrument;
    private final Coaching talks;
    private final PersonNames people;
    private final Clock clock;

    StageWork(Goals goals, Actions actions, Instrument instrument, Coaching talks, PersonNames people, Clock clock) {
        this.goals = goals;
        this.actions = actions;
        this.instrument = instrument;
        this.talks = talks;
        this.people = people;
        this.clock = clock;
    }

    /** With what stands ready in the areas that were spoken about. */
    StagePage.Work of(JourneyVisit visit, Meeting meeting, List<String> spoken, Language language) {
        List<Action> all = actions.of(visit.journey());
        LocalDate today = LocalDate.now(clock);
        LocalDate began = meeting.began().atZoneSameInstant(Norway.ZONE).toLocalDate();
        return new StagePage.Work(
                goals.of(visit.journey()).stream()
                        .map(it -> goal(it, !it.made().isBefore(began), all, language))
                        .toList(),
                spoken.stream()
                        .map(it -> new StagePage.Offer(name(it, language), ready(it, language)))
                        .filter(it -> !it.actions().isEmpty())
                        .toList(),
                actions.owners(visit.journey()),
                talks.of(visit.journey()).stream()
                        .filter(it -> it.planned() && !it.day().isBefore(today))
                        .map(Talk::day)
                        .findFirst(),
                today.plusWeeks(WEEKS));
    }

    private StagePage.Goal goal(Goal it, boolean fresh, List<Action> all, Language language) {
        return new StagePage.Goal(
                it.id().value().toString(),
                name(it.area(), language),
                it.sentence(),
                fresh,
                ready(it.area(), language),
                planned(it.id(), all));
    }

    private List<StagePage.Planned> planned(GoalId goal, List<Action> all) {
        return all.stream()
                .filter(it -> it.goal().equals(goal) && it.open())
                .map(it -> new StagePage.Planned(it.words(), owner(it), it.everybody(), it.due(), it.sign()))
                .toList();
    }

    private Optional<String> owner(Action it) {
        return it.everybody() ? Optional.empty() : people.name(it.owner());
    }

    /** The name of an area; its id where the instrument has it no more. */
    LocalizedText.Text name(String area, Language language) {
        return instrument
                .area(area)
                .map(it -> it.name().in(language))
                .orElseGet(() -> new LocalizedText.Text(language, area));
    }

    /** In the order of the area's statements. */
    List<StagePage.Ready> ready(String area, Language language) {
        return instrument.area(area).map(instrument::statements).orElse(List.of()).stream()
                .flatMap(it -> it.actions().stream()
                        .map(one -> new StagePage.Ready(
                                it.id(),
                                it.text().in(language),
                                one.text().in(language),
                                one.sign().in(language))))
                .toList();
    }
}
