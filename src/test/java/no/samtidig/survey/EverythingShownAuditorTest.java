package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.survey.disclosure.Coarsening;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.search.strategy.Search;
import org.chocosolver.solver.search.strategy.selectors.variables.InputOrder;
import org.chocosolver.solver.variables.IntVar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where {@link DisclosureAuditorTest} plays somebody who reads one question of a finished round, this plays somebody who knows as much as
 * can be known without the database, and asks a constraint solver what follows.
 *
 * <p><b>The attacker knows</b> who was invited, where each works and as what; who answered, and between which two looks at the results;
 * how the program works, so that a group that is not shown is known to hold nobody; and every number of every view at every time: all places,
 * all splits, each step while the round is open, how many were invited and how many are told of. What is shown on pages, in files and on
 * paper is made of these views alone (ADR 0018). The attacker does <b>not</b> know the database, nor what anybody answered (the tests of
 * those who know their own say so), and made the round without invitations of their own in it.
 *
 * <p><b>A leak</b> is a group of one to four people of whom it follows exactly how many gave an answer, unless all five or more that
 * they were let out with gave it, or none did: no limit on groups prevents that a group is of one mind. So what is asked of the solver is
 * another world that fits all the numbers. One that it does not find in its time counts as a leak.
 *
 * <p><b>Two rounds</b> beside each other are each audited alone. No number is about both: nothing tells that an answer in one is by who gave
 * one in the other, so the numbers of two rounds share no unknown, and the worlds that fit both are all pairs of worlds that fit each.
 * Whoever assumes that people answered the same twice knows more than any number tells; ADR 0017 says so.
 */
class EverythingShownAuditorTest {
    /** A choice all make, one that only some are asked, several that can be chosen, a row of a grid, a number in bins, a text. */
    private static final String QUESTIONS = """
            title: {nb: Alt, nn: Alt}
            introduction: {nb: Til prøve, nn: Til prøve}
            minutes: 1
            items:
              - {kind: number, code: nummer, text: {nb: Nummer, nn: Nummer}, least: 0, most: 99999}
              - kind: single
                code: svar
                text: {nb: Svar, nn: Svar}
                required: true
                options: [{code: ja, nb: Ja, nn: Ja}, {code: nei, nb: Nei, nn: Nei}, {code: kanskje, nb: Kanskje, nn: Kanskje}]
              - kind: single
                code: mer
                text: {nb: Mer, nn: Meir}
                show-if: {item: svar, is: ja}
                options: [{code: a, nb: A, nn: A}, {code: b, nb: B, nn: B}]
              - kind: multiple
                code: flere
                text: {nb: Flere, nn: Fleire}
                options: [{code: x, nb: X, nn: X}, {code: y, nb: Y, nn: Y}]
              - kind: likert
                code: enig
                text: {nb: Enig, nn: Einig}
                points: [{nb: Nei, nn: Nei}, {nb: Litt, nn: Litt}, {nb: Ja, nn: Ja}]
                rows: [{code: rad, nb: Rad, nn: Rad}]
              - {kind: number, code: alder, text: {nb: Alder, nn: Alder}, least: 0, most: 60}
            """;

    private static final String SVAR = "svar";
    private static final List<String> CHOICES = List.of("ja", "nei", "kanskje");

    private static App app;
    private static SurveyWorld world;

