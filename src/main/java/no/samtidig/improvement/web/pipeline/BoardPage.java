package no.samtidig.improvement.web.pipeline;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.improvement.pipeline.Pipeline;
import no.samtidig.platform.Page;

/**
 * The region's units by stage, and first what waits.
 *
 * @param region by name
 * @param columns every stage, in order
 */
public record BoardPage(
        String region, PipelineSearch search, Pipeline.Waits waits, List<Pipeline.Column> columns, LocalDate today)
        implements Page {
    /** Cards of a stage at most: the rest are in the list. */
    static final int CARDS = 12;

    public BoardPage {
        columns = List.copyOf(columns);
    }

    public List<Pipeline.Column> alive() {
        return columns.stream()
                .filter(it -> it.stage().alive() && search.shows(it.stage()))
                .toList();
    }

    public List<Pipeline.Column> ended() {
        return columns.stream().filter(it -> !it.stage().alive()).toList();
    }

    /** Units found, of all stages. */
    public int count() {
        return columns.stream().mapToInt(Pipeline.Column::count).sum();
    }

    public boolean nothingWaits() {
        return waits.noStep() == 0
                && waits.noCoach() == 0
                && waits.quiet() == 0
                && waits.toAccept().isEmpty()
                && waits.talks().isEmpty();
    }
}
