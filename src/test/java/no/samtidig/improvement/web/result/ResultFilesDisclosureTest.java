package no.samtidig.improvement.web.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.samtidig.App;
import no.samtidig.Proves;
import no.samtidig.improvement.gap.GapAnswer;
import no.samtidig.improvement.instrument.Instrument;
import no.samtidig.improvement.instrument.Statement;
import no.samtidig.improvement.result.GapChange;
import no.samtidig.improvement.result.SettledGap;
import no.samtidig.improvement.result.Tier;
import no.samtidig.platform.Language;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Test;

/**
 * Where {@code GapDisclosureTest} asks what a result tells, this asks what is read: the sentences, lists, table and drawing of the page and
 * every cell of its file, of the real instrument, beside each other and beside those of the round before. Nobody who has all of it, and knows
 * how many answered, can say of those who answered that they all said the same.
 */
@Proves(Promise.SMALL_GROUPS)
class ResultFilesDisclosureTest {
    private static final App app = App.shared();
    private static final ResultSheets sheets = app.bean(ResultSheets.class);
    private static final List<Statement> statements = app.bean(Instrument.class).statements();
    private static final int UNSURE = -1;

    /** Somebody who says so of intake, and so of everything else. */
    private static GapAnswer one(int intake, int rest, int importance) {
        Map<String, Integer> does = new HashMap<>();
        Map<String, Integer> ought = new HashMap<>();
        Set<String> unsure = new TreeSet<>();
        for (Statement it : statements) {
            int practice = it.area().id().equals("mottak") ? intake : rest;
            ought.put(it.id(), importance);
            if (practice == UNSURE) {
                unsure.add(it.id());
            } else {
                does.put(it.id(), practice);
            }
        }
        Set<String> asked = statements.stream().map(Statement::id).collect(Collectors.toSet());
        return new GapAnswer(does, ought, unsure, Set.of(), Map.of(), asked, Optional.empty());
    }

    private static final List<GapAnswer> KINDS = List.of(one(1, 3, 4), one(4, 4, 4), one(1, 1, 1), one(UNSURE, 3, 4));

    /** All ways in which so many may have answered. */
    private static List<List<GapAnswer>> worlds(int people, List<GapAnswer> kinds) {
        if (kinds.size() == 1 || people == 0) {
            return List.of(Collections.nCopies(people, kinds.getFirst()));
        }
        List<List<GapAnswer>> worlds = new ArrayList<>();
        for (int n = 0; n <= people; n++) {
            for (List<GapAnswer> others : worlds(people - n, kinds.subList(1, kinds.size()))) {
                List<GapAnswer> world = new ArrayList<>(Collections.nCopies(n, kinds.getFirst()));
                world.addAll(others);
                worlds.add(world);
            }
        }
        return worlds;
    }

    private static SettledGap round(int month, List<GapAnswer> answers) {
        return new SettledGap(month, LocalDate.of(2027, 2, 1), answers.size() + 1, answers, List.of(), Map.of());
    }

    private static String file(SettledGap round) {
        return new String(ResultFile.of(sheets.of(round, Language.NB), round).content(), StandardCharsets.UTF_8);
    }

    /** Everything the page has of the answers, as it is read. */
    private static List<Object> page(SettledGap round) {
        ResultSheet sheet = sheets.of(round, Language.NB);
        List<Object> told = new ArrayList<>();
        told.add(sheet.words().answered(round));
        told.add(sheet.result().detail());
        told.add(sheet.result().open());
        told.add(names(sheet.strengths()));
        told.add(names(sheet.marked()));
        told.add(names(sheet.exercises()));
        told.add(sheet.oftenDone().stream().map(it -> it.text().value()).toList());
        told.add(sheet.unsure().stream().map(it -> it.text().value()).toList());
        told.add(sheet.drawn());
        for (Tier tier : Tier.values()) {
            told.add(names(sheet.in(tier)));
        }
        for (ResultSheet.Line line : sheet.lines()) {
            told.add(line.picture().map(Object::toString));
            told.add(line.groups());
            line.statements().forEach(it -> {
                told.add(it.sentences());
                told.add(it.result().unsure());
            });
        }
        if (sheet.drawn()) {
            told.add(sheet.table().toString());
        }
        return told;
    }

