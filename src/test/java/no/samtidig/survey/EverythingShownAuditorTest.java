package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import no.samtidig.App;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.survey.EverythingShown.Group;
import no.samtidig.survey.EverythingShown.Look;
import no.samtidig.survey.EverythingShownAuditor.Question;
import no.samtidig.survey.ParticipationAuditor.Telling;
import no.samtidig.survey.Stories.InvitedMore;
import no.samtidig.survey.Story.Batch;
import no.samtidig.survey.Story.Known;
import no.samtidig.survey.Story.Person;
import no.samtidig.survey.disclosure.Coarsening;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
@Tag("auditor")
@RenewedApp
@Proves(Promise.SMALL_GROUPS)
class EverythingShownAuditorTest {
    private static final App app = App.shared();
    private static EverythingShown shown;
    private static Stories stories;
    private static EverythingShownAuditor auditor;

    @BeforeAll
    static void start() {
        SurveyWorld world = new SurveyWorld(app);
        shown = new EverythingShown(world.sql);
        stories = new Stories(world, shown);
        auditor = new EverythingShownAuditor(shown);
    }

    private static Round.First first(long seed) {
        return seed % 3 == 0 ? Round.First.STAFF_GROUP : seed % 3 == 1 ? Round.First.UNIT : Round.First.REGION;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void of_no_item_of_any_kind_it_follows_how_a_small_group_answered(long seed) {
        Story story = stories.played(first(seed), 0, stories.smallCountry(new Random(seed), 1));
        assertThat(story.told().values()).anySatisfy(it -> assertThat(it).isNotEmpty());
        assertThat(auditor.leaks(story)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void nor_for_somebody_who_looked_after_every_step_and_knows_who_came_between(long seed) {
        Story story = stories.played(first(seed), 2, stories.smallCountry(new Random(seed), 3));
        assertThat(story.batches().values().stream().map(Batch::look).distinct().count())
                .as("something came out in a step")
                .isGreaterThan(1);
        assertThat(steps(story.looks())).allMatch(it -> it == 0 || it >= Coarsening.K);
        assertThat(auditor.leaks(story, Story.SVAR, Set.of())).isEmpty();
        assertThat(auditor.leaks(story, "mer", Set.of())).isEmpty();
    }

    /** By how many each number of answers grew from look to look. */
    private static List<Integer> steps(List<Look> looks) {
        List<Integer> steps = new ArrayList<>();
        for (int i = 1; i < looks.size(); i++) {
            Look before = looks.get(i - 1);
            Look after = looks.get(i);
            after.groups().forEach((group, n) -> steps.add(n - before.groups().getOrDefault(group, 0)));
            after.of(Story.SVAR)
                    .forEach((group, counts) -> steps.add(counts.getOrDefault("", 0)
                            - before.of(Story.SVAR)
                                    .getOrDefault(group, Map.of())
                                    .getOrDefault("", 0)));
        }
        return steps;
    }

    @ParameterizedTest
    @CsvSource({"21, UNIT", "22, UNIT", "23, UNIT", "21, STAFF_GROUP", "22, STAFF_GROUP", "23, REGION"})
    void of_no_small_group_what_is_told_of_participation_tells_how_many_answered(long seed, Round.First first) {
        InvitedMore round = stories.invitedMore(first, seed);
        assertThat(new ParticipationAuditor(shown).leaks(round.story(), round.invited(), Telling.AS_IT_IS))
                .isEmpty();
    }

    // What the auditor is good for: each variant shows something it must not.

    @Test
    void participation_as_it_really_was_in_each_unit_is_found() {
        InvitedMore round = stories.invitedMore(Round.First.UNIT, 22);
        assertThat(new ParticipationAuditor(shown).leaks(round.story(), round.invited(), Telling.REALLY_IN_UNITS))
                .isNotEmpty();
    }

    @Test
    void that_a_group_of_any_size_has_answers_is_found() {
        InvitedMore round = stories.oneAmongMany();
        assertThat(new ParticipationAuditor(shown).leaks(round.story(), round.invited(), Telling.AS_IT_IS))
                .isEmpty();
        assertThat(new ParticipationAuditor(shown).leaks(round.story(), round.invited(), Telling.HELD_FROM_ONE))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"svar", "mer", "flere", "enig.rad", "alder"})
    void a_small_group_of_any_item_that_is_shown_is_found(String item) {
        Story story = smallCountry(2);
        List<Person> victims = victims(story, item);
        // how people are put together is drawn anew each time, and now and then the numbers hide nobody's answer to
        // this item
        for (int seed = 3; victims.isEmpty() && seed < 12; seed++) {
            story = smallCountry(seed);
            victims = victims(story, item);
        }
        assertThat(auditor.leaks(story, item, Set.of())).isEmpty();
        Group group = Group.really(victims.getFirst().known().work());
        Look leaky = story.looks().getFirst().with(item, group, Story.counts(victims, item));
        assertThat(auditor.leaks(story.seeing(List.of(leaky)), item, Set.of())).isNotEmpty();
    }

    private Story smallCountry(int seed) {
        return stories.played(Round.First.UNIT, 0, stories.smallCountry(new Random(seed), 1));
    }

    /** Those whose answers the numbers do not tell, in a group by unit and staff group that is too small; empty where there are none. */
    private static List<Person> victims(Story story, String item) {
        return Story.smallGroups(story.people()).values().stream()
                .filter(group -> group.stream().map(Person::known).distinct().count() == 1)
                .filter(group -> group.stream()
                        .flatMap(it -> it.told(item).stream())
                        .anyMatch(value -> !new Question(story, item, value, group, Set.of()).oneMind()))
                .findFirst()
                .orElse(List.of());
    }

    @Test
    void a_step_of_one_is_found() {
        Work work = stories.oneUnit("50");
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            Known who = new Known(work, i < 14 ? 0 : 1, "");
            people.add(new Person(who, i, Map.of(Story.SVAR, List.of(Story.CHOICES.get(i % 3)))));
        }
        Story sound = stories.played(Round.First.UNIT, 1, people);
        assertThat(auditor.leaks(sound, Story.SVAR, Set.of())).isEmpty();

        // the same as a release would show that lets out everything at once, and then the one who came last
        List<Look> looks = List.of(everything(work, people.subList(0, 14)), everything(work, people));
        Map<Integer, Batch> batches = people.stream()
                .collect(Collectors.toMap(
                        Person::number, it -> new Batch(it.known().look(), work)));
        assertThat(steps(looks)).contains(1);
        Story hasty = new Story(sound.round(), people, looks, batches, Map.of());
        assertThat(auditor.leaks(hasty, Story.SVAR, Set.of())).isNotEmpty();
    }

    /** What would be shown if all the answers of these, of one unit, were out. */
    private static Look everything(Work work, List<Person> out) {
        Map<Group, Integer> groups = new HashMap<>();
        Map<Group, Map<String, Integer>> answers = new HashMap<>();
        shown.groups(work).forEach(it -> {
            groups.put(it, out.size());
            answers.put(it, Story.counts(out, Story.SVAR));
        });
        return new Look(groups, Map.of(Story.SVAR, answers));
    }

    // Somebody who answered too, and takes the own answer away: what five are worth then.

    /** Five of one unit who answered differently, each known by name, and nobody else. */
    private static Story five() {
        Work work = stories.oneUnit("46");
        List<String> said = List.of("ja", "ja", "nei", "kanskje", "nei");
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            people.add(new Person(new Known(work, 0, "person " + i), i, Map.of(Story.SVAR, List.of(said.get(i)))));
        }
        return stories.played(Round.First.UNIT, 0, people);
    }

    @Test
    void one_of_five_who_takes_away_the_own_answer_knows_the_other_four_together_but_none_of_them() {
        assertThat(auditor.leaks(five(), Story.SVAR, Set.of())).isEmpty();
        List<String> leaks = auditor.leaks(five(), Story.SVAR, Set.of(0));
        assertThat(leaks).as("of the four together").isNotEmpty();
        assertThat(leaks).as("of one alone").noneMatch(it -> it.contains("person"));
    }

    @Test
    void three_of_five_who_put_theirs_together_cannot_tell_the_other_two_apart_but_four_know_the_fifth() {
        assertThat(auditor.leaks(five(), Story.SVAR, Set.of(0, 1, 2))).noneMatch(it -> it.contains("person"));
        assertThat(auditor.leaks(five(), Story.SVAR, Set.of(0, 1, 2, 3))).isNotEmpty();
    }
}
