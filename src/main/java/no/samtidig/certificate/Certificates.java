package no.samtidig.certificate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.AuditLog;
import no.samtidig.access.PersonalData;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.learning.Progressing;
import no.samtidig.platform.Language;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The holder's certificates: taken out, renewed, replaced, taken back. */
@Service
public class Certificates implements PersonalData {
    /** How long a certificate is valid: a judgement of ours, so that knowledge in a field that moves is looked at again. */
    public static final Period VALIDITY = Period.ofYears(3);

    private static final int SALT_BYTES = 16;

    private final CertificateStore store;
    private final KnowledgeModules modules;
    private final Progressing progressing;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Certificates(
            CertificateStore store, KnowledgeModules modules, Progressing progressing, AuditLog audit, Clock clock) {
        this.store = store;
        this.modules = modules;
        this.progressing = progressing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A certificate that can be taken out now.
     *
     * @param module what for
     * @param reason why now
     */
    public record Offer(KnowledgeModule module, Reason reason) {}

    /** Why a certificate can be taken out. */
    public enum Reason implements Coded {
        /** The module is completed, and there is none in force. */
        COMPLETED,
        /** Something was added to the module or taken away, and the learner has gone through what is new. */
        CHANGED,
        /** It is three years since: on the learner's word that the module was gone through again. */
        AGED;

        /** Whether the learner must say that the module was gone through again. */
        public boolean needsWord() {
            return this == AGED;
        }
    }

    /** How taking one out ended. */
    public sealed interface Outcome {
        /** There is one in force; made now, or before by the same form. */
        record Issued(CertificateCode code) implements Outcome {}

        /** The module is not completed. */
        record NotCompleted() implements Outcome {}

        /** The learner has not said that the module was gone through again. */
        record WordNeeded() implements Outcome {}
    }

    /** All of them, the newest first. */
    @Transactional(readOnly = true)
    public List<Certificate> of(Visitor.Person holder) {
        return store.of(holder.account());
    }

    /** The holder's own with this code. */
    @Transactional(readOnly = true)
    public Optional<Certificate> of(Visitor.Person holder, CertificateCode code) {
        return store.of(holder.account(), code);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What can be taken out now, in the order of the modules. */
    @Transactional(readOnly = true)
    public List<Offer> offers(Visitor.Person learner) {
        List<Certificate> own = of(learner);
        return modules.all().stream()
                .flatMap(module -> reason(learner.account(), module, inForce(own, module)).stream()
                        .map(reason -> new Offer(module, reason)))
                .toList();
    }

    private static @Nullable Certificate inForce(List<Certificate> own, KnowledgeModule module) {
        return own.stream()
                .filter(it -> it.inForce() && it.achievement().module().equals(module.slug()))
                .findFirst()
                .orElse(null);
    }

    private Optional<Reason> reason(AccountId learner, KnowledgeModule module, @Nullable Certificate current) {
        Optional<LocalDate> completed = progressing.completedOn(module, learner);
        if (completed.isEmpty()) {
            return Optional.empty();
        }
        LocalDate expires = current == null ? completed.get().plus(VALIDITY) : current.expires();
        if (today().isAfter(expires)) {
            return Optional.of(Reason.AGED);
        }
        if (current == null) {
            return Optional.of(Reason.COMPLETED);
        }
        boolean changed = !current.achievement().outline().equals(module.outline())
                && progressing.in(module, learner, Language.NB).newSteps() == 0;
        return changed ? Optional.of(Reason.CHANGED) : Optional.empty();
    }

    /**
     * Takes out a certificate for a module, the first or a renewed one. Sent again, it leads to the same.
     *
     * @param word whether the learner says that the module was gone through again
     */
    @Transactional
    public Outcome issue(Visitor.Person learner, KnowledgeModule module, boolean word) {
        store.lock(learner.account());
        Certificate current = inForce(of(learner), module);
        Optional<Reason> reason = reason(learner.account(), module, current);
        if (reason.isEmpty()) {
            return current == null ? new Outcome.NotCompleted() : new Outcome.Issued(current.code());
        }
        if (reason.get().needsWord() && !word) {
            return new Outcome.WordNeeded();
        }
        LocalDate achieved =
                switch (reason.get()) {
                    case COMPLETED ->
                        progressing.completedOn(module, learner.account()).orElseThrow();
                    case CHANGED, AGED -> today();
                };
        Achievement achievement = Achievement.of(module);
        store.keep(achievement);
        Certificate made = make(learner, achievement, achieved, reason.get().needsWord(), current);
        if (current != null) {
            store.end(current.id(), Certificate.Ending.RENEWED, made.issued());
            audit.write(learner.account(), CertificateAction.RENEWED, current.id());
        }
        add(learner, made, current);
        return new Outcome.Issued(made.code());
    }

    private Certificate make(
            Visitor.Person holder,
            Achievement achievement,
            LocalDate achieved,
            boolean declared,
            @Nullable Certificate before) {
        return new Certificate(
                UUID.randomUUID(),
                CertificateCode.random(random),
                achievement,
                holder.name(),
                holder.acting().place(),
                achieved,
                declared,
                OffsetDateTime.now(clock),
                achieved.plus(VALIDITY),
                Optional.empty(),
                before == null ? new Certificate.Choice(true, false, false, false) : before.choice(),
                null);
    }

    private void add(Visitor.Person holder, Certificate made, @Nullable Certificate before) {
        store.add(
                holder.account(),
                made,
                before == null ? null : before.id(),
                made.choice().email() ? salt() : null);
        audit.write(holder.account(), CertificateAction.ISSUED, made.id());
    }

    /** What the public page shows from now on. */
    @Transactional
    public void choose(Visitor.Person holder, Certificate certificate, Certificate.Choice choice) {
        String salt = choice.email() ? store.salt(certificate.id()).orElseGet(this::salt) : null;
        store.choose(certificate.id(), choice, salt);
        audit.write(holder.account(), CertificateAction.CHOSE_WHAT_IS_SHOWN, certificate.id());
    }

    /**
     * A new one for the same achievement, with the name the holder has now and a new code; the old one is no longer valid. Sent again,
     * it leads to the same.
     *
     * @return the one in force; empty where this one ended in another way
     */
    @Transactional
    public Optional<CertificateCode> replace(Visitor.Person holder, Certificate certificate) {
        store.lock(holder.account());
        if (!store.end(certificate.id(), Certificate.Ending.REPLACED, OffsetDateTime.now(clock))) {
            return store.after(certificate.id());
        }
        audit.write(holder.account(), CertificateAction.REPLACED, certificate.id());
        Certificate made =
                make(holder, certificate.achievement(), certificate.achieved(), certificate.declared(), certificate);
        add(holder, made, certificate);
        return Optional.of(made.code());
    }

    /** The holder takes it back, for good. */
    @Transactional
    public void withdraw(Visitor.Person holder, Certificate certificate) {
        if (store.end(certificate.id(), Certificate.Ending.WITHDRAWN, OffsetDateTime.now(clock))) {
            audit.write(holder.account(), CertificateAction.WITHDREW, certificate.id());
        }
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    /** The salt of the mail address's digest, where the holder chose to have one. */
    Optional<String> salt(Certificate certificate) {
        return store.salt(certificate.id());
    }

    @Override
    public Map<String, List<Map<String, Object>>> kept(AccountId holder) {
        return Map.of("certificate", store.of(holder).stream().map(this::row).toList());
    }

    private Map<String, Object> row(Certificate it) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", it.code().shown());
        row.put("module", it.achievement().module());
        row.put("version", it.achievement().version().value());
        row.put("title", it.achievement().title().texts());
        row.put("name", it.name());
        row.put("place", it.place());
        row.put("minutes", it.achievement().minutes());
        row.put("achieved", it.achieved());
        row.put("declared", it.declared());
        row.put("issued", it.issued());
        row.put("expires", it.expires());
        row.put("state", it.state(today()).code());
        row.put(
                "ended",
                Objects.requireNonNullElse(it.end() == null ? null : it.end().on(), ""));
        row.put("public_page_shows", it.choice());
        return row;
    }

    /** Takes away whose they were and what they were for. The codes stay, so that a copy on paper is told to be withdrawn and not false. */
    @Override
    public void erase(AccountId holder) {
        List<UUID> ids = store.of(holder).stream().map(Certificate::id).toList();
        store.delete(holder, OffsetDateTime.now(clock));
        ids.forEach(it -> audit.write(holder, CertificateAction.DELETED, it));
    }
}
