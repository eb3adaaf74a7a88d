package no.samtidig.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import no.samtidig.App;
import no.samtidig.RenewedApp;
import no.samtidig.platform.mail.Outbox.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When mail that can wait goes out: each edge of the day, the week and the year. */
class DaytimeTest {
    private static Instant at(String there) {
        return LocalDateTime.parse(there).atZone(ZoneId.of("Europe/Oslo")).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        // a Tuesday in winter
        "2026-11-24T06:59:59, 2026-11-24T07:00",
        "2026-11-24T07:00, 2026-11-24T07:00",
        "2026-11-24T19:59:59, 2026-11-24T19:59:59",
        "2026-11-24T20:00, 2026-11-25T07:00",
        "2026-11-24T23:30, 2026-11-25T07:00",
        // over a weekend
        "2026-11-27T20:00, 2026-11-30T07:00",
        "2026-11-28T12:00, 2026-11-30T07:00",
        "2026-11-29T23:59, 2026-11-30T07:00",
        // Wednesday evening before Easter 2027 until the Tuesday after
        "2027-03-24T20:00, 2027-03-30T07:00",
        "2027-03-29T12:00, 2027-03-30T07:00",
        // the first and the seventeenth of May: a Saturday and a Monday in 2027, the latter also Whit Monday
        "2027-04-30T20:00, 2027-05-03T07:00",
        "2027-05-14T20:30, 2027-05-18T07:00",
        // Ascension Day, a Thursday
        "2027-05-06T08:00, 2027-05-07T07:00",
        // Christmas 2026: Friday the 25th, then a weekend; New Year: Friday the 1st
        "2026-12-24T12:00, 2026-12-24T12:00",
        "2026-12-24T20:00, 2026-12-28T07:00",
        "2026-12-31T20:00, 2027-01-04T07:00",
        // the clock goes forward in the night to Sunday 28 March 2027, and back on 31 October
        "2027-10-30T23:00, 2027-11-01T07:00",
    })
    void waits_for_the_next_working_day_at_seven(String now, String out) {
        assertThat(Daytime.next(at(now))).isEqualTo(at(out));
        assertThat(Daytime.at(at(now))).isEqualTo(now.equals(out));
    }

    @Test
    void easter_falls_where_the_almanac_says() {
        assertThat(List.of(2024, 2025, 2026, 2027, 2028, 2038, 2285))
                .extracting(Daytime::easter)
                .containsExactly(
                        LocalDate.of(2024, 3, 31),
                        LocalDate.of(2025, 4, 20),
                        LocalDate.of(2026, 4, 5),
                        LocalDate.of(2027, 3, 28),
                        LocalDate.of(2028, 4, 16),
                        LocalDate.of(2038, 4, 25),
                        LocalDate.of(2285, 3, 22));
    }

    @Test
    @RenewedApp
    void mail_for_the_daytime_waits_over_the_night_and_comes_after_what_somebody_waits_for() {
        App app = App.shared();
        Outbox outbox = app.bean(Outbox.class);
        Instant evening = Daytime.next(app.clock().instant().plus(java.time.Duration.ofDays(1)))
                .atZone(ZoneId.of("Europe/Oslo"))
                .with(java.time.LocalTime.of(21, 0))
                .toInstant();
        app.clock().forward(java.time.Duration.between(app.clock().instant(), evening));
        outbox.putWithSecretForDaytime(
                "test:bulk", "alle@x.invalid", new Letter("Undersøkelse", Outbox.SECRET), "lenke", "");
        outbox.put("test:urgent", "en@x.invalid", new Letter("Nytt passord", "Her"));
        assertThat(outbox.waiting(10)).extracting(Mail::recipient).containsExactly("en@x.invalid");
        app.clock()
                .forward(java.time.Duration.between(
                        app.clock().instant(), Daytime.next(app.clock().instant())));
        assertThat(outbox.waiting(10)).extracting(Mail::recipient).containsExactly("en@x.invalid", "alle@x.invalid");
    }
}
