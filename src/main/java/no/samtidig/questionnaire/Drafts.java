package no.samtidig.questionnaire;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.samtidig.access.AccountId;
import no.samtidig.access.AuditLog;
import no.samtidig.platform.Sentence;
import no.samtidig.platform.yaml.ContentProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questionnaires being written in the browser, by several editors, until they are published or thrown away. */
@Service
public class Drafts {
    /** Names that pages of ours have. */
    static final Set<String> RESERVED = Set.of("ny", "importer", "fhir");

    private final QuestionnaireStore store;
    private final Questionnaires questionnaires;
    private final AuditLog audit;
    private final Clock clock;

    Drafts(QuestionnaireStore store, Questionnaires questionnaires, AuditLog audit, Clock clock) {
        this.store = store;
        this.questionnaires = questionnaires;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a change. */
    public sealed interface Outcome {
        record Kept(int revision) implements Outcome {}

        /** Somebody else changed it after the form was made; nothing was kept. */
        record Overtaken(Draft now) implements Outcome {}

        /** It is more than a questionnaire can hold, or could not be read again; nothing was kept. */
        record Impossible(Sentence why) implements Outcome {}

        /** There is no such draft, any more. */
        record Gone() implements Outcome {}
    }

    /** What became of publishing. */
    public sealed interface Publishing {
        record Published(Edition edition) implements Publishing {}

        /** Something in the check list stops it. */
        record Stopped(List<Finding> findings) implements Publishing {
            public Stopped {
                findings = List.copyOf(findings);
            }
        }

        record Overtaken(Draft now) implements Publishing {}

        record Gone() implements Publishing {}
    }

    /** The last changed first. */
    public List<Draft> all() {
        return store.drafts();
    }

    public Optional<Draft> find(String slug) {
        return store.draft(slug);
    }

    /** Whether a new questionnaire cannot have this name. */
    public boolean taken(String slug) {
        return RESERVED.contains(slug)
                || questionnaires.edition(slug).isPresent()
                || store.draft(slug).isPresent();
    }

    /** Starts a new one; false where the name is taken. */
    @Transactional
    public boolean begin(Questionnaire questionnaire, AccountId by) {
        return !taken(questionnaire.slug()) && add(questionnaire, by);
    }

    /** Starts a new edition of one published in the browser, or goes on with the draft there is; false for any other. */
    @Transactional
    public boolean goOn(String slug, AccountId by) {
        if (store.draft(slug).isPresent()) {
            return true;
        }
        Optional<Edition> newest = questionnaires.edition(slug).filter(it -> !it.content());
        newest.ifPresent(it -> add(it.questionnaire(), by));
        return newest.isPresent();
    }

    private boolean add(Questionnaire questionnaire, AccountId by) {
        return store.add(questionnaire.slug(), body(questionnaire), by.value(), OffsetDateTime.now(clock));
    }

    /** What is kept can always be read again: a rule about an answer that is gone must not lock everybody out. */
    private static String body(Questionnaire questionnaire) {
        String body = QuestionnaireText.write(questionnaire);
        QuestionnaireText.read(questionnaire.slug(), Path.of(questionnaire.slug()), body);
        return body;
    }

    /**
     * Keeps the draft as it is given.
     *
     * @param revision what the change was made from
     */
    @Transactional
    public Outcome keep(Questionnaire questionnaire, int revision, AccountId by) {
        String slug = questionnaire.slug();
        Optional<Draft> now = store.locked(slug);
        if (now.isEmpty()) {
            return new Outcome.Gone();
        }
        if (now.get().questionnaire().equals(questionnaire)) {
            return new Outcome.Kept(now.get().revision());
        }
        if (now.get().revision() != revision) {
            return new Outcome.Overtaken(now.get());
        }
        String body;
        try {
            body = body(questionnaire);
        } catch (ContentProblem problem) {
            return new Outcome.Impossible(problem.told());
        }
        store.change(slug, body, by.value(), OffsetDateTime.now(clock));
        return new Outcome.Kept(revision + 1);
    }

    /** Takes the last change back. */
    @Transactional
    public Outcome undo(String slug, int revision, AccountId by) {
        Optional<Draft> now = store.locked(slug);
        if (now.isEmpty()) {
            return new Outcome.Gone();
        }
        if (now.get().revision() != revision || !now.get().undoable()) {
            return new Outcome.Overtaken(now.get());
        }
        store.undo(slug, by.value(), OffsetDateTime.now(clock));
        return new Outcome.Kept(revision + 1);
    }

    /** Throws the draft away; what was published stays. */
    @Transactional
    public boolean throwAway(String slug, AccountId by) {
        boolean removed = store.remove(slug);
        if (removed) {
            audit.write(by, QuestionnaireAction.THREW_AWAY, slug);
        }
        return removed;
    }

    /** Makes the draft the newest edition, unless something stops it. */
    @Transactional
    public Publishing publish(String slug, int revision, AccountId by) {
        Optional<Draft> draft = store.locked(slug);
        if (draft.isEmpty()) {
            return new Publishing.Gone();
        }
        if (draft.get().revision() != revision) {
            return new Publishing.Overtaken(draft.get());
        }
        Questionnaire questionnaire = draft.get().questionnaire();
        List<Finding> findings = QuestionnaireCheck.of(questionnaire);
        if (findings.stream().anyMatch(Finding::stops)) {
            return new Publishing.Stopped(findings);
        }
        store.publish(
                slug,
                QuestionnaireText.version(questionnaire),
                QuestionnaireText.write(questionnaire),
                by.value(),
                OffsetDateTime.now(clock));
        store.remove(slug);
        audit.write(by, QuestionnaireAction.PUBLISHED, slug);
        return new Publishing.Published(store.newest(slug).orElseThrow());
    }
}
