package no.samtidig.learning.web;

import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Lesson;
import no.samtidig.learning.Beginning;
import no.samtidig.learning.Beginnings;
import no.samtidig.learning.LessonProgress;
import no.samtidig.learning.ModuleProgress;
import no.samtidig.learning.Progressing;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.web.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Modules, lessons and steps: reading, and going on. */
@Controller
class ReadingController {
    private final KnowledgeModules modules;
    private final Progressing progressing;
    private final Beginnings beginnings;
    private final StepPages steps;

    ReadingController(KnowledgeModules modules, Progressing progressing, Beginnings beginnings, StepPages steps) {
        this.modules = modules;
        this.progressing = progressing;
        this.beginnings = beginnings;
        this.steps = steps;
    }

    @Open("the first page")
    @GetMapping("/")
    Page landing() {
        return new LandingPage(modules.all());
    }

    @Open("tells what exists; shows progress only to the one signed in")
    @GetMapping("/moduler")
    Page modules(Visitor visitor, Language language) {
        return new ModulesPage(modules.all().stream()
                .map(it -> progress(it, visitor, language))
                .toList());
    }

    @Open("tells what a module holds; shows progress only to the one signed in")
    @GetMapping("/moduler/{module}")
    Page module(@PathVariable("module") String slug, Visitor visitor, Language language) {
        Visitor.Person reader = visitor.person();
        return new ModulePage(
                progress(module(slug), visitor, language),
                reader == null
                        ? Optional.empty()
                        : beginnings.of(reader.account()).flatMap(Beginning::profession));
    }

    @GetMapping("/moduler/{module}/{lesson}")
    Page lesson(
            @PathVariable("module") String moduleSlug,
            @PathVariable("lesson") String lessonSlug,
            Visitor visitor,
            Language language) {
        Visitor.Person learner = visitor.require(Permission.LEARN);
        KnowledgeModule module = module(moduleSlug);
        ModuleProgress progress = progressing.in(module, learner.account(), language);
        LessonProgress lesson = progress.lessons().stream()
                .filter(it -> it.lesson().slug().equals(lessonSlug))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
        int number = progress.lessons().indexOf(lesson) + 1;
        return new LessonPage(module, number, lesson, progress.nextAfter(lessonSlug));
    }

    @GetMapping("/moduler/{module}/{lesson}/utskrift")
    Page print(
            @PathVariable("module") String moduleSlug,
            @PathVariable("lesson") String lessonSlug,
            Visitor visitor,
            Language language) {
        visitor.require(Permission.LEARN);
        KnowledgeModule module = module(moduleSlug);
        Lesson lesson = module.lesson(lessonSlug, language).orElseThrow(ProblemException::notFound);
        return new PrintPage(module, lesson, steps.onPaper(module, lesson));
    }

    @GetMapping("/moduler/{module}/{lesson}/{step}")
    Reply step(
            @PathVariable("module") String module,
            @PathVariable("lesson") String lesson,
            @PathVariable("step") String step,
            @RequestParam(value = "igjen", required = false) @Nullable String again,
            @RequestParam(value = "rekke", required = false) @Nullable String order,
            @RequestHeader(value = "Samtidig-Copy", required = false) @Nullable String copy,
            Visitor visitor,
            Language language) {
        Visitor.Person learner = visitor.require(Permission.LEARN);
        String now = module(module).nowIn(lesson, step);
        if (!now.equals(lesson)) {
            return new SeeOther("/moduler/" + module + "/" + now + "/" + step);
        }
        StepPage page = steps.step(
                module, lesson, step, learner, language, again == null ? "" : again, Choices.underWay(order));
        return copy == null ? page : page.asCopy();
    }

    @PostMapping("/moduler/{module}/{lesson}/{step}/ferdig")
    Reply finish(
            @PathVariable("module") String moduleSlug,
            @PathVariable("lesson") String lessonSlug,
            @PathVariable("step") String stepId,
            Visitor visitor,
            Language language) {
        Visitor.Person learner = visitor.require(Permission.LEARN);
        KnowledgeModule module = module(moduleSlug);
        Lesson lesson = module.lesson(lessonSlug, language).orElseThrow(ProblemException::notFound);
        Lesson.Step step = lesson.step(stepId).orElseThrow(ProblemException::notFound);
        progressing.finish(learner, module, lesson, step, language);
        String path = "/moduler/" + module.slug() + "/" + lesson.slug();
        return new SeeOther(lesson.after(step).map(it -> path + "/" + it.id()).orElse(path));
    }

    private ModuleProgress progress(KnowledgeModule module, Visitor visitor, Language language) {
        Visitor.Person reader = visitor.person();
        return reader == null
                ? new ModuleProgress(
                        module,
                        module.lessons(language).stream()
                                .map(LessonProgress::none)
                                .toList())
                : progressing.in(module, reader.account(), language);
    }

    private KnowledgeModule module(String slug) {
        return modules.module(slug).orElseThrow(ProblemException::notFound);
    }
}
