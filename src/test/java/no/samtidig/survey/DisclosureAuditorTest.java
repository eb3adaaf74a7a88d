package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Results;
import no.samtidig.survey.results.Tally;
import no.samtidig.trust.Promise;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.search.strategy.Search;
import org.chocosolver.solver.search.strategy.selectors.variables.FirstFail;
import org.chocosolver.solver.variables.IntVar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Collects every number that is shown of a round, to anybody, and lets a constraint solver look for what follows from them about groups
 * of fewer than five. A group leaks where no world fits the numbers in which none of it gave the answer.
 */
@Tag("auditor")
@RenewedApp
@Proves(Promise.SMALL_GROUPS)
class DisclosureAuditorTest {
    private static final App app = App.shared();
    private static SurveyWorld world;

    @BeforeAll
    static void start() {
        world = new SurveyWorld(app);
    }

    /** A number that is shown: how many at a place, in a part of it, gave an answer. The value "" is all who answered. */
    private record Shown(String kind, String place, String splitKind, String split, String value, int n) {}

    private static boolean counts(Work kept, Shown in, Map<String, Set<String>> regions) {
        boolean there =
                switch (in.kind()) {
                    case "country" -> true;
                    case "unit" -> kept.unit().equals(in.place());
                    case "owner" -> kept.unit().startsWith(in.place() + ".");
                    default ->
                        regions.getOrDefault(in.kind() + "/" + kept.county(), Set.of())
                                .contains(in.place());
                };
        return there
                && switch (in.splitKind()) {
                    case "all" -> true;
                    case "level" -> kept.level().equals(in.split());
                    default -> kept.staffGroup().equals(in.split());
                };
    }

    /** What follows from the numbers about small groups; empty where nothing does. */
    private static List<String> leaks(
            Map<Work, Map<String, Integer>> truth,
            List<Shown> shown,
            Map<String, Set<String>> regions,
            boolean recoded,
            Map<Work, Map<String, Integer>> kept) {
        List<String> leaks = new ArrayList<>();
        smallGroups(truth).forEach((name, group) -> {
            Set<String> values = new LinkedHashSet<>();
            group.forEach(it -> Objects.requireNonNull(truth.get(it)).forEach((value, n) -> {
                if (n > 0) {
                    values.add(value);
                }
            }));
            for (String value : values) {
                if (!possible(truth.keySet(), shown, regions, recoded, kept, group, value)) {
                    leaks.add(name + " / " + (value.isEmpty() ? "answered" : value));
                }
            }
        });
        return leaks;
    }

    /**
     * Whether the numbers fit a world in which none of these gave the answer. Since a number only tells what was kept beside answers,
     * one unknown for each way to keep them is enough: how many of all the others lie there.
     *
     * @param kept what the solver tries first: how many really lie there. Whatever it tries, it must find a world that fits
     */
    private static boolean possible(
            Set<Work> all,
            List<Shown> shown,
            Map<String, Set<String>> regions,
            boolean recoded,
            Map<Work, Map<String, Integer>> kept,
            Set<Work> these,
            String value) {
        Model model = new Model();
        int most = shown.stream().mapToInt(Shown::n).max().orElse(0);
        Map<Work, IntVar> unknown = new LinkedHashMap<>();
        all.stream()
                .filter(it -> !these.contains(it))
                .flatMap(it -> (recoded ? it.waysToKeep() : List.of(it)).stream())
                .forEach(it -> unknown.computeIfAbsent(it, _ -> model.intVar("x", 0, most, true)));
        for (Shown number : shown) {
            if (number.value().equals(value)) {
                IntVar[] parts = unknown.entrySet().stream()
                        .filter(it -> counts(it.getKey(), number, regions))
                        .map(Map.Entry::getValue)
                        .toArray(IntVar[]::new);
                if (parts.length == 0) {
                    if (number.n() > 0) {
                        return false;
                    }
                } else {
                    model.sum(parts, "=", number.n()).post();
                }
            }
        }
        Map<IntVar, Integer> firstTry = new HashMap<>();
        unknown.forEach((work, count) ->
                firstTry.put(count, kept.getOrDefault(work, Map.of()).getOrDefault(value, 0)));
        model.getSolver()
                .setSearch(Search.intVarSearch(
                        new FirstFail(model),
                        it -> it.contains(firstTry.getOrDefault(it, 0)) ? firstTry.getOrDefault(it, 0) : it.getLB(),
                        unknown.values().toArray(IntVar[]::new)));
        model.getSolver().limitTime("60s");
        boolean found = model.getSolver().solve();
        assertThat(found || !model.getSolver().isStopCriterionMet())
                .as("the solver gave up")
                .isTrue();
        return found;
    }

