package no.samtidig.learning.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.BlockRef;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.learning.Attempt;
import no.samtidig.learning.DailyExercise;
import no.samtidig.learning.Progressing;
import no.samtidig.learning.Repeating;
import no.samtidig.learning.Trying;
import no.samtidig.platform.Language;
import no.samtidig.platform.Problem;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Dagens øvelse: questions that come back, one page each. */
@Controller
public class ExerciseController {
    /** The exercise's own address. */
    public static final String PATH = "/min-side/ovelse";

    private final KnowledgeModules modules;
    private final Repeating repeating;
    private final Trying trying;
    private final Tries tries;
    private final Progressing progressing;

    ExerciseController(
            KnowledgeModules modules, Repeating repeating, Trying trying, Tries tries, Progressing progressing) {
        this.modules = modules;
        this.repeating = repeating;
        this.trying = trying;
        this.tries = tries;
        this.progressing = progressing;
    }

    @GetMapping("/min-side/ovelse")
    Reply exercise(Visitor visitor, Language language) {
        Visitor.Person learner = visitor.require(Permission.LEARN);
        DailyExercise exercise = repeating.today(learner.account());
        if (exercise.ready()) {
            DailyExercise.Item first = exercise.left().getFirst();
            return new ExercisePage(
                    place(first.where(), language).orElseThrow(), exercise, first.version(), List.of(), null);
        }
        if (exercise.answered().isEmpty()) {
            return new ExerciseDonePage(exercise, null, List.of());
        }
        List<MyPage.Try> due = tries.all(learner.account(), progressing.all(learner.account(), language)).stream()
                .filter(MyPage.Try::due)
                .toList();
        ExerciseDonePage.Sentence sentence = sentence(exercise, learner, language)
                .filter(it -> due.stream().noneMatch(asked -> asked.task().equals(it.task())))
                .orElse(null);
        return new ExerciseDonePage(exercise, sentence, due);
    }

    /** The question's own page: where the answer is shown, and where an ordering is worked on. */
    @GetMapping("/min-side/ovelse/{module}/{lesson}/{block}")
    Reply question(
            @PathVariable("module") String module,
            @PathVariable("lesson") String lesson,
            @PathVariable("block") String block,
            @RequestParam(value = "rekke", required = false) @Nullable String order,
            Visitor visitor,
            Language language) {
        Visitor.Person learner = visitor.require(Permission.LEARN);
        ExercisePage.Place place =
                place(new BlockRef(module, lesson, block), language).orElseThrow(ProblemException::notFound);
        DailyExercise.Item item =
                repeating.met(learner.account(), place.where()).orElseThrow(ProblemException::notFound);
        DailyExercise exercise = repeating.today(learner.account());
        List<Integer> underWay = Choices.underWay(order).getOrDefault(block, List.of());
        boolean fits = place.question() instanceof Block.Ordering it
                && StepPages.permutes(underWay, it.items().size());
        ExercisePage page = new ExercisePage(place, exercise, item.version(), fits ? underWay : List.of(), null);
        boolean today = exercise.left().stream().anyMatch(it -> it.where().equals(place.where()));
        return page.answered() || today ? page : new SeeOther(PATH);
    }

