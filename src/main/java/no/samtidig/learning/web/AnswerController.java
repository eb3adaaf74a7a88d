package no.samtidig.learning.web;

import java.util.List;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.BlockRef;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.catalogue.Lesson;
import no.samtidig.learning.Answering;
import no.samtidig.learning.Attempt;
import no.samtidig.learning.Reflecting;
import no.samtidig.learning.TeamExercises;
import no.samtidig.learning.Trying;
import no.samtidig.learning.Wording;
import no.samtidig.platform.Language;
import no.samtidig.platform.Problem;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything a learner sends from inside a step: answers, notes, tasks, exercises. */
@Controller
class AnswerController {
    private final KnowledgeModules modules;
    private final StepPages steps;
    private final Answering answering;
    private final Reflecting reflecting;
    private final Trying trying;
    private final TeamExercises exercises;

    AnswerController(
            KnowledgeModules modules,
            StepPages steps,
            Answering answering,
            Reflecting reflecting,
            Trying trying,
            TeamExercises exercises) {
        this.modules = modules;
        this.steps = steps;
        this.answering = answering;
        this.reflecting = reflecting;
        this.trying = trying;
        this.exercises = exercises;
    }

    /** A block that something was sent to. */
    record Target(KnowledgeModule module, Lesson lesson, Lesson.Step step, Block block) {
        BlockRef where() {
            return new BlockRef(module.slug(), lesson.slug(), block.id());
        }

        SeeOther back() {
            return new SeeOther(path() + "#" + block.id());
        }

        String path() {
            return "/moduler/" + module.slug() + "/" + lesson.slug() + "/" + step.id();
        }
    }

    /** What the address names; whether one may send anything to it, each handler asks. */
    @ModelAttribute
    Target target(
            @PathVariable("module") String moduleSlug,
            @PathVariable("lesson") String lessonSlug,
            @PathVariable("block") String blockId,
            Language language) {
        KnowledgeModule module = modules.module(moduleSlug).orElseThrow(ProblemException::notFound);
        Lesson lesson =
                module.lesson(module.nowIn(lessonSlug, blockId), language).orElseThrow(ProblemException::notFound);
        Lesson.Placed placed = lesson.block(blockId).orElseThrow(ProblemException::notFound);
        return new Target(module, lesson, placed.step(), placed.block());
    }

    @PostMapping("/moduler/{module}/{lesson}/blokk/{block}/svar")
    Reply answer(
            @ModelAttribute(binding = false) Target target,
            @RequestParam("nokkel") UUID key,
            @RequestParam("versjon") String version,
            @RequestParam(value = "valg", defaultValue = "") List<String> choices,
            @RequestParam(value = "vist", defaultValue = "") String shown,
            @RequestParam(value = "flytt", required = false) @Nullable String move,
            Visitor visitor,
            Language language) {
        Visitor.Person learner = visitor.require(Permission.LEARN);
        List<Integer> choice = Choices.parse(choices);
        if (move != null && target.block() instanceof Block.Ordering ordering) {
            return moved(target, ordering, choice, move);
        }
        return switch (answering.answer(
                learner.account(), target.where(), target.block(), key, version, choice, Choices.parse(shown))) {
            case Answering.Outcome.Accepted _ -> target.back();
            case Answering.Outcome.Incomplete _ ->
                trouble(target, learner, language, StepPage.Trouble.Kind.INCOMPLETE, "", choice);
            case Answering.Outcome.Changed _ ->
                trouble(target, learner, language, StepPage.Trouble.Kind.CHANGED, "", List.of());
            case Answering.Outcome.Impossible _ -> throw new ProblemException(Problem.NOT_UNDERSTOOD);
        };
    }

    /** Moves one item of an ordering up or down; {@code 2:opp}. */
    private static Reply moved(Target target, Block.Ordering ordering, List<Integer> order, String move) {
        List<Integer> next = Choices.moved(order, ordering.items().size(), move);
        return new SeeOther(
                target.path() + "?rekke=" + ordering.id() + ":" + StepPage.joined(next) + "#" + ordering.id());
    }

