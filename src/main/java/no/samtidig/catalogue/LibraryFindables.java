package no.samtidig.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.RichText;
import no.samtidig.search.Findable;
import no.samtidig.search.Findables;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a search finds in the library: modules, lessons and steps. */
@Component
@Order(10)
class LibraryFindables implements Findables {
    private static final Kind MODULE = new Kind("modul", "");
    private static final Kind LESSON = new Kind("leksjon", "");

    private final KnowledgeModules library;

    LibraryFindables(KnowledgeModules library) {
        this.library = library;
    }

    @Override
    public List<Kind> kinds() {
        return List.of(MODULE, LESSON);
    }

    @Override
    public List<Findable> all() {
        List<Findable> all = new ArrayList<>();
        for (KnowledgeModule module : library.all()) {
            all.add(module(module));
            for (KnowledgeModule.Translations lesson : module.lessons()) {
                all.add(lesson(module, lesson));
                for (Lesson.Step step : lesson.in(Language.NB).steps()) {
                    all.add(step(module, lesson, step));
                }
            }
        }
        return all;
    }

    private static Findable module(KnowledgeModule module) {
        String address = "/moduler/" + module.slug();
        Map<Language, List<String>> passages = new EnumMap<>(Language.class);
        Stream.concat(Stream.of(module.lead()), module.planned().stream())
                .forEach(text -> text.texts()
                        .forEach((language, words) -> passages.computeIfAbsent(language, _ -> new ArrayList<>())
                                .add(words)));
        return new Findable(MODULE, address, address, false, module.title(), passages, List.of(), List.of());
    }

    private static Findable lesson(KnowledgeModule module, KnowledgeModule.Translations lesson) {
        String address = "/moduler/" + module.slug() + "/" + lesson.slug();
        return new Findable(
                LESSON,
                address,
                address,
                false,
                in(lesson, Lesson::title),
                each(
                        lesson,
                        it -> Stream.of(
                                        Stream.of(it.lead()),
                                        it.goals().stream()
                                                .map(goal -> goal.text().plain()),
                                        it.unknown().stream().map(RichText::plain),
                                        it.sources().stream().map(Lesson.Source::title))
                                .flatMap(parts -> parts)
                                .toList()),
                List.of(),
                List.of());
    }

    private static Findable step(KnowledgeModule module, KnowledgeModule.Translations lesson, Lesson.Step step) {
        String address = "/moduler/" + module.slug() + "/" + lesson.slug();
        return new Findable(
                LESSON,
                address,
                address + "/" + step.id(),
                true,
                in(lesson, it -> it.step(step.id()).orElseThrow().title()),
                each(
                        lesson,
                        it -> it.step(step.id()).orElseThrow().blocks().stream()
                                .flatMap(block -> passages(block, it.language()))
                                .toList()),
                List.of(),
                cited(step));
    }

    /** The claims that the step shows, by their ids. */
    private static List<String> cited(Lesson.Step step) {
        return step.blocks().stream()
                .filter(Block.ClaimCard.class::isInstance)
                .map(it -> ((Block.ClaimCard) it).claim().id())
                .toList();
    }

    private static LocalizedText in(KnowledgeModule.Translations lesson, Function<Lesson, String> part) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        lesson.languages().forEach((language, it) -> texts.put(language, part.apply(it)));
        return new LocalizedText(texts);
    }

    private static Map<Language, List<String>> each(
            KnowledgeModule.Translations lesson, Function<Lesson, List<String>> part) {
        Map<Language, List<String>> texts = new EnumMap<>(Language.class);
        lesson.languages().forEach((language, it) -> texts.put(language, part.apply(it)));
        return texts;
    }

    /** What a reader meets before answering. Options, explanations and endings are left out: a search must not give answers away. */
    private static Stream<String> passages(Block block, Language language) {
        return switch (block) {
            case Block.Text it -> Stream.of(it.text().plain());
            case Block.Figure it ->
                Stream.of(it.caption().plain(), it.alt(), it.description().plain());
            case Block.FactBox it -> Stream.of(it.title(), it.text().plain());
            case Block.Quote it -> Stream.of(it.text().plain(), it.by());
            case Block.Film it ->
                Stream.concat(Stream.of(it.title()), it.transcript().stream().map(Block.Line::line));
            case Block.Reflection it ->
                Stream.concat(
                        Stream.of(it.question().plain()), it.help().stream().map(RichText::plain));
            case Block.DutyCase it ->
                Stream.of(it.situation().plain(), it.question().plain());
            case Block.Quiz it -> Stream.of(it.question().plain());
            case Block.BranchingCase it ->
                Stream.of(
                        it.title(),
                        Objects.requireNonNull(it.scenes().get(it.start()))
                                .text()
                                .plain());
            case Block.ShiftTask it -> Stream.of(it.task().plain(), it.variant().plain());
            case Block.TeamExercise it ->
                Stream.of(
                                Stream.of(it.title(), it.purpose().plain()),
                                it.bring().stream().map(RichText::plain),
                                it.script().stream().map(part -> part.text().plain()),
                                Stream.of(it.closing().plain(), it.two().plain()))
                        .flatMap(parts -> parts);
            case Block.ClaimCard it ->
                Stream.concat(
                        Stream.of(it.claim().wording().in(language).value()),
                        it.note().stream().map(RichText::plain));
            case Block.LadderBlock it ->
                Stream.concat(
                        Stream.of(
                                it.ladder().title(),
                                it.ladder().lead().plain(),
                                it.ladder().always().plain()),
                        it.ladder().rungs().stream()
                                .flatMap(rung -> Stream.of(
                                        rung.name() + " " + rung.law(),
                                        rung.brief().plain(),
                                        rung.threshold().plain(),
                                        rung.to().plain(),
                                        rung.decides().plain(),
                                        rung.not().plain())));
            case Block.SheetBlock it ->
                Stream.of(it.sheet().title(), it.sheet().text().plain());
            case Block.VoiceSlot _ -> Stream.of();
            case Block.Summary it -> it.lines().stream().map(RichText::plain);
        };
    }
}