    /** Groups one could ask about that hold one to four: units, staff groups of a unit, of a county, of an owner, counties. */
    private static Map<String, Set<Work>> smallGroups(Map<Work, Map<String, Integer>> truth) {
        Map<String, Set<Work>> groups = new LinkedHashMap<>();
        List<Function<Work, String>> kinds = List.of(
                Work::unit,
                it -> it.unit() + " " + it.staffGroup(),
                Work::owner,
                it -> it.owner() + " " + it.staffGroup(),
                Work::county,
                it -> it.county() + " " + it.staffGroup(),
                it -> it.county() + " " + it.level(),
                it -> it.level() + " " + it.staffGroup());
        for (Function<Work, String> kind : kinds) {
            truth.keySet().stream()
                    .collect(Collectors.groupingBy(kind, LinkedHashMap::new, Collectors.toSet()))
                    .forEach((name, group) -> {
                        int n = group.stream()
                                .mapToInt(it ->
                                        Objects.requireNonNull(truth.get(it)).getOrDefault("", 0))
                                .sum();
                        if (n > 0 && n < 5) {
                            groups.put(name, group);
                        }
                    });
        }
        return groups;
    }

    /** Every number about the question that any of the views tells. */
    private static List<Shown> shown(Round round, String item) {
        List<Shown> shown = new ArrayList<>(world.sql
                .sql(
                        "select place_kind, place, split_kind, split, value, n from survey.report_answer where round = :round and item = :item")
                .param("round", round.id().value())
                .param("item", item)
                .query((row, number) -> new Shown(
                        row.getString("place_kind"),
                        row.getString("place"),
                        row.getString("split_kind"),
                        row.getString("split"),
                        row.getString("value"),
                        row.getInt("n")))
                .list());
        shown.addAll(none(shown));
        return shown;
    }

    /** An answer nobody in a shown group gave is a number too: 0. */
    private static List<Shown> none(List<Shown> shown) {
        Set<String> values = shown.stream().map(Shown::value).collect(Collectors.toSet());
        Map<Shown, Set<String>> told = new HashMap<>();
        shown.forEach(it -> told.computeIfAbsent(
                        new Shown(it.kind(), it.place(), it.splitKind(), it.split(), "", 0), _ -> new LinkedHashSet<>())
                .add(it.value()));
        List<Shown> none = new ArrayList<>();
        told.forEach((group, of) -> values.stream()
                .filter(it -> !of.contains(it))
                .forEach(it ->
                        none.add(new Shown(group.kind(), group.place(), group.splitKind(), group.split(), it, 0))));
        return none;
    }

    /** How many answers lie in each cell of the database, by value. */
    private static Map<Work, Map<String, Integer>> kept(Round round) {
        Map<Work, Map<String, Integer>> kept = new HashMap<>();
        world.sql
                .sql("""
                select coalesce(c.unit::text, '') as unit, coalesce(c.county, '') as county, coalesce(c.level, '') as level,
                    coalesce(c.staff_group, '') as staff_group, t.value, t.n
                from survey.tally t join survey.cell c on c.id = t.cell where t.round = :round and t.item = 'svar'
                """)
                .param("round", round.id().value())
                .query((row, number) -> kept.computeIfAbsent(
                                new Work(
                                        row.getString("unit"),
                                        row.getString("county"),
                                        row.getString("level"),
                                        row.getString("staff_group")),
                                _ -> new HashMap<>())
                        .put(row.getString("value"), row.getInt("n")))
                .list();
        return kept;
    }

