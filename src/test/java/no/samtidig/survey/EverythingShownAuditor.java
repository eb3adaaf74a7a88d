package no.samtidig.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.survey.EverythingShown.Group;
import no.samtidig.survey.EverythingShown.Look;
import no.samtidig.survey.Story.Batch;
import no.samtidig.survey.Story.Known;
import no.samtidig.survey.Story.Person;
import no.samtidig.survey.disclosure.Coarsening;
import org.chocosolver.solver.variables.IntVar;

/** Asks what follows from everything that was ever shown of a round about groups of one to four people. */
record EverythingShownAuditor(EverythingShown shown) {
    List<String> leaks(Story story) {
        return Story.ITEMS.stream()
                .flatMap(it -> leaks(story, it, Set.of()).stream())
                .toList();
    }

    /**
     * What follows exactly about small groups of people.
     *
     * @param knowing the numbers of those whose answers the attacker knows: none of the people asked about
     */
    List<String> leaks(Story story, String item, Set<Integer> knowing) {
        Set<String> values = story.people().stream()
                .flatMap(it -> it.told(item).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Person> unknown = story.people().stream()
                .filter(it -> !knowing.contains(it.number()))
                .toList();
        List<String> leaks = new ArrayList<>();
        Story.smallGroups(unknown)
                .forEach((name, group) -> values.forEach(value -> {
                    Question question = new Question(story, item, value, group, knowing);
                    if (!question.oneMind() && question.otherWorlds().noneMatch(it -> fits(it, question))) {
                        leaks.add(name + " / " + item + " " + value);
                    }
                }));
        return leaks;
    }

    /** How many of the group gave this answer. */
    record Question(Story story, String item, String value, List<Person> group, Set<Integer> knowing) {
        /** Whether it shows because all, or none, of the five or more that each came out with said so. */
        boolean oneMind() {
            return group.stream().allMatch(one -> {
                List<Person> together = story.people().stream()
                        .filter(it -> story.batch(it).equals(story.batch(one)))
                        .toList();
                List<Person> unknown = together.stream()
                        .filter(it -> !knowing.contains(it.number()))
                        .toList();
                int said = count(unknown, it -> it.told(item, value));
                return together.size() >= Coarsening.K && unknown.size() > 1 && (said == 0 || said == unknown.size());
            });
        }

        /**
         * Worlds to try: one of the group changes places with somebody who is not of it and came out with them. The solver says whether
         * that fits every number; where it does not, it looks around it. The last is the world as it is.
         */
        Stream<Story> otherWorlds() {
            Stream<Story> swapped = group.stream()
                    .flatMap(one -> story.people().stream()
                            .filter(it -> !group.contains(it)
                                    && !knowing.contains(it.number())
                                    && story.batch(it).equals(story.batch(one))
                                    && it.told(item, value) != one.told(item, value))
                            .limit(2)
                            .map(other -> story.swapping(one, other)));
            return Stream.concat(swapped.limit(3), Stream.of(story));
        }
    }

    /** Whether a world around this one fits everything shown, in which not as many of the group gave the answer as really did. */
    private boolean fits(Story world, Question question) {
        Unknowns all = new Unknowns();
        Map<Known, List<Part>> choices = choices(all, world, question.knowing());
        List<Part> parts = question.item().equals(Story.SVAR)
                ? choices.values().stream().flatMap(List::stream).toList()
                : answers(all, world, question.item(), choices);
        Set<Known> who = question.group().stream().map(Person::known).collect(Collectors.toSet());
        List<IntVar> asked =
                numbers(parts, it -> who.contains(it.who()) && it.value().equals(question.value()));
        return asked.isEmpty()
                || all.possible(asked, count(question.group(), it -> it.told(question.item(), question.value())));
    }

    /** An unknown number: of these people, of those who lie there and came out then, how many said it; {@code ""} is anything. */
    private record Part(Known who, Batch batch, Work told, String value, IntVar n) {}

    /** Where the choices that all make may lie, and what is known of them. */
    private Map<Known, List<Part>> choices(Unknowns all, Story world, Set<Integer> knowing) {
        Map<Known, List<Part>> choices = new LinkedHashMap<>();
        world.alike().forEach((who, people) -> {
            List<Part> own = new ArrayList<>();
            for (int look = who.look(); look < world.looks().size(); look++) {
                Set<Group> groups = world.looks().get(look).groups().keySet();
                for (Work kept : shown.possible(who.work(), groups)) {
                    Batch batch = new Batch(look, kept);
                    List<Person> there = people.stream()
                            .filter(it -> world.batch(it).equals(batch))
                            .toList();
                    for (String value : Story.CHOICES) {
                        int really = count(there, it -> it.told(Story.SVAR, value));
                        own.add(new Part(who, batch, kept, value, all.unknown(people.size(), really)));
                    }
                }
            }
            all.sum(numbers(own, _ -> true), "=", people.size());
            if (people.stream().allMatch(it -> knowing.contains(it.number()))) {
                Story.CHOICES.forEach(value -> all.sum(
                        numbers(own, it -> it.value().equals(value)),
                        "=",
                        count(people, it -> it.told(Story.SVAR, value))));
            }
            choices.put(who, own);
        });
        for (int look = 0; look < world.looks().size(); look++) {
            int until = look;
            List<Part> out = choices.values().stream()
                    .flatMap(List::stream)
                    .filter(it -> it.batch().look() <= until)
                    .toList();
            fitWhatIsShown(all, world.looks().get(look), Story.SVAR, out);
        }
        return choices;
    }

    /** Where the answers to an item that need not be answered may lie, and what is known of them; it is told of at the end only. */
    private List<Part> answers(Unknowns all, Story world, String item, Map<Known, List<Part>> choices) {
        boolean several = item.equals("flere");
        Look last = world.looks().getLast();
        List<String> values = last.of(item).values().stream()
                .flatMap(it -> it.keySet().stream())
                .filter(it -> !it.isEmpty())
                .distinct()
                .sorted()
                .toList();
        List<Part> parts = new ArrayList<>();
        world.alike().forEach((who, people) -> {
            List<Work> targets = shown.possible(who.work(), last.of(item).keySet());
            for (Work kept : who.work().waysToKeep()) {
                List<IntVar> asked = numbers(
                        choices.getOrDefault(who, List.of()),
                        it -> it.batch().kept().equals(kept)
                                && (!item.equals("mer") || it.value().equals("ja")));
                if (asked.isEmpty()) {
                    continue;
                }
                Batch batch = new Batch(0, kept);
                List<IntVar> answered = new ArrayList<>();
                for (Work target : targets) {
                    if (!target.tellsNoMoreThan(kept)) {
                        continue;
                    }
                    List<Person> there = people.stream()
                            .filter(it -> world.batch(it).kept().equals(kept)
                                    && world.told(item, kept).equals(target))
                            .toList();
                    IntVar n = all.unknown(
                            people.size(), count(there, it -> !it.told(item).isEmpty()));
                    answered.add(n);
                    parts.add(new Part(who, batch, target, "", n));
                    List<IntVar> said = new ArrayList<>();
                    for (String value : values) {
                        IntVar some = all.unknown(people.size(), count(there, it -> it.told(item, value)));
                        said.add(some);
                        parts.add(new Part(who, batch, target, value, some));
                        if (several) {
                            all.sum(List.of(some), "<=", List.of(n));
                        }
                    }
                    all.sum(said, several ? ">=" : "=", List.of(n));
                }
                all.sum(answered, "<=", asked);
            }
        });
        fitWhatIsShown(all, last, item, parts);
        return parts;
    }

    /** Everything that is shown of an item is the sum of those who lie there. A value that is not shown in a shown group is 0. */
    private void fitWhatIsShown(Unknowns all, Look look, String item, List<Part> parts) {
        Set<String> values = new LinkedHashSet<>();
        Map<Group, Map<String, List<IntVar>>> there = new HashMap<>();
        for (Part part : parts) {
            values.add(part.value());
            Stream.concat(
                            shown.groups(part.told()).stream(),
                            Stream.of(Group.really(part.who().work())))
                    .forEach(it -> there.computeIfAbsent(it, _ -> new HashMap<>())
                            .computeIfAbsent(part.value(), _ -> new ArrayList<>())
                            .add(part.n()));
        }
        look.of(item)
                .forEach((group, counts) -> values.forEach(value -> all.sum(
                        there.getOrDefault(group, Map.of()).getOrDefault(value, List.of()),
                        "=",
                        counts.getOrDefault(value, 0))));
    }

    private static List<IntVar> numbers(List<Part> parts, Predicate<Part> which) {
        return parts.stream().filter(which).map(Part::n).toList();
    }

    private static int count(List<Person> people, Predicate<Person> which) {
        return (int) people.stream().filter(which).count();
    }
}
