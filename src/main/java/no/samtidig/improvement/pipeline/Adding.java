package no.samtidig.improvement.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.Journeys;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.Unit;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import no.samtidig.platform.ui.ListQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Putting units into the pipeline, one or many at once. */
@Service
public class Adding {
    /** Units at once, at most. */
    public static final int MOST = 200;

    /** How long it is remembered what was put in together. */
    static final Duration KEPT = Duration.ofDays(1);

    private static final int MOST_WORDS = 20;

    private final CandidateStore store;
    private final Journeys journeys;
    private final Units units;
    private final AuditLog audit;
    private final Clock clock;

    Adding(CandidateStore store, Journeys journeys, Units units, AuditLog audit, Clock clock) {
        this.store = store;
        this.journeys = journeys;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** Units of the scope without a journey that goes on: a page of them, by name. */
    public ListQuery.Found<Candidate> find(
            Visitor.Person person, String words, Optional<ServiceLevel> level, Optional<String> county, int offset) {
        return store.find(
                person.acting().scope(),
                words.isBlank()
                        ? new String[0]
                        : words.toLowerCase(Locale.ROOT).strip().split("\\s+", MOST_WORDS),
                level,
                county,
                ListQuery.ROWS,
                offset,
                LocalDate.now(clock));
    }

    /**
     * What became of units that were put in together.
     *
     * @param begun those that were
     * @param passed names of those that were not: they have a journey, or are not of the region
     */
    public record Outcome(List<Begun> begun, List<String> passed) {
        public Outcome {
            begun = List.copyOf(begun);
            passed = List.copyOf(passed);
        }
    }

    /** A unit whose journey began. */
    public record Begun(JourneyId journey, String unit) {}

    /**
     * Puts the units into the pipeline; whoever does becomes their coach. A unit that has a journey, or is not of the scope, is passed
     * over and told.
     *
     * @param key names the form
     * @return the journeys that began
     */
    @Transactional
    public List<JourneyId> add(Visitor.Person person, UUID key, Set<UnitPath> chosen) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Map<UnitPath, JourneyId> before = store.ended(chosen);
        List<JourneyId> begun = new ArrayList<>();
        List<String> passed = new ArrayList<>();
        for (UnitPath it : chosen.stream()
                .limit(MOST)
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList()) {
            Optional<Unit> unit = units.at(it, person.acting().scope());
            Optional<JourneyId> journey = unit.flatMap(_ -> journeys.begin(it, person.account(), before.get(it)));
            if (journey.isPresent()) {
                begun.add(journey.get());
            } else {
                unit.ifPresent(one -> passed.add(one.name()));
            }
        }
        store.removeOlder(now.minus(KEPT));
        store.put(key, person.account(), "", now);
        store.taken(key, "", begun, passed, 0);
        audit.write(
                person.account(),
                PipelineAction.ADDED_UNITS,
                key.toString(),
                person.acting().at(),
                List.of());
        return begun;
    }

    /** What became of it; empty where that is forgotten, or somebody else's. */
    public Optional<Outcome> outcome(Visitor.Person person, UUID key) {
        return store.find(key, person.account())
                .map(it -> new Outcome(
                        store.named(it.begun()).stream()
                                .map(one -> new Begun(one.journey(), one.unit()))
                                .toList(),
                        it.passed()));
    }
}