    private static Map<String, Set<String>> regions() {
        Map<String, Set<String>> regions = new HashMap<>();
        world.sql
                .sql("select layer, region, county from organisation.region_county")
                .query((row, number) -> regions.computeIfAbsent(
                                row.getString("layer") + "/" + row.getString("county"), _ -> new LinkedHashSet<>())
                        .add(row.getString("region")))
                .list();
        return regions;
    }

    /** What would be shown if small groups were only hidden: no joining, no losing of traits. */
    private static List<Shown> onlyHidden(Map<Work, Map<String, Integer>> truth, Map<String, Set<String>> regions) {
        Map<Shown, Map<String, Integer>> groups = new LinkedHashMap<>();
        truth.forEach((work, counts) -> {
            List<Shown> places = new ArrayList<>(List.of(
                    new Shown("country", "", "all", "", "", 0), new Shown("unit", work.unit(), "all", "", "", 0)));
            for (String layer : List.of("health", "korus", "rvts")) {
                regions.getOrDefault(layer + "/" + work.county(), Set.of())
                        .forEach(it -> places.add(new Shown(layer, it, "all", "", "", 0)));
            }
            places.stream()
                    .flatMap(it -> Stream.of(
                            it,
                            new Shown(it.kind(), it.place(), "staff-group", work.staffGroup(), "", 0),
                            new Shown(it.kind(), it.place(), "level", work.level(), "", 0)))
                    .filter(it -> counts(work, it, regions))
                    .forEach(it -> counts.forEach((value, n) ->
                            groups.computeIfAbsent(it, _ -> new HashMap<>()).merge(value, n, Integer::sum)));
        });
        List<Shown> shown = new ArrayList<>();
        groups.forEach((group, counts) -> {
            if (counts.getOrDefault("", 0) >= 5) {
                counts.forEach((value, n) ->
                        shown.add(new Shown(group.kind(), group.place(), group.splitKind(), group.split(), value, n)));
            }
        });
        shown.addAll(none(shown));
        return shown;
    }

    /** Lets people answer, as given by unit and staff group, and says what is true. */
    private static Map<Work, Map<String, Integer>> answered(Round round, List<Work> people, Random random) {
        Map<Work, Map<String, Integer>> truth = new LinkedHashMap<>();
        for (Work it : people) {
            String answer = List.of("ja", "nei", "kanskje").get(random.nextInt(3));
            world.answer(
                    round,
                    new UnitPath(it.unit()),
                    StaffGroup.of(it.staffGroup()).orElseThrow(),
                    Map.of("svar", List.of(answer)));
            Map<String, Integer> counts = truth.computeIfAbsent(it, _ -> new HashMap<>());
            counts.merge("", 1, Integer::sum);
            counts.merge(answer, 1, Integer::sum);
        }
        return truth;
    }

