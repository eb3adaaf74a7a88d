package no.samtidig.improvement.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import no.samtidig.App;
import no.samtidig.RenewedApp;
import no.samtidig.improvement.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Regional contacts are reminded of units that have been still, once a week, and never more. */
@RenewedApp(eachTest = true)
class NudgeMailTest {
    private static final LocalDate MONDAY = LocalDate.of(2027, 1, 11);
    private static final String HAVNESUND = "no.almenes_kommune.havnesund_ettervern";
    private static final String BRANDVOLL = "inger.lise.brandvoll@region-midt.invalid";

    private final App app = App.shared();
    private JdbcClient sql;

    @BeforeEach
    void nothing_has_happened_but_at_one_unit() {
        sql = app.asOwner();
        goTo(MONDAY);
        sql.sql("truncate improvement.talk, improvement.pipeline_card, platform.mail")
                .update();
        sql.sql(
                        "update improvement.journey set stage = 'declined', hold_from = null, hold_until = null, hold_reason = null where unit <> :unit::ltree")
                .param("unit", HAVNESUND)
                .update();
        sql.sql("update improvement.journey set hold_from = null, hold_until = null, hold_reason = null")
                .update();
    }

    private void goTo(LocalDate day) {
        app.clock()
                .forward(Duration.between(
                        app.clock().instant(),
                        day.atTime(10, 0).atZone(ZoneId.of("Europe/Oslo")).toInstant()));
    }

    private void at(Stage stage, int days) {
        sql.sql("update improvement.journey set stage = :stage, since = :since where unit = :unit::ltree")
                .param("stage", stage.code())
                .param("since", LocalDate.now(app.clock()).minusDays(days))
                .param("unit", HAVNESUND)
                .update();
    }

    private List<String> written() {
        app.bean(NudgeMail.class).write();
        return sql.sql(
                        "select recipient || chr(10) || subject || chr(10) || body from platform.mail where key like 'nudge:%' order by created, key")
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"INTERESTED", "AGREED", "ANCHORED", "RUNNING", "SUSTAINED", "STOPPED"})
    void a_stage_is_still_for_its_days_and_no_sooner(Stage stage) {
        at(stage, stage.nudgeAfter() - 1);
        assertThat(written()).as("a day too soon").isEmpty();
        at(stage, stage.nudgeAfter());
        assertThat(written())
                .hasSize(1)
                .allSatisfy(it -> assertThat(it)
                        .startsWith(BRANDVOLL)
                        .contains(
                                "Én enhet har vært stille lenge",
                                "Havnesund ettervern",
                                "Du får denne fordi",
                                "går ut av lista når"));
    }

    @Test
    void whoever_said_no_is_left_alone_and_so_is_a_unit_on_hold_or_one_that_asked_for_it() {
        at(Stage.DECLINED, 900);
        assertThat(written()).isEmpty();
        at(Stage.STOPPED, 900);
        sql.sql(
                        "insert into improvement.farewell (journey, told, talk, ask_again) select id, 'Takk', 'held', false from improvement.journey where unit = :unit::ltree")
                .param("unit", HAVNESUND)
                .update();
        assertThat(written()).as("told not to").isEmpty();
        at(Stage.AGREED, 900);
        sql.sql(
                        "update improvement.journey set hold_from = :day, hold_until = :day + 7, hold_reason = 'ferie' where unit = :unit::ltree")
                .param("day", MONDAY)
                .param("unit", HAVNESUND)
                .update();
        assertThat(written()).as("on hold").isEmpty();
        sql.sql("update improvement.journey set hold_until = :day - 1, hold_from = :day - 9 where unit = :unit::ltree")
                .param("day", MONDAY)
                .param("unit", HAVNESUND)
                .update();
        assertThat(written()).as("the hold is over").hasSize(1);
    }

    @Test
    void a_unit_that_runs_is_still_without_a_talk_that_was_held_however_many_are_planned() {
        at(Stage.RUNNING, 300);
        talk("planned", MONDAY.plusDays(3));
        talk("held", MONDAY.minusDays(41));
        assertThat(written()).isEmpty();
        sql.sql("update improvement.talk set day = day - 1 where state = 'held'")
                .update();
        assertThat(written())
                .hasSize(1)
                .allSatisfy(it -> assertThat(it).contains("ingen samtale er holdt siden 30. november 2026"));
    }

    private void talk(String state, LocalDate day) {
        sql.sql("""
                insert into improvement.talk (id, journey, day, starts, state, obstacle, step, noted)
                select gen_random_uuid(), id, :day, '10:00', :state, case when :state = 'held' then 'tid' end,
                    case when :state = 'held' then 'Ringe' else '' end, case when :state = 'held' then :day::date end
                from improvement.journey where unit = :unit::ltree
                """)
                .param("day", day)
                .param("state", state)
                .param("unit", HAVNESUND)
                .update();
    }

    @Test
    void a_next_step_with_a_day_ends_it() {
        at(Stage.ANCHORED, 900);
        sql.sql(
                        "insert into improvement.pipeline_card (journey, next_step, next_day, touched) select id, 'Ringe', :day, :day - 900 from improvement.journey where unit = :unit::ltree")
                .param("day", MONDAY)
                .param("unit", HAVNESUND)
                .update();
        assertThat(written()).isEmpty();
        sql.sql("update improvement.pipeline_card set next_day = next_day - 1").update();
        assertThat(written()).as("the day has gone").hasSize(1);
    }

    @Test
    void it_comes_once_a_week_on_the_first_working_day_however_often_the_job_begins_anew() {
        at(Stage.ANCHORED, 900);
        assertThat(written()).hasSize(1);
        assertThat(written()).hasSize(1);
        goTo(MONDAY.plusDays(1));
        sql.sql("delete from platform.mail").update();
        assertThat(written()).as("not on a Tuesday").isEmpty();
        goTo(MONDAY.plusDays(5));
        assertThat(written()).as("nor at the weekend").isEmpty();
        goTo(MONDAY.plusWeeks(1));
        assertThat(written()).hasSize(1);
        assertThat(written()).hasSize(1);
    }
}
