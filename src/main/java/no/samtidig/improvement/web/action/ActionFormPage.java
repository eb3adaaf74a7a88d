package no.samtidig.improvement.web.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.Accounts;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.action.Goal;
import no.samtidig.improvement.action.ReadyActions;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;

/**
 * An action that is written, or changed.
 *
 * @param changed the action as it stands; empty for a new one
 * @param meanwhile whether somebody else changed it since the form was drawn
 * @param by who did, where that is known
 * @param offered what can be done within a week, by statement
 */
public record ActionFormPage(
        JourneyVisit visit,
        Goal goal,
        Optional<ActionLine> changed,
        boolean meanwhile,
        Optional<String> by,
        List<ReadyActions.Ready> offered,
        List<Accounts.Colleague> owners,
        Typed typed,
        Trouble trouble)
        implements Page {
    /** The value of the choice that everybody owns it. */
    static final String EVERYBODY = "alle";

    public ActionFormPage {
        offered = List.copyOf(offered);
        owners = List.copyOf(owners);
    }

    /** What stands in the fields. */
    public record Typed(String statement, String words, String owner, String due, String sign) {}

    public List<Option> owners(View view) {
        List<Option> options = new ArrayList<>();
        owners.forEach(it -> options.add(Option.of(it.account().value().toString(), it.name())));
        options.add(Option.of(EVERYBODY, view.text("actions.owner.everybody")));
        return options;
    }

    /** Where the form is sent. */
    public String path() {
        return changed.map(it -> it.path() + "/endre").orElse("/enheten/tiltak/ny");
    }

    public String back() {
        return changed.map(ActionLine::path).orElse("/enheten/tiltak");
    }

    /** The address that fills in one that is offered. */
    public String take(ReadyActions.Ready ready) {
        return "/enheten/tiltak/ny?mal=" + goal.id().value() + "&forslag=" + offered.indexOf(ready);
    }

    @Override
    public int status() {
        return meanwhile ? 409 : trouble.status();
    }
}
