package no.samtidig.improvement.web.pipeline;

import java.util.List;
import java.util.Set;
import no.samtidig.improvement.Stage;
import no.samtidig.improvement.pipeline.Candidate;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.ListQuery;
import no.samtidig.platform.ui.Option;

/**
 * Units that could be put into the pipeline.
 *
 * @param region by name
 * @param found a page of them
 * @param chosen paths of those that are ticked
 */
public record AddPage(
        String region, AddSearch search, ListQuery.Found<Candidate> found, Set<String> chosen, Trouble trouble)
        implements Page {
    public AddPage {
        chosen = Set.copyOf(chosen);
    }

    public List<Option> options(View view) {
        return found.rows().stream()
                .map(it -> Option.of(it.path().value(), it.name(), about(view, it)))
                .toList();
    }

    private static String about(View view, Candidate it) {
        String where = it.owner() + ", " + it.county() + ". "
                + view.text("pipeline.level." + it.level().code()) + ".";
        Stage ended = it.ended();
        return ended == null || it.since() == null
                ? where
                : where + " "
                        + view.text(
                                "pipeline-add.ended",
                                view.text("pipeline.stage." + ended.code()),
                                view.date(it.since()));
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
