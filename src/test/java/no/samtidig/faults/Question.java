package no.samtidig.faults;

import no.samtidig.App;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Lesson;
import no.samtidig.platform.Language;

/** One question to answer again and again. */
record Question(String action, String version) {
    static Question any() {
        Lesson lesson = App.shared()
                .bean(KnowledgeModules.class)
                .module("grunnmodul")
                .orElseThrow()
                .lessons(Language.NB)
                .getFirst();
        Block block = lesson.steps().stream()
                .flatMap(it -> it.blocks().stream())
                .filter(Block.SingleChoice.class::isInstance)
                .findFirst()
                .orElseThrow();
        return new Question(
                "/moduler/grunnmodul/" + lesson.slug() + "/blokk/" + block.id() + "/svar",
                block.version().value());
    }
}
