package no.samtidig.improvement.pipeline;

import java.time.LocalDate;
import java.util.Optional;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.Stage;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A unit in the pipeline, as a line of the list or a card of the board.
 *
 * @param county where it lies, by name
 * @param since the day it came to its stage
 * @param coach who follows it, by name; empty where nobody does
 * @param onHold the last day on hold; null where it is not
 * @param next what comes next; empty where nothing is planned
 * @param noStep whether it goes on and nothing is planned
 * @param quiet whether nothing has happened for longer than its stage should be quiet
 */
public record PipelineLine(
        JourneyId id,
        UnitPath unit,
        String name,
        String owner,
        OwnerKind kind,
        ServiceLevel level,
        String county,
        Stage stage,
        LocalDate since,
        Optional<String> coach,
        @Nullable LocalDate onHold,
        Optional<Next> next,
        boolean noStep,
        boolean quiet) {

    /**
     * What comes next.
     *
     * @param written by the region; empty where a room of the journey tells
     * @param told by a room of the journey; null where the region wrote
     * @param dated whether a day is set; otherwise it can be done from that day on
     */
    public record Next(
            LocalDate day, String written, @Nullable Sentence told, boolean dated) {}

    PipelineLine with(Next other) {
        return new PipelineLine(
                id,
                unit,
                name,
                owner,
                kind,
                level,
                county,
                stage,
                since,
                coach,
                onHold,
                Optional.of(other),
                noStep,
                quiet);
    }
}
