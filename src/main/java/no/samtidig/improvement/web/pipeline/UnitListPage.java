package no.samtidig.improvement.web.pipeline;

import java.time.LocalDate;
import no.samtidig.improvement.Stage;
import no.samtidig.improvement.pipeline.PipelineLine;
import no.samtidig.platform.Page;
import no.samtidig.platform.ui.ListQuery;
import no.samtidig.platform.ui.Status;

/**
 * The region's units as a list.
 *
 * @param region by name
 * @param found a page of them
 */
public record UnitListPage(String region, PipelineSearch search, ListQuery.Found<PipelineLine> found, LocalDate today)
        implements Page {
    /** How a stage is shown. */
    public static Status status(Stage stage) {
        return switch (stage) {
            case INTERESTED, AGREED -> Status.PLANNED;
            case ANCHORED, RUNNING -> Status.UNDERWAY;
            case SUSTAINED -> Status.DONE;
            case STOPPED, DECLINED -> Status.STOPPED;
        };
    }
}