    private static List<String> names(List<ResultSheet.Line> lines) {
        return lines.stream().map(it -> it.name().value()).toList();
    }

    private static Object both(List<GapAnswer> answers) {
        SettledGap round = round(0, answers);
        return List.of(page(round), file(round));
    }

    /** What can be true of all. */
    private static Map<String, Boolean> ofOneMind(List<GapAnswer> group) {
        Map<String, Boolean> minds = new LinkedHashMap<>();
        for (String id : List.of("spor-utsatt", statements.getLast().id())) {
            minds.put(id + " often", group.stream().allMatch(it -> it.practice().getOrDefault(id, 0) >= 3));
            minds.put(
                    id + " not often",
                    group.stream().allMatch(it -> it.practice().getOrDefault(id, 4) < 3));
            minds.put(
                    id + " important",
                    group.stream().allMatch(it -> it.importance().getOrDefault(id, 0) >= 3));
            minds.put(id + " unsure", group.stream().allMatch(it -> it.unsure().contains(id)));
        }
        return minds;
    }

    /** What follows about some from what is told, and is not so in every world anyway. */
    private static <W> Set<String> leaks(List<W> worlds, Function<W, List<GapAnswer>> about, Function<W, Object> told) {
        Map<Object, Map<String, Boolean>> always = new HashMap<>();
        for (W world : worlds) {
            always.merge(told.apply(world), ofOneMind(about.apply(world)), (a, b) -> {
                Map<String, Boolean> both = new LinkedHashMap<>(a);
                b.forEach((what, it) -> both.merge(what, it, Boolean::logicalAnd));
                return both;
            });
        }
        return always.values().stream()
                .flatMap(it -> it.entrySet().stream())
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .filter(what -> !worlds.stream()
                        .allMatch(it -> ofOneMind(about.apply(it)).getOrDefault(what, false)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void page_and_file_beside_each_other_never_tell_that_all_said_the_same() {
        // of nine these few kinds are too few worlds: there GapDisclosureTest plays more
        for (int people : new int[] {5, 7}) {
            assertThat(leaks(worlds(people, KINDS), it -> it, ResultFilesDisclosureTest::both))
                    .as(people + " answered")
                    .isEmpty();
        }
    }

    @Test
    void the_file_has_no_number_of_few() {
        for (List<GapAnswer> world : worlds(9, KINDS)) {
            assertThat(file(round(0, world)).lines().skip(1)).noneMatch(it -> it.matches(".*(^|[;\"])[−-]?\\d.*"));
        }
    }

    private record Two(List<GapAnswer> earlier, List<GapAnswer> later) {}

    private static List<Two> two(int earlier, int later, List<GapAnswer> kinds) {
        return worlds(earlier, kinds).stream()
                .flatMap(first -> worlds(later, kinds).stream().map(second -> new Two(first, second)))
                .toList();
    }

    /** Both results, both files, and the change between them. */
    private static Object rounds(Two it) {
        GapChange change = GapChange.of(it.earlier, it.later, sheets.areas(), Set.of("mottak"));
        return List.of(both(it.earlier), both(it.later), change.told(), change.areas());
    }

    @Test
    void nor_do_two_rounds_beside_each_other_tell_it_of_either() {
        for (List<Two> worlds : List.of(two(5, 6, KINDS.subList(0, 3)), two(6, 9, KINDS.subList(1, 4)))) {
            assertThat(leaks(worlds, Two::earlier, ResultFilesDisclosureTest::rounds))
                    .isEmpty();
            assertThat(leaks(worlds, Two::later, ResultFilesDisclosureTest::rounds))
                    .isEmpty();
        }
    }

    // What this is good for: each of these tells it.

    @Test
    void a_file_with_counts_of_few_and_a_change_in_numbers_of_few_are_found() {
        assertThat(leaks(worlds(7, KINDS), it -> it, world -> List.of(both(world), often(world))))
                .as("a column with a count")
                .isNotEmpty();
        assertThat(leaks(
                        two(5, 6, KINDS.subList(0, 2)),
                        Two::later,
                        it -> List.of(rounds(it), often(it.later) - often(it.earlier))))
                .as("how many more than last time")
                .isNotEmpty();
    }

    private static long often(List<GapAnswer> world) {
        return world.stream()
                .filter(it -> it.practice().getOrDefault("spor-utsatt", 0) >= 3)
                .count();
    }
}
