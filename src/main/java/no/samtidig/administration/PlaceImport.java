package no.samtidig.administration;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import no.samtidig.administration.PlacePlan.Does;
import no.samtidig.administration.PlacePlan.Step;
import no.samtidig.organisation.Counties;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.PlaceOutcome;
import no.samtidig.organisation.Places;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Csv;
import no.samtidig.platform.Download;
import no.samtidig.platform.Language;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Owners and units from a file: first what each line would do, then those that are right are taken in, all of them or none. The plan is
 * made anew each time, so a file taken in twice does nothing the second time.
 */
@Service
public class PlaceImport {
    /** Bytes that are read of a file at most. */
    public static final int LARGEST = PlaceSheet.LARGEST;

    /** Lines that are taken in while whoever asked waits: a second's work. */
    static final int AT_ONCE = 1_000;

    /** How long a file waits for somebody to take it in. */
    static final Duration WAITS = Duration.ofDays(1);

    private static final OrganisationScope EVERYWHERE = new OrganisationScope(List.of(UnitPath.COUNTRY));

    private final PlaceFileStore store;
    private final Places places;
    private final Counties counties;
    private final AuditLog audit;
    private final Texts texts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    /** How far those have come that this node is at. */
    private final Map<UUID, Progress> atWork = new ConcurrentHashMap<>();

