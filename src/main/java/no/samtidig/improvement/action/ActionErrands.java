package no.samtidig.improvement.action;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.access.Errand;
import no.samtidig.access.Errands;
import no.samtidig.access.Role;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.stereotype.Component;

/**
 * What waits at goals and actions: the next action one owns; for the leader those of others whose day has passed, and the look after three
 * months. Nothing while the journey is on hold.
 */
@Component
class ActionErrands implements Errands {
    /** So many days before its day an action waits for its owner. */
    private static final int SOON = 7;

    private final Journeys journeys;
    private final Actions actions;
    private final Goals goals;
    private final Texts texts;
    private final Clock clock;

    ActionErrands(Journeys journeys, Actions actions, Goals goals, Texts texts, Clock clock) {
        this.journeys = journeys;
        this.actions = actions;
        this.goals = goals;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Errand> of(Visitor.Person person, Language language) {
        LocalDate today = LocalDate.now(clock);
        if (person.acting().role() != Role.UNIT_LEADER
                && !actions.waitFor(
                        person.account(),
                        today.plusDays(SOON))) { // nearly everybody: asked for at each look at the own page
            return List.of();
        }
        Optional<JourneyVisit> visit = journeys.own(person, null)
                .filter(it -> it.journey().stage().alive()
                        && it.journey().holding(today).isEmpty());
        return visit.map(it -> at(it, language, today)).orElse(List.of());
    }

    private List<Errand> at(JourneyVisit visit, Language language, LocalDate today) {
        AccountId me = visit.person().account();
        List<GoalId> alive = goals.of(visit.journey()).stream().map(Goal::id).toList();
        List<Action> open = actions.of(visit.journey()).stream()
                .filter(it -> it.open() && alive.contains(it.goal()))
                .toList();
        List<Errand> errands = new ArrayList<>();
        open.stream()
                .filter(it -> me.equals(it.owner()) && !it.due().isAfter(today.plusDays(SOON)))
                .forEach(it -> errands.add(new Errand(
                        it.words(),
                        texts.text(
                                language,
                                it.late(today) ? "actions.errand.late" : "actions.errand.text",
                                language.date(it.due())),
                        texts.text(language, "actions.errand.action"),
                        visit.at("/enheten/tiltak/" + it.id().value()),
                        it.due())));
        if (visit.leads()) {
            long late = open.stream()
                    .filter(it -> it.late(today) && !me.equals(it.owner()))
                    .count();
            long look = open.stream().filter(it -> it.toBeLookedAt(today)).count();
            if (late > 0) {
                errands.add(whole(visit, language, "actions.errand.others", late));
            }
            if (look > 0) {
                errands.add(whole(visit, language, "actions.errand.look", look));
            }
        }
        return errands;
    }

    private Errand whole(JourneyVisit visit, Language language, String key, long count) {
        return new Errand(
                texts.text(language, key, count),
                texts.text(language, key + ".text"),
                texts.text(language, key + ".action"),
                visit.at("/enheten/tiltak"),
                null);
    }
}
