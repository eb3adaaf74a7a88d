package no.samtidig.survey.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.survey.Round;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.disclosure.Sight.Extent;
import no.samtidig.survey.disclosure.Sight.Outlook;
import org.junit.jupiter.api.Test;

/** What must be seen whole is, in two hundred simulated rounds of {@code bin/simulate-rounds}; and the makers are told before. */
class KeptWholeTest {
    private static final int ROUNDS = 200;

    @Test
    void with_staff_groups_first_all_four_stay_whole_and_most_answers_keep_their_unit_and_county() {
        SimulatedRounds.Kept kept = SimulatedRounds.play(Traits.coarsening(Round.First.STAFF_GROUP), 60, ROUNDS);
        assertThat(kept.allWhole()).containsEntry("staff group", ROUNDS);
        assertThat(kept.answers().get("unit")).isGreaterThan(50);
        assertThat(kept.answers().get("county")).isGreaterThan(75);
    }

    /** The guard's own guard: as it was until December 2026. */
    @Test
    void with_the_county_worth_more_than_the_staff_group_leaders_seldom_stayed_whole() {
        SimulatedRounds.Kept before = SimulatedRounds.play(Traits.coarsening(2, 6, 3, 5), 60, ROUNDS);
        assertThat(before.leadersWhole()).isLessThan(ROUNDS / 2);
        assertThat(before.allWhole().get("staff group")).isLessThan(ROUNDS / 2);
    }

    @Test
    void with_regions_first_every_county_stays_whole_and_with_units_first_nearly_every_unit() {
        assertThat(SimulatedRounds.play(Traits.coarsening(Round.First.REGION), 60, ROUNDS)
                        .allWhole()
                        .get("county"))
                .isGreaterThanOrEqualTo(ROUNDS * 95 / 100);
        assertThat(SimulatedRounds.play(Traits.coarsening(Round.First.UNIT), 60, ROUNDS)
                        .groupsWhole()
                        .get("unit"))
                .isGreaterThan(95);
    }

    /** A unit compares its rounds over eighteen months: their rule is the one they began with. */
    @Test
    void rounds_of_a_unit_are_divided_as_ever() {
        List<Traits> people = SimulatedRounds.threeHundred();
        for (int seed = 0; seed < 20; seed++) {
            assertThat(sizes(Traits.coarsening(Round.First.UNIT), people, seed))
                    .isEqualTo(sizes(Traits.coarsening(9, 4, 2, 2), people, seed))
                    .isNotEqualTo(sizes(Traits.coarsening(Round.First.STAFF_GROUP), people, seed));
        }
    }

    private static Map<Traits, Integer> sizes(Coarsening<Traits> rule, List<Traits> people, long seed) {
        Map<Traits, Integer> sizes = new HashMap<>();
        Random random = new Random(seed);
        List<Traits> some =
                people.stream().filter(_ -> random.nextInt(100) < 60).toList();
        rule.divide(some, it -> it, random).cells().forEach((traits, cell) -> sizes.put(traits, cell.size()));
        return sizes;
    }

    private static final Map<String, String> REGIONS =
            Map.of("50", "RVTS Midt", "46", "RVTS Vest", "34", "RVTS Øst", "03", "RVTS Øst");

    private static Sight sight(List<Traits> invited, Round.First first) {
        return Foresight.of(invited, REGIONS, Traits.coarsening(first), 7);
    }

    private static List<Outlook> leaders(Sight sight) {
        return sight.staffGroups().stream()
                .filter(it -> it.of() == StaffGroup.LEADER)
                .findFirst()
                .orElseThrow()
                .at();
    }

    @Test
    void makers_are_told_what_they_will_see_with_each_choice() {
        List<Traits> invited = SimulatedRounds.threeHundred();
        Sight groups = sight(invited, Round.First.STAFF_GROUP);
        assertThat(groups.invited()).isEqualTo(300);
        assertThat(groups.staffGroups().stream().map(Sight.Row::of)).containsExactly(StaffGroup.values());
        assertThat(leaders(groups))
                .as("where four of ten answer, leaders are now and then too few; from six of ten on never")
                .isSubsetOf(Outlook.WHOLE, Outlook.OFTEN)
                .endsWith(Outlook.WHOLE, Outlook.WHOLE);
        assertThat(groups.units().own().getLast()).isIn(Extent.ALL, Extent.MOST);
        assertThat(groups.units().whole()).doesNotContain(Extent.ALL, Extent.MOST);

        Sight units = sight(invited, Round.First.UNIT);
        assertThat(leaders(units)).doesNotContain(Outlook.WHOLE, Outlook.OWN);
        assertThat(units.units().count()).isEqualTo(12);
        assertThat(units.units().whole().getLast()).isEqualTo(Extent.ALL);

        Sight regions = sight(invited, Round.First.REGION);
        assertThat(regions.regions())
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.at()).containsOnly(Outlook.WHOLE));
    }

    @Test
    void of_four_who_are_invited_nothing_will_be_seen_and_of_nobody_nothing_is_played() {
        List<Traits> invited = new ArrayList<>(SimulatedRounds.threeHundred());
        invited.removeIf(it -> it.staffGroup() == StaffGroup.LEADER);
        for (int i = 0; i < 4; i++) {
            invited.add(new Traits(new UnitPath("no.eier.liten"), "50", ServiceLevel.PRIMARY, StaffGroup.LEADER));
        }
        assertThat(leaders(sight(invited, Round.First.STAFF_GROUP))).containsOnly(Outlook.NEVER);
        Sight nobody = sight(List.of(), Round.First.STAFF_GROUP);
        assertThat(nobody.staffGroups()).isEmpty();
        assertThat(nobody.units().own()).containsOnly(Extent.NONE);
    }
}
