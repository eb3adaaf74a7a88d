package no.samtidig.improvement.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the agreement promises in numbers and words. */
class HoursTest {
    @Test
    void each_gives_fourteen_hours_three_quarters_of_an_hour_a_month_and_the_leader_forty_two() {
        Hours hours = new Hours(22);
        assertThat(Hours.EACH).isEqualTo(14);
        assertThat(hours.minutesAMonth()).isEqualTo(45);
        assertThat(hours.leader()).isEqualTo(42);
        assertThat(hours.unit())
                .as("22 times 14, 27.5 of the leader's and four times 9 of the team's")
                .isEqualTo(372);
        assertThat(hours.unitAMonth()).isEqualTo(21);
        assertThat(new Hours(4).unit())
                .as("a team of three, one of them a neighbour")
                .isEqualTo(93);
        assertThat(new Hours(1).unit()).isEqualTo(42);
        assertThatThrownBy(() -> new Hours(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_goal_is_one_sentence_and_what_is_not_filled_in_leaves_no_hole() {
        String pattern = "Vi vil at [hvem] skal gjøre [hva], [hvor], [når], [hvor ofte], sammen med [hvem].";
        assertThat(new Goal(List.of("alle", "dette", "", "i dag", "ofte", "[hva]")).in(pattern))
                .isEqualTo("Vi vil at alle skal gjøre dette, i dag, ofte, sammen med [hva].");
        assertThat(new Goal(List.of("", "dette.", "", "", "hver uke,", "")).in(pattern))
                .as("who and what are asked for, the others are left out")
                .isEqualTo("Vi vil at [hvem] skal gjøre dette, hver uke.");
        assertThat(Goal.NONE.in(pattern)).isEqualTo(pattern);
        assertThat(Goal.NONE.in("uten klammer")).isEqualTo("uten klammer");
        assertThatThrownBy(() -> new Goal(List.of("alle"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_team_has_six_places_or_three_and_keeps_no_name_for_a_place_it_has_not() {
        Map<Seat, String> names = Map.of(Seat.LEADER, " Ane ", Seat.NEIGHBOUR, "Bo", Seat.DOUBTER, "");
        assertThat(new AgreementText(Goal.NONE, 8, names, "").team()).isEqualTo(Map.of(Seat.LEADER, "Ane"));
        assertThat(new AgreementText(Goal.NONE, 7, names, "").team())
                .isEqualTo(Map.of(Seat.LEADER, "Ane", Seat.NEIGHBOUR, "Bo"));
        assertThatThrownBy(() -> new AgreementText(Goal.NONE, 0, names, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
