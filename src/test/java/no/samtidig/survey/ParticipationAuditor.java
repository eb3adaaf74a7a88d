package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.samtidig.survey.EverythingShown.Group;
import no.samtidig.survey.EverythingShown.Participation;
import no.samtidig.survey.Story.Known;
import no.samtidig.survey.Story.Person;
import org.chocosolver.solver.variables.IntVar;

/** Asks what follows from how many were invited, and how many of them are told of, for somebody who knows only who was invited. */
record ParticipationAuditor(EverythingShown shown) {
    /**
     * Small groups of which it follows exactly how many answered.
     *
     * @param really whether units tell how many really answered: the variant to be caught
     */
    List<String> leaks(Story story, Map<Known, Integer> invited, boolean really) {
        Participation participation = shown.participation(story.round());
        assertThat(participation.answered()).isEqualTo(shown.look(story.round()).groups());
        List<String> leaks = new ArrayList<>();
        Story.smallGroups(story.people()).forEach((name, group) -> {
            Set<Known> who = group.stream().map(Person::known).collect(Collectors.toSet());
            boolean everybodyAnswered = who.stream()
                    .allMatch(one -> shown.groups(one.work()).stream().anyMatch(participation::isEverybody));
            Unknowns all = new Unknowns();
            List<Part> parts = parts(all, participation.answered(), invited);
            if (really) {
                story.people().stream()
                        .collect(Collectors.groupingBy(it -> it.known().work().unit()))
                        .forEach((unit, people) -> all.sum(
                                parts.stream()
                                        .filter(it -> it.who().work().unit().equals(unit))
                                        .map(Part::n)
                                        .toList(),
                                "=",
                                people.size()));
            }
            List<IntVar> these = parts.stream()
                    .filter(it -> who.contains(it.who()))
                    .map(Part::n)
                    .toList();
            if (!everybodyAnswered && !all.possible(these, group.size())) {
                leaks.add(name);
            }
        });
        return leaks;
    }

    /** An unknown number: how many of these people answered and are told of so. */
    private record Part(Known who, Work told, IntVar n) {}

    private List<Part> parts(Unknowns all, Map<Group, Integer> answered, Map<Known, Integer> invited) {
        List<Part> parts = new ArrayList<>();
        invited.forEach((who, most) -> {
            List<Part> own = shown.possible(who.work(), answered.keySet()).stream()
                    .map(it -> new Part(who, it, all.unknown(most, 0)))
                    .toList();
            all.sum(own.stream().map(Part::n).toList(), "<=", most);
            parts.addAll(own);
        });
        answered.forEach((group, n) -> all.sum(
                parts.stream()
                        .filter(it -> shown.groups(it.told()).contains(group))
                        .map(Part::n)
                        .toList(),
                "=",
                n));
        return parts;
    }
}
