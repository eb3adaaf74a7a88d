package no.samtidig.improvement.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapDaysTest {
    @ParameterizedTest
    @CsvSource({
        "2026-06-06, false", // the last day is 19 June
        "2026-06-07, true",
        "2026-08-15, true",
        "2026-08-16, false",
        "2026-12-01, false", // the last day is 14 December
        "2026-12-02, true",
        "2027-01-05, true",
        "2027-01-06, false"
    })
    void a_round_is_not_open_in_a_holiday(LocalDate opens, boolean holiday) {
        assertThat(GapDays.holiday(opens)).isEqualTo(holiday);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 2026-03-10",
        "2026-06-20, 2026-06-06",
        "2026-08-01, 2026-08-16",
        "2026-12-10, 2026-12-01",
        "2026-12-30, 2027-01-06"
    })
    void it_moves_to_the_nearest_day_that_fits(LocalDate wished, LocalDate opens) {
        assertThat(GapDays.near(wished, LocalDate.of(2026, 1, 10))).isEqualTo(opens);
    }

    @Test
    void it_moves_four_weeks_at_most_but_in_the_middle_of_the_summer_and_never_into_the_past() {
        LocalDate first = LocalDate.of(2025, 1, 10);
        IntStream.range(0, 700).mapToObj(first::plusDays).forEach(wished -> {
            LocalDate opens = GapDays.near(wished, first);
            assertThat(GapDays.holiday(opens)).as(wished.toString()).isFalse();
            boolean july = wished.getMonthValue() == 7;
            assertThat(Math.abs(opens.toEpochDay() - wished.toEpochDay()))
                    .as(wished.toString())
                    .isLessThanOrEqualTo(july ? 36 : 28);
        });
        assertThat(GapDays.near(LocalDate.of(2026, 6, 12), LocalDate.of(2026, 6, 12)))
                .as("the day before would be over")
                .isEqualTo(LocalDate.of(2026, 8, 16));
    }
}
