package no.samtidig.learning.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Lesson;
import no.samtidig.evidence.EvidenceRegister;
import no.samtidig.evidence.Study;
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
    private final Tries tries;
    private final EvidenceRegister evidence;

    ReadingController(
            KnowledgeModules modules,
            Progressing progressing,
            Beginnings beginnings,
            StepPages steps,
            Tries tries,
            EvidenceRegister evidence) {
        this.modules = modules;
        this.progressing = progressing;
        this.beginnings = beginnings;
        this.steps = steps;
        this.tries = tries;
        this.evidence = evidence;
    }

    @Open("the first page")
    @GetMapping("/")
    Page landing(Language language) {
        return new LandingPage(
                modules.all(),
                TastePage.Taste.first(modules.all(), language),
                evidence.study(LandingPage.NEED).flatMap(Study::address));
    }

    /** The choice is sent in the address, by a form that changes nothing: there is nothing to keep. */
    @Open("a step to try before signing in; nothing is kept")
    @GetMapping("/prov")
    Page taste(
            @RequestParam(value = "valg", required = false) @Nullable String choice,
            @RequestParam(value = "svar", required = false) @Nullable String sent,
            Language language) {
        TastePage.Taste from = TastePage.Taste.first(modules.all(), language).orElseThrow(ProblemException::notFound);
        @Nullable
        Integer chosen = IntStream.range(0, from.question().options().size())
                .boxed()
                .filter(it -> String.valueOf(it).equals(choice))
                .findFirst()
                .orElse(null);
        return new TastePage(from, chosen, chosen == null && sent != null);
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
        List<MyPage.Try> chosen = tries.all(learner.account(), List.of(progress)).stream()
                .filter(it -> it.lesson().lesson().slug().equals(lessonSlug))
                .toList();
        return new LessonPage(module, number, lesson, progress.nextAfter(lessonSlug), chosen);
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