    @PostMapping("/min-side/ovelse/{module}/{lesson}/{block}/svar")
    Reply answer(
            @PathVariable("module") String module,
            @PathVariable("lesson") String lesson,
            @PathVariable("block") String block,
            @RequestParam("nokkel") UUID key,
            @RequestParam("versjon") String version,
            @RequestParam(value = "valg", defaultValue = "") List<String> choices,
            @RequestParam(value = "sikker", defaultValue = "ja") String sure,
            @RequestParam(value = "flytt", required = false) @Nullable String move,
            Visitor visitor,
            Language language) {
        Visitor.Person learner = visitor.require(Permission.LEARN);
        ExercisePage.Place place =
                place(new BlockRef(module, lesson, block), language).orElseThrow(ProblemException::notFound);
        if (!sure.equals("ja") && !sure.equals("nei")) {
            throw new ProblemException(Problem.NOT_UNDERSTOOD);
        }
        List<Integer> choice = Choices.parse(choices);
        if (move != null && place.question() instanceof Block.Ordering ordering) {
            List<Integer> next = Choices.moved(choice, ordering.items().size(), move);
            return new SeeOther(place.path() + "?rekke=" + block + ":" + StepPage.joined(next) + "#" + block);
        }
        return switch (repeating.answer(
                learner.account(), place.where(), place.question(), key, version, choice, !sure.equals("nei"))) {
            case Repeating.Outcome.Accepted _ -> new SeeOther(place.path() + "#" + block);
            case Repeating.Outcome.Incomplete _ -> trouble(place, learner, StepPage.Trouble.Kind.INCOMPLETE, choice);
            case Repeating.Outcome.Changed _ -> trouble(place, learner, StepPage.Trouble.Kind.CHANGED, List.of());
            case Repeating.Outcome.Impossible _ -> throw new ProblemException(Problem.NOT_UNDERSTOOD);
            case Repeating.Outcome.NotMet _ -> throw ProblemException.notFound();
            case Repeating.Outcome.Off _ -> new SeeOther(PATH);
        };
    }

    private Reply trouble(
            ExercisePage.Place place, Visitor.Person learner, StepPage.Trouble.Kind kind, List<Integer> choice) {
        DailyExercise.Item item =
                repeating.met(learner.account(), place.where()).orElseThrow(ProblemException::notFound);
        return new ExercisePage(
                place,
                repeating.today(learner.account()),
                item.version(),
                List.of(),
                new StepPage.Trouble(place.question().id(), kind, "", choice, null));
    }

    @PostMapping("/min-side/ovelse/repetisjon")
    Reply turn(@RequestParam("pa") boolean on, Visitor visitor) {
        Visitor.Person learner = visitor.require(Permission.LEARN);
        repeating.turn(learner.account(), on);
        return new SeeOther(PATH);
    }

    /** A task for the next shift from one of the lessons practised today; another day it may be another. */
    private Optional<ExerciseDonePage.Sentence> sentence(
            DailyExercise exercise, Visitor.Person learner, Language language) {
        List<ExerciseDonePage.Sentence> all = exercise.answered().keySet().stream()
                .sorted(Comparator.comparing(BlockRef::module).thenComparing(BlockRef::lesson))
                .map(it -> place(it, language))
                .flatMap(Optional::stream)
                .flatMap(it -> sentences(it, learner))
                .distinct()
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(Math.floorMod(exercise.day().toEpochDay(), all.size())));
    }

    private Stream<ExerciseDonePage.Sentence> sentences(ExercisePage.Place place, Visitor.Person learner) {
        Map<String, Attempt> attempts = trying.in(
                learner.account(), place.module().slug(), place.lesson().slug());
        return place.lesson().steps().stream()
                .flatMap(it -> it.blocks().stream())
                .filter(Block.ShiftTask.class::isInstance)
                .map(Block.ShiftTask.class::cast)
                .map(it -> new ExerciseDonePage.Sentence(
                        it,
                        place.lesson(),
                        "/moduler/" + place.module().slug() + "/"
                                + place.lesson().slug(),
                        attempts.get(it.id())));
    }

    /** The question as the reader meets it; empty where an edit took it away. */
    private Optional<ExercisePage.Place> place(BlockRef where, Language language) {
        return modules.module(where.module())
                .flatMap(module -> module.lesson(where.lesson(), language)
                        .flatMap(lesson -> lesson.block(where.block())
                                .filter(it -> it.block() instanceof Block.Question)
                                .map(it -> new ExercisePage.Place(
                                        module, lesson, it.step(), (Block.Question) it.block()))));
    }
}
