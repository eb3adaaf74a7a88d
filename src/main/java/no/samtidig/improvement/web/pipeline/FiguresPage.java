package no.samtidig.improvement.web.pipeline;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import no.samtidig.improvement.Stage;
import no.samtidig.improvement.StopReason;
import no.samtidig.improvement.pipeline.RegionNumbers;
import no.samtidig.improvement.pipeline.Split;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;

/**
 * The region's numbers.
 *
 * @param split by what the units are counted
 * @param at when it was true
 */
public record FiguresPage(String region, RegionNumbers numbers, Split split, Instant at) implements Page {
    public List<Split> splits() {
        return List.of(Split.values());
    }

    public List<Stage> stages() {
        return List.of(Stage.values());
    }

    /** Reasons that were given, in the order of the list. */
    public List<StopReason> reasons() {
        return Arrays.stream(StopReason.values())
                .filter(numbers.reasons()::containsKey)
                .toList();
    }

    /** What a group is called. */
    public String name(View view, RegionNumbers.Group group) {
        return switch (split) {
            case LEVEL -> view.text("pipeline.level." + group.key());
            case OWNER -> view.text("pipeline.owner." + group.key());
            case COUNTY, HEALTH, KORUS, RVTS ->
                group.label().isEmpty() ? view.text("pipeline-figures.unknown") : group.label();
        };
    }
}
