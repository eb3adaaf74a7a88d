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
import no.samtidig.survey.disclosure.Coarsening;
import org.chocosolver.solver.variables.IntVar;

/** Asks what follows from how many were invited, and how many of them are told of, for somebody who knows only who was invited. */
record ParticipationAuditor(EverythingShown shown) {
    /** What is told of participation: as it is, or as the variants to be caught would. */
    enum Telling {
        AS_IT_IS,
        /** Units tell how many really answered. */
        REALLY_IN_UNITS,
        /** That there are answers is told of any group that has some, and else that there are none. */
        HELD_FROM_ONE
    }

    /** Small groups of which it follows exactly how many answered. */
    List<String> leaks(Story story, Map<Known, Integer> invited, Telling telling) {
        Participation participation = shown.participation(story.round());
        assertThat(participation.answered()).isEqualTo(shown.look(story.round()).groups());
        List<String> leaks = new ArrayList<>();
        Story.smallGroups(story.people()).forEach((name, group) -> {
            Set<Known> who = group.stream().map(Person::known).collect(Collectors.toSet());
            boolean everybodyAnswered = who.stream()
                    .allMatch(one -> shown.groups(one.work()).stream().anyMatch(participation::isEverybody));
            Unknowns all = new Unknowns();
            List<Part> parts = parts(all, participation.answered(), invited);
            held(all, parts, story, participation, telling);
            if (telling == Telling.REALLY_IN_UNITS) {
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

    /** Of a group that nothing is shown of it is told that there are answers: five or more of ten or more; else there are fewer. */
    private void held(Unknowns all, List<Part> parts, Story story, Participation participation, Telling telling) {
        participation.invited().forEach((group, invited) -> {
            if (participation.answered().containsKey(group)
                    || (group.splitKind().equals("level")
                            && Set.of("unit", "owner").contains(group.kind()))) {
                return;
            }
            List<IntVar> there = parts.stream()
                    .filter(it -> shown.groups(it.who().work()).contains(group))
                    .map(Part::n)
                    .toList();
            int really = (int) story.people().stream()
                    .filter(it -> shown.groups(it.known().work()).contains(group))
                    .count();
            boolean held = participation.held().contains(group);
            if (telling == Telling.HELD_FROM_ONE) {
                all.sum(there, really > 0 ? ">=" : "<=", really > 0 ? 1 : 0);
            } else if (held) {
                assertThat(really).isGreaterThanOrEqualTo(Coarsening.K);
                all.sum(there, ">=", Coarsening.K);
            } else if (invited >= Round.EXACT) {
                assertThat(really).isLessThan(Coarsening.K);
                all.sum(there, "<=", Coarsening.K - 1);
            }
        });
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
