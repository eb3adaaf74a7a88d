package no.samtidig.administration;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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

/**
 * Owners and units from a file: first what each line would do, then those that are right are taken in, all of them or none. The plan is
 * made anew each time, so a file taken in twice does nothing the second time.
 */
@Service
public class PlaceImport {
    /** Bytes that are read of a file at most. */
    public static final int LARGEST = PlaceSheet.LARGEST;

    /** How long a file waits for somebody to take it in. */
    static final Duration WAITS = Duration.ofDays(1);

    private static final OrganisationScope EVERYWHERE = new OrganisationScope(List.of(UnitPath.COUNTRY));

    private final PlaceFileStore store;
    private final Places places;
    private final Counties counties;
    private final AuditLog audit;
    private final Texts texts;
    private final Clock clock;

    PlaceImport(PlaceFileStore store, Places places, Counties counties, AuditLog audit, Texts texts, Clock clock) {
        this.store = store;
        this.places = places;
        this.counties = counties;
        this.audit = audit;
        this.texts = texts;
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
     */
    public record Look(
            UUID id, List<Told> made, List<Told> changed, int same, List<Told> mistakes, Optional<Taken> taken) {
        public Look {
            made = List.copyOf(made);
            changed = List.copyOf(changed);
            mistakes = List.copyOf(mistakes);
        }
    }

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
        return store.find(id).map(it -> look(id, steps(it.content()), it.taken()));
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
                taken);
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

    /** Takes in what is right; false where there is no such file. */
    @Transactional
    public boolean takeIn(Visitor.Person by, UUID id) {
        Optional<PlaceFileStore.Kept> kept = store.locked(id);
        if (kept.isEmpty()) {
            return false;
        }
        if (kept.get().taken().isPresent()) {
            return true;
        }
        int made = 0;
        int changed = 0;
        places.alone();
        for (Step step : steps(kept.get().content())) {
            if (step.does() == Does.NEW || step.does() == Does.CHANGED) {
                write(id, step);
                made += step.does() == Does.NEW ? 1 : 0;
                changed += step.does() == Does.CHANGED ? 1 : 0;
            }
        }
        store.taken(id, new Taken(made, changed));
        audit.write(by.account(), PlaceAction.IMPORTED, id);
        return true;
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