    private static List<Work> somewhere(Random random) {
        String name = "tilfeldig" + Math.floorMod(random.nextLong(), 1_000_000_000L);
        List<Work> people = new ArrayList<>();
        int owner = 0;
        for (String county : List.of("50", "46", "15")) {
            for (ServiceLevel level : ServiceLevel.values()) {
                for (UnitPath unit : world.units(name + owner++, county, level, 1 + random.nextInt(2))) {
                    for (StaffGroup group : List.of(StaffGroup.MILIEU, StaffGroup.CLINICIAN, StaffGroup.LEADER)) {
                        int count = random.nextInt(4) == 0 ? random.nextInt(14) : random.nextInt(4);
                        for (int i = 0; i < count; i++) {
                            people.add(new Work(unit.value(), county, level.code(), group.code()));
                        }
                    }
                }
            }
        }
        return people;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void in_a_random_world_nothing_follows_about_any_small_group(long seed) {
        Random random = new Random(seed);
        Round round = world.open(
                seed % 3 == 0 ? Round.First.STAFF_GROUP : seed % 3 == 1 ? Round.First.UNIT : Round.First.REGION, false);
        Map<Work, Map<String, Integer>> truth = answered(round, somewhere(random), random);
        world.settle(round);
        List<Shown> shown = shown(round, "svar");
        assertThat(shown.size()).isGreaterThan(10);
        assertThat(smallGroups(truth).size()).isGreaterThan(3);
        assertThat(leaks(truth, shown, regions(), true, kept(round))).isEmpty();
    }

    @Test
    void in_the_demo_world_nothing_follows_about_any_small_group() {
        Round round = world.open(Round.First.STAFF_GROUP, false);
        Map<Work, Map<String, Integer>> truth = answered(round, demo(), new Random(11));
        world.settle(round);
        assertThat(leaks(truth, shown(round, "svar"), regions(), true, kept(round)))
                .isEmpty();
    }

    /** What a page, file or paper can be made of for somebody with a role at the unit, and what lies in the views behind it. */
    private record OfSix(Tally told, List<Integer> views) {}

    /** Six of a unit answer: all yes, or one no. */
    private static OfSix six(boolean oneMind) {
        Round round = world.open(Round.First.UNIT, false);
        UnitPath unit =
                world.units("seks" + oneMind, "50", ServiceLevel.SPECIALIST, 1).getFirst();
        for (int i = 0; i < 6; i++) {
            world.answer(round, unit, StaffGroup.MILIEU, Map.of("svar", List.of(oneMind || i > 0 ? "ja" : "nei")));
        }
        world.settle(round);
        Results results = app.bean(Results.class);
        Report report = results.report(
                        results.of(Purpose.GENERAL, Place.of(unit), "Enheten"), round.id(), Results.Wish.NONE, 0)
                .orElseThrow();
        return new OfSix(
                report.tally(report.total(), "svar").orElseThrow(),
                shown(round, "svar").stream()
                        .filter(it -> it.kind().equals("unit"))
                        .map(Shown::n)
                        .sorted()
                        .toList());
    }

    @Test
    void that_six_of_a_unit_said_the_same_is_not_told_though_the_database_knows() {
        OfSix alike = six(true);
        OfSix nearly = six(false);
        assertThat(alike.told()).isEqualTo(nearly.told());
        assertThat(alike.views()).as("exact numbers would tell it").isNotEqualTo(nearly.views());
    }

    /** Everybody of the demo with a role at a unit. */
    private static List<Work> demo() {
        return world.sql
                .sql("""
                select u.path::text as unit, u.county, u.level, g.role
                from access.role_grant g join organisation.unit u on u.path = g.path
                where u.fictional and u.path::text !~ 'tilfeldig'
                """)
                .query((row, number) -> new Work(
                        row.getString("unit"),
                        row.getString("county"),
                        row.getString("level"),
                        StaffGroup.of(no.samtidig.access.Role.of(row.getString("role"))
                                        .orElseThrow())
                                .code()))
                .list();
    }

    @Test
    void where_small_groups_are_only_hidden_the_auditor_finds_them() {
        Random random = new Random(3);
        Round round = world.open(Round.First.UNIT, false);
        Map<Work, Map<String, Integer>> truth = answered(round, somewhere(random), random);
        assertThat(leaks(truth, onlyHidden(truth, regions()), regions(), false, Map.of()))
                .isNotEmpty();
    }

    @Test
    void one_number_too_many_is_found() {
        Random random = new Random(4);
        Round round = world.open(Round.First.UNIT, false);
        Map<Work, Map<String, Integer>> truth = answered(round, somewhere(random), random);
        world.settle(round);
        List<Shown> shown = new ArrayList<>(shown(round, "svar"));
        Work small = smallGroups(truth).values().iterator().next().iterator().next();
        Objects.requireNonNull(truth.get(small))
                .forEach((value, n) ->
                        shown.add(new Shown("unit", small.unit(), "staff-group", small.staffGroup(), value, n)));
        assertThat(leaks(truth, shown, regions(), true, kept(round))).isNotEmpty();
    }
}
