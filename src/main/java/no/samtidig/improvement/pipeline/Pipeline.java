package no.samtidig.improvement.pipeline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.samtidig.access.AccountId;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.PipelineNews;
import no.samtidig.improvement.PipelineNews.Ahead;
import no.samtidig.improvement.PipelineNews.Kind;
import no.samtidig.improvement.Stage;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.ui.ListQuery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the units of a region are, and what waits. */
@Service
public class Pipeline {
    /** What has a day before what has none, as on the unit's page. */
    private static final Comparator<Ahead> FIRST =
            Comparator.comparing((Ahead it) -> it.kind() == Kind.OPEN).thenComparing(Ahead::day);

    private final PipelineStore store;
    private final ObjectProvider<PipelineNews> rooms;
    private final AuditLog audit;
    private final Clock clock;

    Pipeline(PipelineStore store, ObjectProvider<PipelineNews> rooms, AuditLog audit, Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A stage with its units.
     *
     * @param count all that are in it
     * @param lines some of them, those that wait first
     */
    public record Column(Stage stage, int count, List<PipelineLine> lines) {
        public Column {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What waits for the region.
     *
     * @param noStep units for which nothing is planned
     * @param noCoach units that nobody follows, or somebody whose role over them has ended
     * @param quiet units where nothing has happened for longer than their stage should be quiet
     * @param toAccept what waits for the region's yes
     * @param talks within a week
     * @param all units in the pipeline
     */
    public record Waits(int noStep, int noCoach, int quiet, List<Ahead> toAccept, List<Ahead> talks, int all) {
        public Waits {
            toAccept = List.copyOf(toAccept);
            talks = List.copyOf(talks);
        }
    }

    /** Every stage, in order, with at most so many units as the query has rows. */
    public List<Column> board(Visitor.Person person, PipelineQuery query) {
        LocalDate today = LocalDate.now(clock);
        List<Ahead> ahead = ahead(person.acting().scope(), today);
        Map<Stage, List<PipelineLine>> lines = new EnumMap<>(Stage.class);
        Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
        for (PipelineStore.Found it :
                store.board(person.acting().scope(), person.account(), query, planned(ahead, today), now())) {
            lines.computeIfAbsent(it.line().stage(), _ -> new ArrayList<>()).add(it.line());
            counts.put(it.line().stage(), it.count());
        }
        List<Column> columns = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            columns.add(new Column(
                    stage,
                    counts.getOrDefault(stage, 0),
                    withNext(lines.getOrDefault(stage, List.of()), ahead, today)));
        }
        return columns;
    }

    /** A page of the list. */
    public ListQuery.Found<PipelineLine> list(Visitor.Person person, PipelineQuery query) {
        LocalDate today = LocalDate.now(clock);
        List<Ahead> ahead = ahead(person.acting().scope(), today);
        List<PipelineStore.Found> found =
                store.list(person.acting().scope(), person.account(), query, planned(ahead, today), now());
        return new ListQuery.Found<>(
                withNext(found.stream().map(PipelineStore.Found::line).toList(), ahead, today),
                found.isEmpty() ? 0 : found.getFirst().count());
    }

    /** Lines of a file at most. */
    public static final int EXPORTED = 20_000;

    /** The list as it leaves the house. That it did is noted. */
    @Transactional
    public List<PipelineLine> export(Visitor.Person person, PipelineQuery query) {
        audit.write(
                person.account(),
                PipelineAction.EXPORTED_UNITS,
                person.acting().at().code(),
                person.acting().at(),
                List.of());
        return list(person, query).rows();
    }

    public Waits waits(Visitor.Person person) {
        LocalDate today = LocalDate.now(clock);
        List<Ahead> ahead = ahead(person.acting().scope(), today);
        PipelineStore.Counts counts = store.counts(person.acting().scope(), planned(ahead, today), now());
        return new Waits(
                counts.noStep(),
                counts.noCoach(),
                counts.quiet(),
                ahead.stream().filter(it -> it.kind() == Kind.TO_ACCEPT).toList(),
                ahead.stream()
                        .filter(it -> it.kind() == Kind.TALK
                                && !it.day().isBefore(today)
                                && it.day().isBefore(today.plusWeeks(1)))
                        .sorted(Comparator.comparing(Ahead::day))
                        .toList(),
                counts.all());
    }

    /** Units of a scope that have been still for too long, and that somebody follows, or nobody. */
    List<PipelineStore.Still> still(AccountId follower, OrganisationScope scope) {
        LocalDate today = LocalDate.now(clock);
        return store.still(scope, follower, planned(ahead(scope, today), today), now());
    }

    /** What the rooms of the journey say was done in one, the newest first. */
    public List<PipelineNews.Done> done(Journey journey) {
        return rooms.orderedStream()
                .flatMap(it -> it.done(journey).stream())
                .sorted(Comparator.comparing(PipelineNews.Done::day).reversed())
                .toList();
    }

    /** What lies ahead in one journey. */
    public List<Ahead> ahead(Journey journey) {
        return ahead(new OrganisationScope(List.of(journey.unit())), LocalDate.now(clock)).stream()
                .filter(it -> it.journey().equals(journey.id()))
                .sorted(FIRST)
                .toList();
    }

    private List<Ahead> ahead(OrganisationScope scope, LocalDate today) {
        return rooms.orderedStream()
                .flatMap(it -> it.ahead(scope, today).stream())
                .toList();
    }

    /** Whether it is a next step: what is to be done by a day is one until it is done. */
    private static boolean stands(Ahead it, LocalDate today) {
        return switch (it.kind()) {
            case TO_ACCEPT -> false;
            case DUE, OPEN -> true;
            case TALK -> !it.day().isBefore(today);
        };
    }

    /** What is to be done by a day is a next step; only what somebody has set a day for keeps a unit from being still. */
    private static PipelineStore.Planned planned(List<Ahead> ahead, LocalDate today) {
        Set<JourneyId> known = new HashSet<>();
        Set<JourneyId> coming = new HashSet<>();
        for (Ahead it : ahead) {
            if (stands(it, today) && it.kind() != Kind.OPEN) {
                known.add(it.journey());
                if (it.kind() != Kind.DUE) {
                    coming.add(it.journey());
                }
            }
        }
        return new PipelineStore.Planned(known, coming);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    /** The lines, each with the first of what was written and what the rooms tell. */
    private static List<PipelineLine> withNext(List<PipelineLine> lines, List<Ahead> ahead, LocalDate today) {
        Map<JourneyId, Ahead> first = new HashMap<>();
        for (Ahead it : ahead) {
            if (stands(it, today)) {
                first.merge(it.journey(), it, (one, other) -> FIRST.compare(other, one) < 0 ? other : one);
            }
        }
        return lines.stream()
                .map(line -> {
                    Ahead told = first.get(line.id());
                    boolean sooner = told != null
                            && line.next()
                                    .map(it -> told.kind() != Kind.OPEN
                                            && told.day().isBefore(it.day()))
                                    .orElse(true);
                    return told != null && sooner
                            ? line.with(new PipelineLine.Next(told.day(), "", told.what(), told.kind() != Kind.OPEN))
                            : line;
                })
                .toList();
    }
}