    PlaceImport(
            PlaceFileStore store,
            Places places,
            Counties counties,
            AuditLog audit,
            Texts texts,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.places = places;
        this.counties = counties;
        this.audit = audit;
        this.texts = texts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A line, for the reader.
     *
     * @param number in the file; the header is 1
     * @param name of what it is about; empty where it names nothing
     * @param says what is wrong with it, or what it changes
     */
    public record Told(int number, String name, List<Sentence> says) {
        public Told {
            says = List.copyOf(says);
        }
    }

    /**
     * What a file would do, or has done.
     *
     * @param taken how many lines made something and how many changed something; empty before it was taken in
     * @param underWay how far a long file has come that is being taken in; empty before and after
     */
    public record Look(
            UUID id,
            List<Told> made,
            List<Told> changed,
            int same,
            List<Told> mistakes,
            Optional<Taken> taken,
            Optional<Progress> underWay) {
        public Look {
            made = List.copyOf(made);
            changed = List.copyOf(changed);
            mistakes = List.copyOf(mistakes);
        }
    }

    /** How many lines are gone through, of how many. */
    public record Progress(int done, int of) {}

    /** How many lines made something, and how many changed something. */
    public record Taken(int made, int changed) {}

    /** A file that was put down to look at, or why it cannot be read. */
    public sealed interface Put {
        record Down(UUID id) implements Put {}

        record Refused(String why) implements Put {}
    }

    @Transactional
    public Put put(byte[] file) {
        Optional<PlaceSheet.Refusal> refusal = PlaceSheet.read(file).refusal();
        if (refusal.isPresent()) {
            return new Put.Refused(refusal.get().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        store.removeOlder(now.minus(WAITS));
        UUID id = UUID.randomUUID();
        store.keep(id, file, now);
        return new Put.Down(id);
    }

    @Transactional(readOnly = true)
    public Optional<Look> look(UUID id) {
        return store.find(id)
                .map(it -> it.begun() && it.taken().isEmpty()
                        ? new Look(
                                id, List.of(), List.of(), 0, List.of(), Optional.empty(), Optional.of(progress(id, it)))
                        : look(id, steps(it.content()), it.taken()));
    }

    /** Another node may be at it: then it is not known here how far it has come. */
    private Progress progress(UUID id, PlaceFileStore.Kept file) {
        Progress known = atWork.get(id);
        return known == null
                ? new Progress(0, PlaceSheet.read(file.content()).lines().size())
                : known;
    }

    private List<Step> steps(byte[] content) {
        return new PlacePlan(places.owners(), places.within(EVERYWHERE), counties.all(), counties.municipalities())
                .of(PlaceSheet.read(content).lines());
    }

    private static Look look(UUID id, List<Step> steps, Optional<Taken> taken) {
        return new Look(
                id,
                told(steps, Does.NEW),
                told(steps, Does.CHANGED),
                (int) steps.stream().filter(it -> it.does() == Does.SAME).count(),
                told(steps, Does.MISTAKE),
                taken,
                Optional.empty());
    }

    private static List<Told> told(List<Step> steps, Does does) {
        return steps.stream()
                .filter(it -> it.does() == does)
                .map(it -> new Told(it.line().number(), it.name(), it.says()))
                .toList();
    }

    /** The lines that are wrong, as they stood, each with what is wrong: for mending and taking in. */
    @Transactional(readOnly = true)
    public Optional<Download> mistakes(UUID id, Language language) {
        return store.find(id).map(it -> {
            List<String> header = new ArrayList<>(PlaceSheet.HEADER);
            header.add(texts.text(language, "places.import.mistake"));
            return Csv.file(
                    "steder-rettes.csv",
                    header,
                    steps(it.content()).stream()
                            .filter(step -> step.does() == Does.MISTAKE)
                            .map(step -> row(step, language))
                            .toList());
        });
    }

    private List<String> row(Step step, Language language) {
        List<String> row = new ArrayList<>();
        for (PlaceSheet.Column column : PlaceSheet.Column.values()) {
            row.add(step.line().cell(column));
        }
        row.add(String.join(
                " ", step.says().stream().map(it -> it.in(texts, language)).toList()));
        return row;
    }

    /** Takes in what is right, or has a job do it where that takes long; false where there is no such file. */
    @Transactional
    public boolean takeIn(Visitor.Person by, UUID id) {
        Optional<PlaceFileStore.Kept> kept = store.locked(id);
        if (kept.isEmpty()) {
            return false;
        }
        if (kept.get().taken().isPresent() || kept.get().begun()) {
            return true;
        }
        if (PlaceSheet.read(kept.get().content()).lines().size() > AT_ONCE) {
            store.begin(id, OffsetDateTime.now(clock));
        } else {
            take(id, kept.get());
        }
        audit.write(by.account(), PlaceAction.IMPORTED, id);
        return true;
    }

    /** Takes in the long files that wait, each whole or not at all. */
    public void takeInBegun() {
        for (UUID id : store.begun()) {
            boolean whole = false;
            try {
                transaction.executeWithoutResult(
                        _ -> store.locked(id).filter(it -> it.taken().isEmpty()).ifPresent(it -> take(id, it)));
                whole = true;
            } finally {
                atWork.remove(id);
                if (!whole) {
                    store.giveUp(id);
                }
            }
        }
    }

    private void take(UUID id, PlaceFileStore.Kept kept) {
        int made = 0;
        int changed = 0;
        places.alone();
        List<Step> steps = steps(kept.content());
        for (int at = 0; at < steps.size(); at++) {
            Step step = steps.get(at);
            if (at % 50 == 0) {
                atWork.put(id, new Progress(at, steps.size()));
            }
            if (step.does() == Does.NEW || step.does() == Does.CHANGED) {
                write(id, step);
                made += step.does() == Does.NEW ? 1 : 0;
                changed += step.does() == Does.CHANGED ? 1 : 0;
            }
        }
        store.taken(id, new Taken(made, changed));
        atWork.remove(id);
    }

    private void write(UUID file, Step step) {
        PlacePlan.Owner owner = step.owner();
        if (owner == null) {
            return;
        }
        if (!owner.written) {
            owner.written = true;
            owner.path = done(
                    owner.there == null
                            ? places.make(owner.facts, form(file, "owner", step))
                            : places.change(owner.there.path(), owner.there.revision(), owner.facts));
        }
        PlacePlan.Unit unit = step.unit();
        UnitPath at = owner.path;
        if (unit != null && at != null) {
            if (unit.there() == null) {
                places.makePlanned(at, unit.facts(), form(file, "unit", step));
            } else {
                done(places.change(unit.there().path(), unit.there().revision(), unit.facts()));
            }
        }
    }

    /** Names what a line makes. */
    private static UUID form(UUID file, String what, Step step) {
        return UUID.nameUUIDFromBytes(
                (file + ":" + what + ":" + step.line().number()).getBytes(StandardCharsets.UTF_8));
    }

    /** The plan was made while nobody else changed anything, so what it says can be done. */
    private static UnitPath done(PlaceOutcome outcome) {
        if (outcome instanceof PlaceOutcome.Done(UnitPath at)) {
            return at;
        }
        throw new IllegalStateException(
                "planned, but not done: " + outcome.getClass().getSimpleName());
    }
}
