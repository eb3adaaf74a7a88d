package no.samtidig.learning;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.samtidig.access.Followed;
import no.samtidig.access.Follows;
import no.samtidig.access.Role;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The exercises a group does together, on the own page of those who lead groups from outside a unit or join in. */
@Component
@Order(4)
class TogetherFollows implements Follows {
    private static final Set<Role> WITH_GROUPS = EnumSet.of(Role.FACILITATOR, Role.LIVED_EXPERIENCE_CONSULTANT);

    private final KnowledgeModules modules;
    private final Texts texts;

    TogetherFollows(KnowledgeModules modules, Texts texts) {
        this.modules = modules;
        this.texts = texts;
    }

    @Override
    public List<Followed> of(Visitor.Person person, Language language) {
        return WITH_GROUPS.contains(person.acting().role())
                ? modules.all().stream()
                        .filter(KnowledgeModule::finished)
                        .map(it -> followed(it, language))
                        .toList()
                : List.of();
    }

    private Followed followed(KnowledgeModule module, Language language) {
        List<Block.TeamExercise> exercises = module.lessons(language).stream()
                .flatMap(it -> it.steps().stream())
                .flatMap(it -> it.blocks().stream())
                .filter(Block.TeamExercise.class::isInstance)
                .map(Block.TeamExercise.class::cast)
                .toList();
        return new Followed(
                texts.text(
                        language, "mine.together", module.title().in(language).value()),
                texts.text(
                        language,
                        "mine.together.text",
                        exercises.size(),
                        exercises.stream().mapToInt(Block.TeamExercise::minutes).sum()),
                "/moduler/" + module.slug());
    }
}
