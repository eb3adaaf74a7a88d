package no.samtidig.learning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samtidig.access.AccountId;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Lesson;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import no.samtidig.platform.mail.Letter;
import no.samtidig.platform.mail.Outbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Going through lessons, and how far one has come. */
@Service
public class Progressing {
    private final ProgressStore store;
    private final KnowledgeModules modules;
    private final ApplicationEventPublisher events;
    private final Outbox outbox;
    private final Texts texts;
    private final Clock clock;

    Progressing(
            ProgressStore store,
            KnowledgeModules modules,
            ApplicationEventPublisher events,
            Outbox outbox,
            Texts texts,
            Clock clock) {
        this.store = store;
        this.modules = modules;
        this.events = events;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
    }

    /** The learner's progress in a module, its lessons in the wanted language or the nearest. */
    @Transactional(readOnly = true)
    public ModuleProgress in(KnowledgeModule module, AccountId learner, Language language) {
        Map<String, Set<String>> done = store.done(learner, module.slug());
        Set<String> completed = store.completedLessons(learner, module.slug());
        return new ModuleProgress(
                module,
                module.lessons(language).stream()
                        .map(it -> new LessonProgress(
                                it, done.getOrDefault(it.slug(), Set.of()), completed.contains(it.slug())))
                        .toList());
    }

    /**
     * The learner has gone through a step. Sending it again changes nothing.
     *
     * @return progress in the lesson afterwards
     */
    @Transactional
    public LessonProgress finish(
            Visitor.Person learner, KnowledgeModule module, Lesson lesson, Lesson.Step step, Language language) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        store.enrol(learner.account(), module.slug(), now);
        store.lock(learner.account(), module.slug());
        step.parts().forEach(it -> store.done(learner.account(), module.slug(), lesson.slug(), it, now));
        LessonProgress progress = lessonIn(in(module, learner.account(), language), lesson);
        if (progress.everyStepDone() && store.complete(learner.account(), module.slug(), lesson, now)) {
            events.publishEvent(new LessonCompleted(learner.account(), module.slug(), lesson.slug()));
            if (in(module, learner.account(), language).completed()) {
                tellOfCompletion(learner, module, language);
            }
        }
        return lessonIn(in(module, learner.account(), language), lesson);
    }

    private static LessonProgress lessonIn(ModuleProgress progress, Lesson lesson) {
        return progress.lessons().stream()
                .filter(it -> it.lesson().slug().equals(lesson.slug()))
                .findFirst()
                .orElseThrow();
    }

    private void tellOfCompletion(Visitor.Person learner, KnowledgeModule module, Language language) {
        String title = module.title().in(language).value();
        outbox.put(
                "module-completed:" + learner.account().value() + ":" + module.slug(),
                learner.email(),
                Letter.of(texts, language, "mail.module-completed", learner.name(), title));
    }

    /** The day the learner completed the last lesson of the module; empty where a lesson is left, or where there is nothing to learn yet. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> completedOn(KnowledgeModule module, AccountId learner) {
        if (!module.finished() || !in(module, learner, Language.NB).completed()) {
            return Optional.empty();
        }
        return store.lastDone(learner, module.slug())
                .map(it -> it.atZoneSameInstant(clock.getZone()).toLocalDate());
    }

    /** Every finished module with the learner's progress. */
    @Transactional(readOnly = true)
    public List<ModuleProgress> all(AccountId learner, Language language) {
        return modules.all().stream()
                .filter(KnowledgeModule::finished)
                .map(it -> in(it, learner, language))
                .toList();
    }
}
