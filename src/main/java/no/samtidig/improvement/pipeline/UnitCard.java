package no.samtidig.improvement.pipeline;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.Accounts;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.JourneyMove;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.PipelineNews;

/**
 * What the region knows about a unit in the pipeline.
 *
 * @param county by name
 * @param coach who follows it, by name; empty where nobody does
 * @param step what the region has written comes next; empty where nothing is
 * @param revision counts changes of step and contact
 * @param leaders of the unit today
 * @param before the journey it goes on from
 * @param after the journey that goes on from it
 */
public record UnitCard(
        JourneyVisit visit,
        String county,
        Optional<String> coach,
        Optional<Step> step,
        int revision,
        OutsideContact contact,
        List<Accounts.Colleague> leaders,
        List<Move> moves,
        List<Note> notes,
        List<PipelineNews.Ahead> ahead,
        List<PipelineNews.Done> done,
        Optional<JourneyId> before,
        Optional<JourneyId> after) {
    /** Letters in a next step at most. */
    public static final int LONGEST_STEP = 200;

    /** Letters in a note at most. */
    public static final int LONGEST_NOTE = 500;

    public UnitCard {
        leaders = List.copyOf(leaders);
        moves = List.copyOf(moves);
        notes = List.copyOf(notes);
        ahead = List.copyOf(ahead);
        done = List.copyOf(done);
    }

    /** What comes next, and when. */
    public record Step(String what, LocalDate day) {}

    /**
     * A move with who made it.
     *
     * @param by by name; empty where it is forgotten
     */
    public record Move(JourneyMove move, String by) {}

    /**
     * A note of the region's.
     *
     * @param by by name; empty where it is forgotten
     */
    public record Note(OffsetDateTime made, String by, String text) {}
}
