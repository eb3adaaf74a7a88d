package no.samtidig.improvement.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import no.samtidig.platform.mail.Daytime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The days that are proposed for talks, the rule for the rhythm, and the calendar file. */
class TalkPlanTest {
    private static Talk talk(int number, LocalDate day, Talk.State state, @Nullable StepDone done) {
        return new Talk(
                new TalkId(new UUID(1, number)),
                number,
                day,
                LocalTime.of(13, 0),
                state,
                state == Talk.State.CANCELLED ? CancelledBy.LEADER : null,
                state == Talk.State.CANCELLED ? 1 : 0,
                state == Talk.State.HELD ? new TalkNote(null, Obstacle.TIME, done, "Neste") : null,
                null,
                null,
                null,
                null,
                0);
    }

    @Test
    void twenty_five_talks_on_working_days_in_order_whatever_day_it_begins() {
        LocalDate begin = LocalDate.of(2026, 1, 1);
        IntStream.range(0, 800)
                .mapToObj(begin::plusDays)
                .filter(Daytime::working)
                .forEach(first -> {
                    List<LocalDate> days = TalkPlan.from(first);
                    assertThat(days).hasSize(25).allMatch(Daytime::working).isSorted();
                    for (int i = 1; i < days.size(); i++) {
                        assertThat(ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)))
                                .as(first + " talk " + i)
                                .isBetween(6L, 62L);
                    }
                });
    }

    @Test
    void the_first_are_two_weeks_apart_and_holidays_and_the_summer_are_left() {
        List<LocalDate> days = TalkPlan.from(LocalDate.of(2027, 1, 14)); // a Thursday
        assertThat(days.subList(0, 3))
                .containsExactly(LocalDate.of(2027, 1, 14), LocalDate.of(2027, 1, 28), LocalDate.of(2027, 2, 11));
        assertThat(days).as("Maundy Thursday").doesNotContain(LocalDate.of(2027, 3, 25));
        assertThat(days.stream().filter(TalkPlan::summer).count())
                .as("gently: those in the middle stay")
                .isLessThanOrEqualTo(2);
        assertThat(TalkPlan.summer(LocalDate.of(2027, 6, 19))).isFalse();
        assertThat(TalkPlan.summer(LocalDate.of(2027, 6, 20))).isTrue();
        assertThat(TalkPlan.summer(LocalDate.of(2027, 8, 15))).isTrue();
        assertThat(TalkPlan.summer(LocalDate.of(2027, 8, 16))).isFalse();
    }

    private static List<Talk> after(Talk.State last, StepDone twelfth, StepDone thirteenth) {
        List<Talk> talks = new ArrayList<>();
        LocalDate day = LocalDate.of(2027, 1, 14);
        for (int i = 1; i <= 25; i++) {
            boolean close = i <= TalkPlan.FORTNIGHTLY;
            talks.add(talk(
                    i,
                    day.plusDays(14L * i),
                    i == 13 ? last : close ? Talk.State.HELD : Talk.State.PLANNED,
                    i == 12 ? twelfth : i == 13 ? thirteenth : StepDone.PARTLY));
        }
        return talks;
    }

    @Test
    void talks_go_monthly_only_where_two_in_a_row_had_a_step_done() {
        assertThat(Rhythm.of(after(Talk.State.PLANNED, StepDone.YES, StepDone.YES)))
                .isEqualTo(Rhythm.EARLY);
        assertThat(Rhythm.of(after(Talk.State.HELD, StepDone.YES, StepDone.YES)))
                .isEqualTo(Rhythm.MONTHLY);
        assertThat(Rhythm.of(after(Talk.State.HELD, StepDone.YES, StepDone.PARTLY)))
                .isEqualTo(Rhythm.SIX_WEEKS_MORE);
        assertThat(Rhythm.of(after(Talk.State.HELD, StepDone.NO, StepDone.YES))).isEqualTo(Rhythm.SIX_WEEKS_MORE);
        assertThat(Rhythm.of(after(Talk.State.CANCELLED, StepDone.YES, StepDone.YES)))
                .as("the last two held are counted")
                .isEqualTo(Rhythm.SIX_WEEKS_MORE);
        assertThat(Rhythm.of(List.of())).isEqualTo(Rhythm.EARLY);
    }

    @Test
    void every_talk_has_a_theme() {
        assertThat(Theme.of(1)).isEqualTo(Theme.BEGINNING);
        assertThat(Theme.of(13)).isEqualTo(Theme.NEW_STAFF);
        assertThat(Theme.of(14)).isEqualTo(Theme.MODULE);
        assertThat(Theme.of(28)).isEqualTo(Theme.HAND_OVER);
    }

    @Test
    void the_calendar_file_is_folded_escaped_in_norways_time_and_keeps_its_uid() {
        Talk talk = talk(3, LocalDate.of(2027, 3, 4), Talk.State.CANCELLED, null);
        byte[] file = TalkCalendar.file(
                List.of(new TalkCalendar.Entry(
                        talk,
                        "Veiledning: Ås; Øst, \\ " + "æøå".repeat(40),
                        "linje én\nlinje to",
                        "https://samtidig.invalid/x")),
                Instant.parse("2027-01-01T10:00:00Z"));
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .doesNotContain("\uFFFD");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(text.split("\r\n"))
                .allSatisfy(it ->
                        assertThat(it.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        String whole = text.replace("\r\n ", "");
        assertThat(whole)
                .contains("SUMMARY:Veiledning: Ås\\; Øst\\, \\\\ " + "æøå".repeat(40) + "\r\n")
                .contains("DESCRIPTION:linje én\\nlinje to\r\n")
                .contains("UID:talk-" + talk.id().value() + "@samtidig\r\n")
                .contains("SEQUENCE:1\r\n")
                .contains("DTSTART;TZID=Europe/Oslo:20270304T130000\r\n")
                .contains("DTEND;TZID=Europe/Oslo:20270304T133000\r\n")
                .contains("DTSTAMP:20270101T100000Z\r\n")
                .contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo\r\n")
                .contains("STATUS:CANCELLED\r\n");
    }
}
