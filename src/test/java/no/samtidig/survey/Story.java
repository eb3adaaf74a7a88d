package no.samtidig.survey;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.samtidig.questionnaire.Bins;
import no.samtidig.survey.EverythingShown.Look;
import no.samtidig.survey.disclosure.Coarsening;

/**
 * A round that is over, with everything that was ever to be seen, and the truth.
 *
 * @param batches by the number of the person
 * @param told item and what was kept to what its answers are told with, where that is another
 */
record Story(
        Round round,
        List<Person> people,
        List<Look> looks,
        Map<Integer, Batch> batches,
        Map<String, Map<Work, Work>> told) {

    /** A choice all make, one that only some are asked, several that can be chosen, a row of a grid, a number in bins, a text. */
    static final String QUESTIONS = """
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

    static final String SVAR = "svar";
    static final List<String> CHOICES = List.of("ja", "nei", "kanskje");
    static final List<String> ITEMS = List.of(SVAR, "mer", "flere", "enig.rad", "alder");

    /**
     * What the attacker knows of somebody. Those of whom the same is known cannot be told apart.
     *
     * @param work all that could be kept beside the answer
     * @param look the first look at the results that the answer can be in
     * @param name of a single person; else empty
     */
    record Known(Work work, int look, String name) {}

    record Person(Known known, int number, Map<String, List<String>> answers) {
        /** What is counted of the answer. */
        List<String> told(String item) {
            List<String> values = answers.getOrDefault(item, List.of());
            return item.equals("alder")
                    ? values.stream()
                            .map(it -> new Bins(0, 60, 10).of(Integer.parseInt(it)))
                            .toList()
                    : values;
        }

        boolean told(String item, String value) {
            return told(item).contains(value);
        }
    }

    /** With which look at the results an answer came out, and what is kept beside it. */
    record Batch(int look, Work kept) {}

    Batch batch(Person person) {
        return Objects.requireNonNull(batches.get(person.number()));
    }

    Work told(String item, Work kept) {
        return told.getOrDefault(item, Map.of()).getOrDefault(kept, kept);
    }

    /** Those who cannot be told apart. */
    Map<Known, List<Person>> alike() {
        return people.stream().collect(Collectors.groupingBy(Person::known, LinkedHashMap::new, Collectors.toList()));
    }

    /** The same with other numbers shown. */
    Story seeing(List<Look> other) {
        return new Story(round, people, other, batches, told);
    }

    /** The same with two people in each other's place. */
    Story swapping(Person one, Person other) {
        List<Person> swapped = people.stream()
                .map(it -> it.equals(one) ? at(one, other) : it.equals(other) ? at(other, one) : it)
                .toList();
        return new Story(round, swapped, looks, batches, told);
    }

    private static Person at(Person place, Person person) {
        return new Person(place.known(), person.number(), person.answers());
    }

    /** Groups of one to four of these people that one could ask about. */
    static Map<String, List<Person>> smallGroups(List<Person> people) {
        List<Function<Known, String>> kinds = List.of(
                it -> it.work().unit(),
                it -> it.work().unit() + " " + it.work().staffGroup(),
                it -> it.work().unit() + " " + it.work().staffGroup() + " " + it.name(),
                it -> it.work().owner(),
                it -> it.work().county() + " " + it.work().staffGroup(),
                it -> it.work().county() + " " + it.work().level(),
                it -> it.work().level() + " " + it.work().staffGroup(),
                it -> it.work().unit() + " came before look " + it.look(),
                it -> it.work().county() + " " + it.work().staffGroup() + " came before look " + it.look());
        Map<String, List<Person>> groups = new LinkedHashMap<>();
        for (Function<Known, String> kind : kinds) {
            people.stream()
                    .collect(Collectors.groupingBy(
                            it -> kind.apply(it.known()), LinkedHashMap::new, Collectors.toList()))
                    .forEach((name, group) -> {
                        if (group.size() < Coarsening.K && !groups.containsValue(group)) {
                            groups.put(name.strip(), group);
                        }
                    });
        }
        return groups;
    }

    /** How many of these people gave each answer, with {@code ""} for how many answered. */
    static Map<String, Integer> counts(List<Person> people, String item) {
        Map<String, Integer> counts = new HashMap<>();
        people.stream().map(it -> it.told(item)).filter(it -> !it.isEmpty()).forEach(values -> {
            counts.merge("", 1, Integer::sum);
            values.forEach(value -> counts.merge(value, 1, Integer::sum));
        });
        return counts;
    }
}
