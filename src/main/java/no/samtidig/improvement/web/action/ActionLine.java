package no.samtidig.improvement.web.action;

import java.time.LocalDate;
import java.util.Optional;
import no.samtidig.improvement.action.Action;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Status;

/**
 * An action as its pages show it.
 *
 * @param owner the name of the one who owns it; empty where it is everybody, or nobody any more
 * @param here whether the owner still has a role at the unit
 * @param mayLog whether the reader may tell how it goes
 */
public record ActionLine(Action action, Optional<String> owner, boolean here, boolean mayLog, LocalDate today) {
    public Status status() {
        if (action.dropped() != null) {
            return Status.STOPPED;
        }
        return switch (action.seen()) {
            case YES -> Status.DONE;
            case PARTLY -> action.late(today) ? Status.LATE : Status.UNDERWAY;
            case NOT_YET -> action.late(today) ? Status.LATE : Status.WAITING;
        };
    }

    /** How it stands, in words. */
    public String standing(View view) {
        if (action.dropped() != null) {
            return view.text("actions.dropped");
        }
        String seen = view.text("sign-seen." + action.seen().code());
        return view.text(action.late(today) ? "actions.sign-late" : "actions.sign-is", seen);
    }

    /** Who owns it, in words. */
    public String ownedBy(View view) {
        if (action.everybody()) {
            return view.text("actions.owner.everybody");
        }
        return owner.map(it -> here ? it : view.text("actions.owner.gone", it))
                .orElseGet(() -> view.text("actions.owner.nobody"));
    }

    /** Whether somebody has to be found who owns it. */
    public boolean orphan() {
        return action.open() && !action.everybody() && !here;
    }

    public boolean toBeLookedAt() {
        return action.toBeLookedAt(today);
    }

    public String path() {
        return "/enheten/tiltak/" + action.id().value();
    }
}
