package no.samtidig.improvement.pipeline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.access.AuditLog;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.pipeline.ContactPlan.Does;
import no.samtidig.improvement.pipeline.ContactPlan.Step;
import no.samtidig.platform.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of contacts: first what each line would do, then those that are right are taken in and the others stay to be mended. The plan is
 * made anew each time, so a list taken in twice does nothing the second time.
 */
@Service
public class ContactLists {
    /** Bytes that are read of a file at most. */
    public static final int LARGEST = ContactSheet.LARGEST;

    private final CandidateStore store;
    private final CardStore cards;
    private final Journeys journeys;
    private final AuditLog audit;
    private final Clock clock;

    ContactLists(CandidateStore store, CardStore cards, Journeys journeys, AuditLog audit, Clock clock) {
        this.store = store;
        this.cards = cards;
        this.journeys = journeys;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A line for the reader.
     *
     * @param number as the spreadsheet counts
     * @param about unit and contact as they were understood, or the line as it stood
     * @param says what is wrong
     */
    public record Told(int number, String about, List<Sentence> says) {
        public Told {
            says = List.copyOf(says);
        }
    }

    /**
     * What a list would do, or has done.
     *
     * @param columns what was understood as what, as codes
     * @param unknown names of columns that were passed over
     * @param begins lines that put a unit into the pipeline
     * @param adds lines that add a contact to a unit that is there
     * @param nothing lines that change nothing
     * @param mistakes lines that are wrong
     * @param mend the wrong lines as they stood, below the header: for mending
     * @param taken what it did; empty before it was taken in
     */
    public record Look(
            UUID id,
            List<String> columns,
            List<String> unknown,
            List<Told> begins,
            List<Told> adds,
            List<Told> nothing,
            List<Told> mistakes,
            String mend,
            Optional<Taken> taken) {
        public Look {
            columns = List.copyOf(columns);
            unknown = List.copyOf(unknown);
            begins = List.copyOf(begins);
            adds = List.copyOf(adds);
            nothing = List.copyOf(nothing);
            mistakes = List.copyOf(mistakes);
        }
    }

    /** How many journeys began, and how many contacts were added to units that were there. */
    public record Taken(List<Adding.Begun> begun, int contacts) {
        public Taken {
            begun = List.copyOf(begun);
        }
    }

    /** A list that was put down to look at, or why it cannot be read. */
    public sealed interface Put {
        record Down(UUID id) implements Put {}

        /**
         * Why it cannot be read.
         *
         * @param why code of the text that says so
         */
        record Refused(String why) implements Put {}
    }

    @Transactional
    public Put put(Visitor.Person person, byte[] file) {
        if (file.length > LARGEST) {
            return new Put.Refused(ContactSheet.Refusal.TOO_LARGE.code());
        }
        return ContactSheet.text(file)
                .map(it -> put(person, it))
                .orElseGet(() -> new Put.Refused(ContactSheet.Refusal.NOT_TEXT.code()));
    }

    @Transactional
    public Put put(Visitor.Person person, String text) {
        Optional<ContactSheet.Refusal> refusal = text.indexOf('\0') >= 0
                ? Optional.of(ContactSheet.Refusal.NOT_TEXT)
                : ContactSheet.read(text).refusal();
        if (refusal.isPresent()) {
            return new Put.Refused(refusal.get().code());
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        store.removeOlder(now.minus(Adding.KEPT));
        UUID id = UUID.randomUUID();
        store.put(id, person.account(), text, now);
        return new Put.Down(id);
    }

    /** What the person's list comes to now; empty where it is gone, or somebody else's. */
    @Transactional(readOnly = true)
    public Optional<Look> look(Visitor.Person person, UUID id) {
        return store.find(id, person.account()).map(it -> look(person, id, it));
    }

    private Look look(Visitor.Person person, UUID id, CandidateStore.Batch batch) {
        ContactSheet.Read read = ContactSheet.read(batch.content());
        List<Step> steps = steps(person, read);
        List<String> columns =
                read.columns().stream().map(ContactSheet.Column::code).toList();
        if (batch.taken()) {
            Taken taken = new Taken(
                    store.named(batch.begun()).stream()
                            .map(it -> new Adding.Begun(it.journey(), it.unit()))
                            .toList(),
                    batch.contacts());
            return new Look(
                    id,
                    columns,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    left(steps),
                    batch.content(),
                    Optional.of(taken));
        }
        return new Look(
                id,
                columns,
                read.unknown(),
                told(steps, Does.BEGINS),
                told(steps, Does.ADDS_CONTACT),
                told(steps, Does.NOTHING),
                told(steps, Does.MISTAKE),
                mend(read, steps),
                Optional.empty());
    }

    /** The lines that were not taken in, also those nothing would be wrong with by now. */
    private static List<Told> left(List<Step> steps) {
        return steps.stream()
                .map(it -> new Told(
                        it.line().number(),
                        raw(it),
                        it.says().isEmpty() ? List.of(Sentence.of("pipeline-list.wrong.left")) : it.says()))
                .toList();
    }

    private static String raw(Step it) {
        return it.line().raw().replace('\t', ' ').strip();
    }

    private List<Step> steps(Visitor.Person person, ContactSheet.Read read) {
        return read.lines().isEmpty()
                ? List.of()
                : new ContactPlan(store.known(person.acting().scope(), LocalDate.now(clock))).of(read.lines());
    }

    private static List<Told> told(List<Step> steps, Does does) {
        return steps.stream()
                .filter(it -> it.does() == does)
                .map(it -> new Told(it.line().number(), about(it), it.says()))
                .toList();
    }

    private static String about(Step it) {
        CandidateStore.Known unit = it.unit();
        if (it.does() == Does.MISTAKE || unit == null) {
            return raw(it);
        }
        OutsideContact contact = it.contact();
        return java.util.stream.Stream.of(
                        unit.name() + ", " + unit.owner(), contact.name(), contact.address(), contact.phone())
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String mend(ContactSheet.Read read, List<Step> steps) {
        List<String> lines = new ArrayList<>();
        if (!read.header().isEmpty()) {
            lines.add(read.header());
        }
        steps.stream()
                .filter(it -> it.does() == Does.MISTAKE)
                .forEach(it -> lines.add(it.line().raw()));
        return String.join("\n", lines);
    }

    /** Takes in what is right; what is wrong stays. False where there is no such list of the person's. */
    @Transactional
    public boolean takeIn(Visitor.Person person, UUID id) {
        Optional<CandidateStore.Batch> batch = store.locked(id, person.account());
        if (batch.isEmpty()) {
            return false;
        }
        if (batch.get().taken()) {
            return true;
        }
        ContactSheet.Read read = ContactSheet.read(batch.get().content());
        List<Step> steps = steps(person, read);
        List<JourneyId> begun = new ArrayList<>();
        int contacts = 0;
        for (Step it : steps) {
            switch (it.does()) {
                case BEGINS -> {
                    CandidateStore.Known unit = Objects.requireNonNull(it.unit());
                    Optional<JourneyId> journey = journeys.begin(
                            unit.path(), person.account(), unit.journey().orElse(null));
                    journey.ifPresent(one -> {
                        begun.add(one);
                        cards.contact(one, it.contact());
                    });
                }
                case ADDS_CONTACT -> {
                    cards.contact(Objects.requireNonNull(it.unit()).journey().orElseThrow(), it.contact());
                    contacts++;
                }
                case NOTHING, MISTAKE -> {
                    // stays as it is
                }
            }
        }
        boolean wrong = steps.stream().anyMatch(it -> it.does() == Does.MISTAKE);
        store.taken(id, wrong ? mend(read, steps) : "", begun, List.of(), contacts);
        audit.write(
                person.account(),
                PipelineAction.TOOK_IN_CONTACTS,
                id.toString(),
                person.acting().at(),
                List.of());
        return true;
    }
}
