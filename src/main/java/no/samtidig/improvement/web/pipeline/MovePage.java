package no.samtidig.improvement.web.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Stage;
import no.samtidig.improvement.StopReason;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * Moving a unit to another stage: first to which, then a look at what that means.
 *
 * @param to the stage chosen; null where none is yet
 * @param reasons chosen, as codes
 * @param note as typed
 */
public record MovePage(JourneyVisit visit, @Nullable Stage to, Set<String> reasons, String note, Trouble trouble)
        implements Page {
    public MovePage {
        reasons = Set.copyOf(reasons);
    }

    public Journey journey() {
        return visit.journey();
    }

    public String path() {
        return CardPage.path(visit.journey());
    }

    /** Where it can go from here: forward first, then back, then to an end. */
    public List<Option> stages(View view) {
        Set<Stage> next = visit.journey().stage().next();
        return Stream.of(
                        next.stream().filter(this::ahead),
                        next.stream().filter(it -> it.alive() && !ahead(it)),
                        next.stream().filter(it -> !it.alive()))
                .flatMap(it -> it)
                .map(it -> Option.of(
                        it.code(), view.text("pipeline.stage." + it.code()), view.text("pipeline.in." + it.code())))
                .toList();
    }

    private boolean ahead(Stage it) {
        return it.alive() && it.compareTo(visit.journey().stage()) > 0;
    }

    public boolean forward() {
        return to != null && ahead(to);
    }

    public List<Option> stopReasons(View view) {
        return Arrays.stream(StopReason.values())
                .map(it -> Option.of(it.code(), view.text("stop-reason." + it.code())))
                .toList();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
