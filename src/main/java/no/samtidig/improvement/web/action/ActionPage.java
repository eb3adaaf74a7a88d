package no.samtidig.improvement.web.action;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.action.ActionLook;
import no.samtidig.improvement.action.ActionNote;
import no.samtidig.improvement.action.Decision;
import no.samtidig.improvement.action.Goal;
import no.samtidig.improvement.action.SignSeen;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * One action: what, who, when, its sign, its log, and the looks at it.
 *
 * @param names of those who wrote
 * @param typed what stands in the fields
 */
public record ActionPage(
        JourneyVisit visit,
        Goal goal,
        ActionLine line,
        List<ActionNote> notes,
        List<ActionLook> looks,
        Map<AccountId, String> names,
        Typed typed,
        Optional<ActionsDone> done,
        Trouble trouble)
        implements Page {
    public ActionPage {
        notes = List.copyOf(notes);
        looks = List.copyOf(looks);
        names = Map.copyOf(names);
    }

    /** What stands in the fields of the two forms. */
    public record Typed(String seen, String tried, String saw, String next, String decision, String reason) {
        static Typed nothing(SignSeen seen) {
            return new Typed(seen.code(), "", "", "", "", "");
        }
    }

    /** Whether the reader can change it, and keep or drop it. */
    public boolean leads() {
        return visit.leads() && visit.journey().stage().alive() && goal.alive();
    }

    public String by(@Nullable AccountId account, View view) {
        return Optional.ofNullable(account).map(names::get).orElseGet(() -> view.text("actions.somebody"));
    }

    public static List<Option> signs(View view) {
        return Arrays.stream(SignSeen.values())
                .map(it -> Option.of(it.code(), view.text("sign-seen." + it.code() + ".choice")))
                .toList();
    }

    public static List<Option> decisions(View view) {
        return Arrays.stream(Decision.values())
                .map(it -> Option.of(
                        it.code(),
                        view.text("action-decision." + it.code()),
                        view.text("action-decision." + it.code() + ".about")))
                .toList();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