    @BeforeAll
    static void start() {
        app = App.start();
        world = new SurveyWorld(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    /**
     * People the attacker cannot tell apart further.
     *
     * @param look the first look at the results that they can be in
     * @param name of a single person; else empty
     */
    private record Atom(String unit, String county, String level, String staffGroup, int look, String name) {
        String owner() {
            return unit.substring(0, unit.lastIndexOf('.'));
        }
    }

    /** What of somebody is kept beside the answer. Empty: left out. */
    private record Node(String unit, String county, String level, String staffGroup) {
        /** Whether everything told here is true of what lies in the other. */
        boolean tellsNoMoreThan(Node other) {
            return (unit.isEmpty() || unit.equals(other.unit))
                    && (county.isEmpty() || county.equals(other.county))
                    && (level.isEmpty() || level.equals(other.level))
                    && (staffGroup.isEmpty() || staffGroup.equals(other.staffGroup));
        }
    }

    /** A group that is shown, as the views call it. */
    private record Group(String kind, String place, String splitKind, String split) {}

    private record Person(Atom atom, int number, Map<String, List<String>> answers) {
        Person at(Atom other) {
            return new Person(other, number, answers);
        }

        /** What is counted of the answer. */
        List<String> told(String item) {
            List<String> values = answers.getOrDefault(item, List.of());
            return item.equals("alder")
                    ? values.stream()
                            .map(it -> new Bins(0, 60, 10).of(Integer.parseInt(it)))
                            .toList()
                    : values;
        }
    }

    /** Where an answer lies, and with which look at the results it came out. */
    private record Batch(int look, Node kept) {}

    /**
     * What was to be seen at one time.
     *
     * @param answers item, group, value to how many; a value nobody chose is not there
     */
    private record Look(Map<Group, Integer> groups, Map<String, Map<Group, Map<String, Integer>>> answers) {
        /** With one more number: what the variants that the auditor has to catch show. */
        Look with(String item, Group group, Map<String, Integer> counts) {
            Map<String, Map<Group, Map<String, Integer>>> more = new HashMap<>(answers);
            Map<Group, Map<String, Integer>> ofItem = new HashMap<>(more.getOrDefault(item, Map.of()));
            ofItem.put(group, counts);
            more.put(item, ofItem);
            return new Look(groups, more);
        }
    }

    /**
     * A round that is over, with everything that was ever to be seen, and the truth.
     *
     * @param batches by the number of the person
     * @param told item and kept node to the node its answers are told with, where that is another
     */
    private record Story(
            Round round,
            List<Person> people,
            List<Look> looks,
            Map<Integer, Batch> batches,
            Map<String, Map<Node, Node>> told) {
        Batch batch(Person person) {
            return Objects.requireNonNull(batches.get(person.number()));
        }

        Node told(String item, Node kept) {
            return told.getOrDefault(item, Map.of()).getOrDefault(kept, kept);
        }

        Story seeing(List<Look> other) {
            return new Story(round, people, other, batches, told);
        }
    }

    private static List<Node> nodes(Atom of) {
        return List.of(
                new Node(of.unit(), of.county(), of.level(), of.staffGroup()),
                new Node(of.unit(), of.county(), of.level(), ""),
                new Node("", of.county(), of.level(), of.staffGroup()),
                new Node("", of.county(), of.level(), ""),
                new Node("", of.county(), "", of.staffGroup()),
                new Node("", of.county(), "", ""),
                new Node("", "", of.level(), of.staffGroup()),
                new Node("", "", of.level(), ""),
                new Node("", "", "", of.staffGroup()),
                new Node("", "", "", ""));
    }

    /** Every group that answers kept so count to. */
    private static Set<Group> groups(Node node) {
        return GROUPS.computeIfAbsent(node, EverythingShownAuditorTest::counted);
    }

    private static final Map<Node, Set<Group>> GROUPS = new HashMap<>();

    private static Set<Group> counted(Node node) {
        List<Group> places = new ArrayList<>(List.of(new Group("country", "", "", "")));
        if (!node.county().isEmpty()) {
            regions.getOrDefault(node.county(), List.of()).forEach(places::add);
        }
        if (!node.unit().isEmpty()) {
            places.add(new Group("unit", node.unit(), "", ""));
            places.add(new Group("owner", node.unit().substring(0, node.unit().lastIndexOf('.')), "", ""));
        }
        Set<Group> groups = new LinkedHashSet<>();
        for (Group place : places) {
            groups.add(new Group(place.kind(), place.place(), "all", ""));
            if (!node.staffGroup().isEmpty()) {
                groups.add(new Group(place.kind(), place.place(), "staff-group", node.staffGroup()));
            }
            if (!node.level().isEmpty() && !Set.of("unit", "owner").contains(place.kind())) {
                groups.add(new Group(place.kind(), place.place(), "level", node.level()));
            }
        }
        return groups;
    }

    /** County to the regions of all layers it lies in. */
    private static Map<String, List<Group>> regions = Map.of();

    private static void readRegions() {
        regions = world
                .sql
                .sql(
                        "select county, layer, region from organisation.region_county where now()::date <@ daterange(valid_from, valid_to, '[)')")
                .query((row, number) -> Map.entry(
                        row.getString("county"), new Group(row.getString("layer"), row.getString("region"), "", "")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What is not known, with what is known of it, and a world that may fit. */
    private static final class Unknowns {
        final Model model = new Model();
        final Map<IntVar, Integer> world = new LinkedHashMap<>();
        final Map<Set<IntVar>, Integer> sums = new HashMap<>();

        IntVar unknown(int most, int really) {
            IntVar it = model.intVar("x" + world.size(), 0, most, true);
            world.put(it, really);
            return it;
        }

        void sum(List<IntVar> parts, String operator, int number) {
            if (!parts.isEmpty()) {
                if (operator.equals("=")) {
                    sums.put(Set.copyOf(parts), number);
                }
                model.sum(parts.toArray(IntVar[]::new), operator, number).post();
            } else {
                assertThat(number).as("a number that nobody can be in").isZero();
            }
        }

        void sum(List<IntVar> parts, String operator, List<IntVar> whole) {
            IntVar[] all = Stream.concat(parts.stream(), whole.stream()).toArray(IntVar[]::new);
            int[] signs = IntStream.concat(
                            IntStream.generate(() -> 1).limit(parts.size()),
                            IntStream.generate(() -> -1).limit(whole.size()))
                    .toArray();
            if (all.length > 0) {
                model.scalar(all, signs, operator, 0).post();
            }
        }

        /** Whether there is a world that fits in which these are not so many in all. The world that was given is tried first. */
        boolean possible(List<IntVar> asked, int not) {
            if (Objects.equals(sums.get(Set.copyOf(asked)), not)) {
                return false; // it is shown just so; the solver would try every way to share it out
            }
            sum(asked, "!=", not);
            Set<IntVar> order = new LinkedHashSet<>(asked);
            order.addAll(world.keySet());
            model.getSolver()
                    .setSearch(Search.intVarSearch(
                            new InputOrder<>(model),
                            it -> it.contains(world.getOrDefault(it, 0)) ? world.getOrDefault(it, 0) : it.getLB(),
                            order.toArray(IntVar[]::new)));
            model.getSolver().limitTime("500ms");
            return model.getSolver().solve();
        }
    }

    /** An unknown number: of these people, of those who lie there and came out then, how many said it. */
    private record Part(Atom atom, Batch batch, Node told, String value, IntVar n) {}

    /**
     * Everything that is known about an item, as constraints.
     *
     * @param knowing whose answers the attacker knows
     */
    private static List<Part> know(Unknowns all, Story story, String item, Set<Integer> knowing) {
        Map<Atom, List<Person>> atoms = story.people().stream()
                .collect(Collectors.groupingBy(Person::atom, LinkedHashMap::new, Collectors.toList()));
        List<Part> choices = new ArrayList<>();
        Map<Atom, List<Part>> choicesOf = new HashMap<>();
        atoms.forEach((atom, people) -> {
            List<Part> own = new ArrayList<>();
            for (int look = atom.look(); look < story.looks().size(); look++) {
                Set<Group> shown = story.looks().get(look).groups().keySet();
                for (Node node : nodes(atom)) {
                    if (shown.containsAll(groups(node))) {
                        Batch batch = new Batch(look, node);
                        for (String value : CHOICES) {
                            int really = count(
                                    people,
                                    it -> story.batch(it).equals(batch)
                                            && it.told(SVAR).contains(value));
                            own.add(new Part(atom, batch, node, value, all.unknown(people.size(), really)));
                        }
                    }
                }
            }
            all.sum(numbers(own, _ -> true), "=", people.size());
            if (people.stream().allMatch(it -> knowing.contains(it.number()))) {
                CHOICES.forEach(value -> all.sum(
                        numbers(own, it -> it.value().equals(value)),
                        "=",
                        count(people, it -> it.told(SVAR).contains(value))));
            }
            choices.addAll(own);
            choicesOf.put(atom, own);
        });
        for (int look = 0; look < story.looks().size(); look++) {
            int until = look;
            shown(
                    all,
                    story.looks().get(look),
                    SVAR,
                    choices.stream().filter(it -> it.batch().look() <= until).toList());
        }
        if (item.equals(SVAR)) {
            return choices;
        }
        List<Part> parts = new ArrayList<>();
        Look last = story.looks().getLast();
        Set<Group> told = last.answers().getOrDefault(item, Map.of()).keySet();
        List<String> values = last.answers().getOrDefault(item, Map.of()).values().stream()
                .flatMap(it -> it.keySet().stream())
                .filter(it -> !it.isEmpty())
                .distinct()
                .sorted()
                .toList();
        atoms.forEach((atom, people) -> {
            for (Node kept : nodes(atom)) {
                List<IntVar> asked = numbers(
                        choicesOf.getOrDefault(atom, List.of()),
                        it -> it.batch().kept().equals(kept)
                                && (!item.equals("mer") || it.value().equals("ja")));
                if (asked.isEmpty()) {
                    continue;
                }
                List<IntVar> answered = new ArrayList<>();
                for (Node target : nodes(atom)) {
                    if (target.tellsNoMoreThan(kept) && told.containsAll(groups(target))) {
                        Predicate<Person> here = it -> story.batch(it).kept().equals(kept)
                                && story.told(item, kept).equals(target);
                        IntVar n = all.unknown(
                                people.size(),
                                count(people, here.and(it -> !it.told(item).isEmpty())));
                        Batch batch = new Batch(0, kept);
                        answered.add(n);
                        parts.add(new Part(atom, batch, target, "", n));
                        List<IntVar> said = new ArrayList<>();
                        for (String value : values) {
                            IntVar some = all.unknown(
                                    people.size(),
                                    count(people, here.and(it -> it.told(item).contains(value))));
                            said.add(some);
                            parts.add(new Part(atom, batch, target, value, some));
                            if (item.equals("flere")) {
                                all.model.arithm(some, "<=", n).post();
                            }
                        }
                        all.sum(said, item.equals("flere") ? ">=" : "=", List.of(n));
                    }
                }
                all.sum(answered, "<=", asked);
            }
        });
        shown(all, last, item, parts);
        return parts;
    }

    /** Everything that is shown of an item is the sum of those who lie there. A value that is not shown in a shown group is 0. */
    private static void shown(Unknowns all, Look look, String item, List<Part> parts) {
        Set<String> values = new LinkedHashSet<>();
        Map<Group, Map<String, List<IntVar>>> there = new HashMap<>();
        for (Part part : parts) {
            values.add(part.value());
            Stream.concat(groups(part.told()).stream(), Stream.of(really(part.atom())))
                    .forEach(it -> there.computeIfAbsent(it, _ -> new HashMap<>())
                            .computeIfAbsent(part.value(), _ -> new ArrayList<>())
                            .add(part.n()));
        }
        look.answers()
                .getOrDefault(item, Map.of())
                .forEach((group, counts) -> values.forEach(value -> all.sum(
                        there.getOrDefault(group, Map.of()).getOrDefault(value, List.of()),
                        "=",
                        counts.getOrDefault(value, 0))));
    }

    /** A staff group of a unit as it is, however its answers are kept. No view has it: the variants to be caught show it. */
    private static Group really(Atom atom) {
        return new Group("really", atom.unit(), "staff-group", atom.staffGroup());
    }

    private static List<IntVar> numbers(List<Part> parts, Predicate<Part> which) {
        return parts.stream().filter(which).map(Part::n).toList();
    }

    private static int count(List<Person> people, Predicate<Person> which) {
        return (int) people.stream().filter(which).count();
    }

    /** Groups of one to four that one could ask about. */
    private static Map<String, List<Person>> smallGroups(List<Person> people) {
        Map<String, List<Person>> groups = new LinkedHashMap<>();
        List<Function<Atom, String>> kinds = List.of(
                Atom::unit,
                it -> it.unit() + " " + it.staffGroup(),
                it -> it.unit() + " " + it.staffGroup() + " " + it.name(),
                Atom::owner,
                it -> it.county() + " " + it.staffGroup(),
                it -> it.county() + " " + it.level(),
                it -> it.level() + " " + it.staffGroup(),
                it -> it.unit() + " came before look " + it.look(),
                it -> it.county() + " " + it.staffGroup() + " came before look " + it.look());
        for (Function<Atom, String> kind : kinds) {
            people.stream()
                    .collect(
                            Collectors.groupingBy(it -> kind.apply(it.atom()), LinkedHashMap::new, Collectors.toList()))
                    .forEach((name, group) -> {
                        if (group.size() < Coarsening.K && !groups.containsValue(group)) {
                            groups.put(name.strip(), group);
                        }
                    });
        }
        return groups;
    }

    /** Whether it shows because all, or none, of the five or more that each came out with said so. */
    private static boolean oneMind(Story story, String item, String value, List<Person> group, Set<Integer> knowing) {
        return group.stream().allMatch(one -> {
            List<Person> together = story.people().stream()
                    .filter(it -> story.batch(it).equals(story.batch(one)))
                    .toList();
            List<Person> unknown = together.stream()
                    .filter(it -> !knowing.contains(it.number()))
                    .toList();
            int said = count(unknown, it -> it.told(item).contains(value));
            return together.size() >= Coarsening.K && unknown.size() > 1 && (said == 0 || said == unknown.size());
        });
    }

    /** What follows exactly about small groups of people whose answers the attacker does not know. */
    private static List<String> leaks(Story story, String item, Set<Integer> knowing) {
        List<String> leaks = new ArrayList<>();
        Set<String> values = story.people().stream()
                .flatMap(it -> it.told(item).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        smallGroups(story.people().stream()
                        .filter(it -> !knowing.contains(it.number()))
                        .toList())
                .forEach((name, group) -> values.forEach(value -> {
                    if (!oneMind(story, item, value, group, knowing)
                            && otherWorlds(story, item, value, group, knowing)
                                    .noneMatch(it -> fits(story, it, item, value, group, knowing))) {
                        leaks.add(name + " / " + item + " " + value);
                    }
                }));
        return leaks;
    }

    /**
     * Worlds to try: one of the group changes places with somebody who is not of it and came out with them. The solver says whether that
     * fits every number; where it does not, it looks around it. The last is the world as it is.
     */
    private static Stream<List<Person>> otherWorlds(
            Story story, String item, String value, List<Person> group, Set<Integer> knowing) {
        Stream<List<Person>> swapped = group.stream()
                .flatMap(one -> story.people().stream()
                        .filter(it -> !group.contains(it)
                                && !knowing.contains(it.number())
                                && story.batch(it).equals(story.batch(one))
                                && it.told(item).contains(value)
                                        != one.told(item).contains(value))
                        .limit(2)
                        .map(other -> story.people().stream()
                                .map(it -> it.equals(one)
                                        ? other.at(one.atom())
                                        : it.equals(other) ? one.at(other.atom()) : it)
                                .toList()));
        return Stream.concat(swapped.limit(3), Stream.of(story.people()));
    }

    private static boolean fits(
            Story story, List<Person> people, String item, String value, List<Person> group, Set<Integer> knowing) {
        Unknowns all = new Unknowns();
        Set<Atom> atoms = group.stream().map(Person::atom).collect(Collectors.toSet());
        List<IntVar> asked = numbers(
                know(
                        all,
                        new Story(story.round(), people, story.looks(), story.batches(), story.told()),
                        item,
                        knowing),
                it -> atoms.contains(it.atom()) && it.value().equals(value));
        return asked.isEmpty()
                || all.possible(asked, count(group, it -> it.told(item).contains(value)));
    }

    private static List<String> leaks(Story story) {
        return Stream.of(SVAR, "mer", "flere", "enig.rad", "alder")
                .flatMap(it -> leaks(story, it, Set.of()).stream())
                .toList();
    }

    private static Look look(Round round) {
        Map<Group, Integer> groups = new HashMap<>();
        world.sql
                .sql("select place_kind, place, split_kind, split, n from survey.report_group where round = :round")
                .param("round", round.id().value())
                .query(row -> {
                    groups.put(group(row), row.getInt("n"));
                });
        Map<String, Map<Group, Map<String, Integer>>> answers = new HashMap<>();
        world.sql
                .sql(
                        "select place_kind, place, split_kind, split, item, value, n from survey.report_answer where round = :round")
                .param("round", round.id().value())
                .query(row -> {
                    answers.computeIfAbsent(row.getString("item"), _ -> new HashMap<>())
                            .computeIfAbsent(group(row), _ -> new HashMap<>())
                            .put(row.getString("value"), row.getInt("n"));
                });
        return new Look(groups, answers);
    }

    private static Group group(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Group(
                row.getString("place_kind"),
                row.getString("place"),
                row.getString("split_kind"),
                row.getString("split"));
    }

    private static final String NODE = """
            coalesce(%1$s.unit::text, '') as %1$s_unit, coalesce(%1$s.county, '') as %1$s_county,
            coalesce(%1$s.level, '') as %1$s_level, coalesce(%1$s.staff_group, '') as %1$s_staff_group
            """;

    private static Node node(java.sql.ResultSet row, String of) throws java.sql.SQLException {
        return new Node(
                row.getString(of + "_unit"),
                row.getString(of + "_county"),
                row.getString(of + "_level"),
                row.getString(of + "_staff_group"));
    }

    /** Notes where the answers lie that have come out since the look before. */
    private static void out(Round round, int look, Map<Integer, Batch> batches) {
        world.sql
                .sql("select r.answers -> 'nummer' ->> 0 as nummer, " + NODE.formatted("c")
                        + " from survey.response r join survey.cell c on c.id = r.cell where r.round = :round")
                .param("round", round.id().value())
                .query(row -> {
                    batches.putIfAbsent(row.getInt("nummer"), new Batch(look, node(row, "c")));
                });
    }

    private static Map<String, Map<Node, Node>> told(Round round) {
        Map<String, Map<Node, Node>> told = new HashMap<>();
        world.sql
                .sql("select i.item, " + NODE.formatted("c") + ", " + NODE.formatted("t") + """
                         from survey.item_cell i join survey.cell c on c.id = i.cell join survey.cell t on t.id = i.target
                        where i.round = :round
                        """)
                .param("round", round.id().value())
                .query(row -> {
                    told.computeIfAbsent(row.getString("item"), _ -> new HashMap<>())
                            .put(node(row, "c"), node(row, "t"));
                });
        return told;
    }

    /** Lets them answer, looking at the results after each release, and closes. */
    private static Story story(Round.First first, int looksWhileOpen, List<Person> people) {
        readRegions();
        Round round =
                world.open(QuestionnaireText.read("alt", Path.of("alt.yaml"), QUESTIONS), first, looksWhileOpen > 0);
        List<Look> looks = new ArrayList<>();
        Map<Integer, Batch> batches = new HashMap<>();
        for (int look = 0; look <= looksWhileOpen; look++) {
            for (Person it : people) {
                if (it.atom().look() == look) {
                    Map<String, List<String>> answers = new HashMap<>(it.answers());
                    answers.put("nummer", List.of(String.valueOf(it.number())));
                    world.answer(
                            round,
                            new UnitPath(it.atom().unit()),
                            StaffGroup.of(it.atom().staffGroup()).orElseThrow(),
                            answers);
                }
            }
            if (look < looksWhileOpen) {
                app.bean(Releasing.class).release(round.id());
            } else {
                world.settle(round);
            }
            looks.add(look(round));
            out(round, look, batches);
        }
        assertThat(batches).hasSameSizeAs(people);
        return new Story(round, people, looks, batches, told(round));
    }

    private static Round.First first(long seed) {
        return seed % 2 == 0 ? Round.First.UNIT : Round.First.STAFF_GROUP;
    }

    private static int names = 0;

    /** A small country: two counties, some units of each, three staff groups, few of most and many of some. */
    private static List<Person> somebody(Random random, int looks) {
        List<Person> people = new ArrayList<>();
        for (String county : List.of("50", "46")) {
            ServiceLevel level = random.nextBoolean() ? ServiceLevel.PRIMARY : ServiceLevel.SPECIALIST;
            for (UnitPath unit : world.units("alt" + names++, county, level, 1 + random.nextInt(2))) {
                for (StaffGroup group : List.of(StaffGroup.MILIEU, StaffGroup.CLINICIAN)) {
                    int size = random.nextInt(3) == 0 ? 9 + random.nextInt(9) + 4 * (looks - 1) : random.nextInt(5);
                    for (int i = 0; i < size; i++) {
                        Atom atom =
                                new Atom(unit.value(), county, level.code(), group.code(), random.nextInt(looks), "");
                        people.add(new Person(atom, people.size(), answers(random)));
                    }
                }
            }
        }
        if (people.size() < 12 * looks || smallGroups(people).isEmpty()) {
            return somebody(random, looks);
        }
        return people;
    }

    private static Map<String, List<String>> answers(Random random) {
        Map<String, List<String>> answers = new HashMap<>();
        String choice = CHOICES.get(random.nextInt(3));
        answers.put(SVAR, List.of(choice));
        if (choice.equals("ja") && random.nextInt(5) > 0) {
            answers.put("mer", List.of(random.nextBoolean() ? "a" : "b"));
        }
        switch (random.nextInt(4)) {
            case 0 -> answers.put("flere", List.of("x"));
            case 1 -> answers.put("flere", List.of("y"));
            case 2 -> answers.put("flere", List.of("x", "y"));
            default -> {}
        }
        if (random.nextInt(3) > 0) {
            answers.put("enig.rad", List.of(String.valueOf(1 + random.nextInt(3))));
        }
        if (random.nextInt(4) > 0) {
            answers.put("alder", List.of(String.valueOf(random.nextInt(61))));
        }
        return answers;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void of_no_item_of_any_kind_it_follows_how_a_small_group_answered(long seed) {
        Random random = new Random(seed);
        Story story = story(first(seed), 0, somebody(random, 1));
        assertThat(story.told().values()).anySatisfy(it -> assertThat(it).isNotEmpty());
        assertThat(leaks(story)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void nor_for_somebody_who_looked_after_every_step_and_knows_who_came_between(long seed) {
        Random random = new Random(seed);
        Story story = story(first(seed), 2, somebody(random, 3));
        assertThat(story.batches().values().stream().map(Batch::look).distinct().count())
                .as("something came out in a step")
                .isGreaterThan(1);
        assertThat(steps(story.looks())).allMatch(it -> it == 0 || it >= Coarsening.K);
        assertThat(leaks(story, SVAR, Set.of())).isEmpty();
        assertThat(leaks(story, "mer", Set.of())).isEmpty();
    }

    /** By how many each number of answers grew from look to look. */
    private static List<Integer> steps(List<Look> looks) {
        List<Integer> steps = new ArrayList<>();
        for (int look = 1; look < looks.size(); look++) {
            Map<Group, Integer> before = looks.get(look - 1).groups();
            looks.get(look).groups().forEach((group, n) -> steps.add(n - before.getOrDefault(group, 0)));
            Map<Group, Map<String, Integer>> said =
                    looks.get(look - 1).answers().getOrDefault(SVAR, Map.of());
            looks.get(look)
                    .answers()
                    .getOrDefault(SVAR, Map.of())
                    .forEach((group, counts) -> steps.add(counts.getOrDefault("", 0)
                            - said.getOrDefault(group, Map.of()).getOrDefault("", 0)));
        }
        return steps;
    }

    // What of participation is shown: invited, and how many answers are told of.

    /**
     * Exactly how many of small groups answered, for somebody who knows only who was invited.
     *
     * @param really whether places tell how many really answered
     */
    private static List<String> participationLeaks(
            Round round, List<Person> answered, Map<Atom, Integer> invited, boolean really) {
        Map<Group, Integer> told = new HashMap<>();
        Map<Group, Integer> asked = new HashMap<>();
        world.sql
                .sql(
                        "select place_kind, place, split_kind, split, invited, answered from survey.report_participation where round = :round")
                .param("round", round.id().value())
                .query(row -> {
                    asked.put(group(row), row.getInt("invited"));
                    int n = row.getInt("answered");
                    if (!row.wasNull()) {
                        told.put(group(row), n);
                    }
                });
        assertThat(told).isEqualTo(look(round).groups());
        List<String> leaks = new ArrayList<>();
        smallGroups(answered).forEach((name, group) -> {
            Unknowns all = new Unknowns();
            Map<Atom, Map<Node, IntVar>> unknown = new LinkedHashMap<>();
            invited.forEach((atom, most) -> {
                Map<Node, IntVar> own = new LinkedHashMap<>();
                nodes(atom).stream()
                        .filter(it -> told.keySet().containsAll(groups(it)))
                        .forEach(it -> own.put(it, all.unknown(most, 0)));
                all.sum(List.copyOf(own.values()), "<=", most);
                unknown.put(atom, own);
            });
            told.forEach((place, n) -> all.sum(
                    unknown.values().stream()
                            .flatMap(it -> it.entrySet().stream())
                            .filter(it -> groups(it.getKey()).contains(place))
                            .map(Map.Entry::getValue)
                            .toList(),
                    "=",
                    n));
            if (really) {
                answered.stream()
                        .collect(Collectors.groupingBy(it -> it.atom().unit()))
                        .forEach((unit, people) -> all.sum(
                                unknown.entrySet().stream()
                                        .filter(it -> it.getKey().unit().equals(unit))
                                        .flatMap(it -> it.getValue().values().stream())
                                        .toList(),
                                "=",
                                people.size()));
            }
            Set<Atom> atoms = group.stream().map(Person::atom).collect(Collectors.toSet());
            List<IntVar> these = unknown.entrySet().stream()
                    .filter(it -> atoms.contains(it.getKey()))
                    .flatMap(it -> it.getValue().values().stream())
                    .toList();
            boolean everybodyAnswered = atoms.stream()
                    .allMatch(atom -> groups(nodes(atom).getFirst()).stream()
                            .anyMatch(it -> told.containsKey(it) && Objects.equals(told.get(it), asked.get(it))));
            if (!everybodyAnswered && !all.possible(these, group.size())) {
                leaks.add(name);
            }
        });
        return leaks;
    }

    /** A round that invited more than answered. */
    private static Story invitedMore(long seed, Map<Atom, Integer> invited) {
        Random random = new Random(seed);
        Story story = story(Round.First.UNIT, 0, somebody(random, 1));
        story.people().forEach(it -> invited.merge(it.atom(), 1, Integer::sum));
        for (Atom it : List.copyOf(invited.keySet())) {
            int more = random.nextInt(3);
            for (int i = 0; i < more; i++) {
                world.invite(
                        story.round(),
                        new UnitPath(it.unit()),
                        StaffGroup.of(it.staffGroup()).orElseThrow());
                invited.merge(it, 1, Integer::sum);
            }
        }
        // the count of the invited is kept when a round is settled: these came after
        world.sql
                .sql("delete from survey.group_asked where round = :round")
                .param("round", story.round().id().value())
                .update();
        world.sql.sql("""
                insert into survey.group_asked (round, place_kind, place, split_kind, split, invited)
                select round, place_kind, place, split_kind, split, invited from survey.asked_now where round = :round
                """).param("round", story.round().id().value()).update();
        return story;
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void of_no_small_group_the_numbers_of_participation_tell_how_many_answered(long seed) {
        Map<Atom, Integer> invited = new LinkedHashMap<>();
        Story story = invitedMore(seed, invited);
        assertThat(participationLeaks(story.round(), story.people(), invited, false))
                .isEmpty();
    }

    @Test
    void participation_as_it_really_was_in_each_unit_is_found() {
        Map<Atom, Integer> invited = new LinkedHashMap<>();
        Story story = invitedMore(22, invited);
        assertThat(participationLeaks(story.round(), story.people(), invited, true))
                .isNotEmpty();
    }

    // What the auditor is good for: each variant shows something it must not.

    /** Somebody whose answers the numbers do not tell, in a group by unit and staff group that is too small. */
    private static Map.Entry<String, List<Person>> victim(Story story, String item) {
        return smallGroups(story.people()).entrySet().stream()
                .filter(it ->
                        it.getValue().stream().map(Person::atom).distinct().count() == 1)
                .filter(it ->
                        it.getValue().stream().anyMatch(one -> !one.told(item).isEmpty()))
                .filter(it -> it.getValue().stream()
                        .flatMap(one -> one.told(item).stream())
                        .anyMatch(value -> !oneMind(story, item, value, it.getValue(), Set.of())))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Integer> counts(List<Person> people, String item) {
        Map<String, Integer> counts = new HashMap<>();
        people.stream().filter(it -> !it.told(item).isEmpty()).forEach(it -> {
            counts.merge("", 1, Integer::sum);
            it.told(item).forEach(value -> counts.merge(value, 1, Integer::sum));
        });
        return counts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"svar", "mer", "flere", "enig.rad", "alder"})
    void a_small_group_of_any_item_that_is_shown_is_found(String item) {
        Story story = story(Round.First.UNIT, 0, somebody(new Random(2), 1));
        Map.Entry<String, List<Person>> victim = victim(story, item);
        Atom atom = victim.getValue().getFirst().atom();
        Look leaky = story.looks().getFirst().with(item, really(atom), counts(victim.getValue(), item));
        assertThat(leaks(story, item, Set.of())).isEmpty();
        assertThat(leaks(story.seeing(List.of(leaky)), item, Set.of())).isNotEmpty();
    }

    @Test
    void a_step_of_one_is_found() {
        String unit = world.units("steg" + names++, "50", ServiceLevel.PRIMARY, 1)
                .getFirst()
                .value();
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            Atom atom = new Atom(unit, "50", "primary", "miljopersonell", i < 14 ? 0 : 1, "");
            people.add(new Person(atom, i, Map.of(SVAR, List.of(CHOICES.get(i % 3)))));
        }
        Story sound = story(Round.First.UNIT, 1, people);
        assertThat(leaks(sound, SVAR, Set.of())).isEmpty();

        // the same as a release would show that lets out everything at once, and then the one who came last
        Node own = new Node(unit, "50", "primary", "miljopersonell");
        List<Look> looks = new ArrayList<>();
        for (int look = 0; look < 2; look++) {
            int until = look;
            List<Person> out =
                    people.stream().filter(it -> it.atom().look() <= until).toList();
            Map<Group, Integer> groups = new HashMap<>();
            Map<Group, Map<String, Integer>> answers = new HashMap<>();
            groups(own).forEach(it -> {
                groups.put(it, out.size());
                answers.put(it, counts(out, SVAR));
            });
            looks.add(new Look(groups, Map.of(SVAR, answers)));
        }
        Map<Integer, Batch> batches = people.stream()
                .collect(Collectors.toMap(
                        Person::number, it -> new Batch(it.atom().look(), own)));
        assertThat(steps(looks)).contains(1);
        assertThat(leaks(new Story(sound.round(), people, looks, batches, Map.of()), SVAR, Set.of()))
                .isNotEmpty();
    }

    // Somebody who answered too, and takes the own answer away: what five are worth then.

    /** Five of one unit who answered differently, each known by name, and nobody else. */
    private static Story five() {
        String unit = world.units("fem" + names++, "46", ServiceLevel.PRIMARY, 1)
                .getFirst()
                .value();
        List<String> said = List.of("ja", "ja", "nei", "kanskje", "nei");
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Atom atom = new Atom(unit, "46", "primary", "miljopersonell", 0, "person " + i);
            people.add(new Person(atom, i, Map.of(SVAR, List.of(said.get(i)))));
        }
        return story(Round.First.UNIT, 0, people);
    }

    @Test
    void one_of_five_who_takes_away_the_own_answer_knows_the_other_four_together_but_none_of_them() {
        assertThat(leaks(five(), SVAR, Set.of())).isEmpty();
        List<String> leaks = leaks(five(), SVAR, Set.of(0));
        assertThat(leaks).as("of the four together").isNotEmpty();
        assertThat(leaks).as("of one alone").noneMatch(it -> it.contains("person"));
    }

    @Test
    void three_of_five_who_put_theirs_together_cannot_tell_the_other_two_apart_but_four_know_the_fifth() {
        assertThat(leaks(five(), SVAR, Set.of(0, 1, 2))).noneMatch(it -> it.contains("person"));
        assertThat(leaks(five(), SVAR, Set.of(0, 1, 2, 3))).isNotEmpty();
    }
}
