package no.samtidig.improvement.web.journey;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.JourneyMove;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.platform.Page;

/**
 * A unit's journey: where it is, and what comes next.
 *
 * @param place where the reader is, by name
 * @param visit at the journey; empty where the unit has none yet
 * @param staff whether the reader may see who has completed what
 * @param moves from stage to stage, the first first
 * @param line the eighteen months; empty where there is no journey
 * @param first what the rooms tell before the line: the goals, for staff
 * @param sections what they tell after it
 * @param steps what the rooms would have the reader do
 * @param numbers the leader's staff; empty for everybody else
 * @param coach the name of the regional contact who follows the unit; empty where there is none
 * @param done what was just done; empty for nothing
 */
public record JourneyPage(
        String place,
        Optional<JourneyVisit> visit,
        boolean staff,
        List<JourneyMove> moves,
        Optional<JourneyLine> line,
        List<JourneyPart.Section> first,
        List<JourneyPart.Section> sections,
        List<JourneyPart.Step> steps,
        Optional<StaffNumbers> numbers,
        Optional<String> coach,
        Optional<JourneyDone> done,
        LocalDate today)
        implements Page {
    public JourneyPage {
        moves = List.copyOf(moves);
        first = List.copyOf(first);
        sections = List.copyOf(sections);
        steps = List.copyOf(steps);
    }

    /** The unit's name, the heading of its page. */
    public String unit() {
        return visit.map(it -> it.unit().name()).orElse(place);
    }

    /** The main action: what is due first. */
    public Optional<JourneyPart.Step> next() {
        return steps.stream()
                .min(Comparator.comparing(JourneyPart.Step::due, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    /** Whether the reader can change how the journey goes on. */
    public boolean steers() {
        return visit.filter(it -> it.leads() || it.coaches()).isPresent();
    }
}
