package no.samtidig.development.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Lesson;
import no.samtidig.development.OnlyInDevelopment;
import no.samtidig.learning.Answer;
import no.samtidig.learning.LessonProgress;
import no.samtidig.learning.web.StepPage;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.mail.Outbox;
import no.samtidig.platform.web.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The component gallery and the mailbox. */
@Controller
@OnlyInDevelopment
class DevelopmentController {
    private final KnowledgeModules modules;
    private final Outbox outbox;
    private final PublicAddress address;

    DevelopmentController(KnowledgeModules modules, Outbox outbox, PublicAddress address) {
        this.modules = modules;
        this.outbox = outbox;
        this.address = address;
    }

    @Open("development only")
    @GetMapping("/dev/post")
    Page mailbox() {
        return new MailboxPage(outbox.newest(100), address.of(""));
    }

    @Open("development only")
    @GetMapping("/dev/komponenter")
    Page gallery(Language language) {
        KnowledgeModule module = modules.all().getFirst();
        Map<Class<?>, Block> firstOfKind = new LinkedHashMap<>();
        module.lessons(language).stream()
                .flatMap(it -> it.steps().stream())
                .flatMap(it -> it.blocks().stream())
                .forEach(it -> firstOfKind.putIfAbsent(it.getClass(), it));
        List<GalleryPage.Example> examples = new ArrayList<>();
        firstOfKind.forEach((kind, block) ->
                examples.add(example(module, language, kind.getSimpleName(), block, StepPage.Work.NONE)));
        module.lessons(language).stream()
                .flatMap(it -> it.steps().stream())
                .flatMap(it -> it.blocks().stream())
                .filter(it -> !it.equals(firstOfKind.get(it.getClass())))
                .forEach(it -> answered(it).ifPresent(work -> {
                    String name = it.getClass().getSimpleName() + "-answered";
                    if (examples.stream().noneMatch(example -> example.name().equals(name))) {
                        examples.add(example(module, language, name, it, work));
                    }
                }));
        return new GalleryPage(examples);
    }

    /** A wrong answer to a question, so that the gallery shows what follows. */
    private static Optional<StepPage.Work> answered(Block block) {
        List<Integer> choice = List.of();
        if (block instanceof Block.SingleChoice single) {
            choice = List.of(single.options().getFirst().correct() ? 1 : 0);
        } else if (block instanceof Block.MultipleChoice) {
            choice = List.of(0);
        }
        return choice.isEmpty()
                ? Optional.empty()
                : Optional.of(new StepPage.Work(
                        Map.of(block.id(), new Answer(block.version(), choice, Optional.of(false))),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        "",
                        Map.of(),
                        0));
    }

    private static GalleryPage.Example example(
            KnowledgeModule module, Language language, String name, Block block, StepPage.Work work) {
        Lesson lesson = module.lessons(language).getFirst();
        Lesson.Step step = new Lesson.Step("eksempel", name, 1, 0, List.of(block));
        return new GalleryPage.Example(
                name, new StepPage(module, LessonProgress.none(lesson), step, work, null, Set.of(), false));
    }
}
