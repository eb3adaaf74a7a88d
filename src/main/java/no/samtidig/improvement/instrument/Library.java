package no.samtidig.improvement.instrument;

import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.evidence.EvidenceRegister;

/** Whether what a statement points at exists. */
class Library {
    private final EvidenceRegister evidence;
    private final KnowledgeModules modules;

    Library(EvidenceRegister evidence, KnowledgeModules modules) {
        this.evidence = evidence;
        this.modules = modules;
    }

    boolean claim(String id) {
        return evidence.claim(id).isPresent();
    }

    boolean module(String slug) {
        return modules.module(slug).isPresent();
    }

    boolean lesson(Statement.LessonRef it) {
        return modules.module(it.module()).stream()
                .filter(module -> module.finished())
                .flatMap(module -> module.lessons().stream())
                .anyMatch(lesson -> lesson.slug().equals(it.lesson()));
    }
}
