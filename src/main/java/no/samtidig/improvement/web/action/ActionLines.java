package no.samtidig.improvement.web.action;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.PersonNames;
import no.samtidig.improvement.action.Action;
import no.samtidig.improvement.action.Actions;
import org.springframework.stereotype.Component;

/** Actions as their pages show them to a reader. */
@Component
class ActionLines {
    private final Actions actions;
    private final PersonNames people;
    private final Clock clock;

    ActionLines(Actions actions, PersonNames people, Clock clock) {
        this.actions = actions;
        this.people = people;
        this.clock = clock;
    }

    List<ActionLine> of(JourneyVisit visit) {
        return lines(visit, actions.of(visit.journey()));
    }

    ActionLine of(JourneyVisit visit, Action action) {
        return lines(visit, List.of(action)).getFirst();
    }

    private List<ActionLine> lines(JourneyVisit visit, List<Action> all) {
        LocalDate today = LocalDate.now(clock);
        Set<AccountId> staff = actions.owners(visit.journey()).stream()
                .map(Accounts.Colleague::account)
                .collect(Collectors.toSet());
        return all.stream()
                .map(it -> new ActionLine(
                        it,
                        people.name(it.owner()),
                        it.owner() != null && staff.contains(it.owner()),
                        Actions.mayLog(visit, it),
                        today))
                .toList();
    }
}