    @PostMapping("/moduler/{module}/{lesson}/blokk/{block}/notat")
    Reply note(
            @ModelAttribute(binding = false) Target target,
            @RequestParam(value = "revisjon", defaultValue = "0") int builtOn,
            @RequestParam("tekst") String text,
            @RequestParam(value = "skriver", defaultValue = "") String by,
            @RequestParam(value = "etter", defaultValue = "") List<String> after,
            @RequestParam(value = "sendt", defaultValue = "") String sentBefore,
            Visitor visitor,
            Language language) {
        Visitor.Person learner = visitor.require(Permission.LEARN);
        if (!(target.block() instanceof Block.Reflection reflection)) {
            throw ProblemException.notFound();
        }
        Wording wording = new Wording(
                text,
                builtOn,
                by.isEmpty() ? null : mark(by),
                after.stream().map(AnswerController::mark).toList(),
                sentBefore);
        return switch (reflecting.save(learner.account(), target.where(), reflection, wording)) {
            case Reflecting.Outcome.Saved _ -> target.back();
            case Reflecting.Outcome.TooLong _ ->
                trouble(target, learner, language, StepPage.Trouble.Kind.TOO_LONG, text, List.of());
            case Reflecting.Outcome.Elsewhere(var there) ->
                steps.withTrouble(
                        target.module(),
                        target.lesson(),
                        target.step(),
                        learner,
                        language,
                        new StepPage.Trouble(
                                target.block().id(), StepPage.Trouble.Kind.ELSEWHERE, text, List.of(), there));
        };
    }

    private static Wording.Mark mark(String written) {
        return Wording.Mark.of(written).orElseThrow(() -> new ProblemException(Problem.NOT_UNDERSTOOD));
    }

    @PostMapping("/moduler/{module}/{lesson}/blokk/{block}/prov")
    Reply take(
            @ModelAttribute(binding = false) Target target,
            @RequestParam(value = "fra", defaultValue = "") String from,
            Visitor visitor,
            Language language) {
        Visitor.Person learner = visitor.require(Permission.LEARN);
        if (!(target.block() instanceof Block.ShiftTask)) {
            throw ProblemException.notFound();
        }
        trying.take(learner.account(), target.where());
        return from.equals("ovelse")
                ? new SeeOther(ExerciseController.PATH + "#" + target.block().id())
                : target.back();
    }

    @PostMapping("/moduler/{module}/{lesson}/blokk/{block}/fortell")
    Reply tell(
            @ModelAttribute(binding = false) Target target,
            @RequestParam("utfall") String outcome,
            @RequestParam(value = "tekst", defaultValue = "") String note,
            Visitor visitor,
            Language language) {
        Visitor.Person learner = visitor.require(Permission.LEARN);
        Attempt.Outcome told =
                Attempt.Outcome.of(outcome).orElseThrow(() -> new ProblemException(Problem.NOT_UNDERSTOOD));
        if (note.replace("\r\n", "\n").length() > Reflecting.LONGEST) {
            throw new ProblemException(Problem.TOO_LARGE);
        }
        if (!trying.tell(learner.account(), target.where(), told, note)) {
            throw ProblemException.notFound();
        }
        return new SeeOther("/min-side?fortalt");
    }

    @PostMapping("/moduler/{module}/{lesson}/blokk/{block}/sammen")
    Reply together(
            @ModelAttribute(binding = false) Target target,
            @RequestParam("gjort") boolean done,
            Visitor visitor,
            Language language) {
        Visitor.Person learner = visitor.require(Permission.LEARN);
        if (!(target.block() instanceof Block.TeamExercise)) {
            throw ProblemException.notFound();
        }
        exercises.mark(learner.account(), target.where(), done);
        return target.back();
    }

    private Reply trouble(
            Target target,
            Visitor.Person learner,
            Language language,
            StepPage.Trouble.Kind kind,
            String typed,
            List<Integer> choice) {
        return steps.withTrouble(
                target.module(),
                target.lesson(),
                target.step(),
                learner,
                language,
                new StepPage.Trouble(target.block().id(), kind, typed, choice, null));
    }
}
