package no.samtidig.improvement.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.statistics.Paired;
import org.junit.jupiter.api.Test;

/** What a region and the country are told of change in many units: with what it is out of, and nothing of few. */
@RenewedApp(eachTest = true)
class ChangeOfManyUnitsTest {
    private static final String PAGE = "/regionen/endring";

    private final App app = App.shared();
    private final List<Double> before = new ArrayList<>();
    private final List<Double> after = new ArrayList<>();

    private LocalDate today() {
        return LocalDate.now(app.clock());
    }

    private Person.Answer page() {
        return app.signedIn("regional-kontakt").get(PAGE);
    }

    /** A unit in the contact's region whose first meeting was so many half-years ago; negative where it waits. */
    private UUID unit(int n, int halfYears, String stage) {
        UUID journey = new UUID(7, n);
        app.asOwner().sql("""
                insert into organisation.unit (path, owner, name, county, level, fictional, valid_from)
                values (('no.almenes_kommune.mange' || :n)::ltree, 'no.almenes_kommune', 'Oppdiktet ' || lpad(:n::text, 3, '0'), '50',
                    'primary', true, date '2020-01-01')
                """).param("n", n).update();
        app.asOwner()
                .sql("""
                insert into improvement.journey (id, unit, stage, begun, since, month_zero, shares)
                values (:id, ('no.almenes_kommune.mange' || :n)::ltree, :stage, date '2020-01-01', date '2020-01-01', :zero, true)
                """)
                .param("id", journey)
                .param("n", n)
                .param("stage", stage)
                .param(
                        "zero",
                        halfYears < 0
                                ? null
                                : today().minusMonths(6L * halfYears).minusDays(20),
                        java.sql.Types.DATE)
                .update();
        return journey;
    }

    private void measured(UUID journey, int occasion, int halfYear, double gap) {
        app.asOwner()
                .sql("""
                insert into improvement.unit_measure (journey, occasion, half_year, n, gap, practice, importance)
                values (:journey, :occasion, :half, 12, :gap, 2, 2 + :gap)
                """)
                .param("journey", journey)
                .param("occasion", occasion)
                .param("half", halfYear)
                .param("gap", gap)
                .update();
    }

    private int now() {
        return UnitMeasures.halfYear(today());
    }

    /** So many units that began two and one half-years ago, with a change of about −.5 and a trend of −.1. */
    private void region(int units) {
        for (int n = 0; n < units; n++) {
            int halfYears = 1 + n % 2;
            UUID journey = unit(n, halfYears, n == 0 ? "stopped" : "running");
            double first = 1.5 + n % 5 * 0.2 - 0.1 * (2 - halfYears);
            double second = first - 0.6 + n % 3 * 0.05;
            measured(journey, 0, now() - halfYears, first);
            measured(journey, 6, now() - halfYears + 1, second);
            before.add(first);
            after.add(second);
        }
    }

    private static String comma(double value) {
        return (value < 0 ? "−" : "")
                + String.format(Locale.ROOT, "%.1f", Math.abs(value)).replace('.', ',');
    }

    private static String row(Person.Answer page, int months) {
        return page.one("[aria-labelledby^=maling] tbody tr:has(th:contains(" + months + " måneder))")
                .text();
    }

    @Test
    void nine_units_are_told_in_words_and_ten_in_figures() {
        region(9);
        UUID tenth = unit(9, 1, "running");
        assertThat(page().text()).contains("Færre enn 10 enheter er målt både ved start og senere.");
        assertThat(page().page().select(".change__months")).isEmpty();
        measured(tenth, 0, now() - 1, 1.5);
        measured(tenth, 6, now(), 1.0);
        before.add(1.5);
        after.add(1.0);
        double change = Paired.of(before, after, 0.95).meanDiff().number().orElseThrow();
        Person.Answer page = page();
        assertThat(page.text()).contains("Etter 6 måneder er gapet " + comma(-change) + " mindre enn ved start");
        assertThat(row(page, 6)).contains(comma(change));
        assertThat(row(page, 12)).contains("færre enn 10 enheter");
        assertThat(page.page().select(".change__months")).hasSize(1);
    }

    @Test
    void who_has_not_come_so_far_is_in_no_denominator_and_who_stopped_is() {
        region(12);
        unit(50, 1, "stopped");
        unit(51, 0, "running");
        Person.Answer page = page();
        int demo = demo();
        assertThat(page.text()).contains((14 + demo) + " enheter har begynt. ");
        assertThat(row(page, 6)).contains("12 av " + (13 + due(6)));
    }

    /** Journeys of the demo world that have begun in the region. */
    private int demo() {
        return begun("true");
    }

    private int due(int months) {
        return begun("(month_zero + make_interval(months => %d)) <= date '%s'".formatted(months, today()));
    }

    private int begun(String which) {
        return app.asOwner()
                .sql(
                        "select count(*) from improvement.journey where month_zero is not null and not unit <@ 'no.morgenstien' and id::text not like '00000000-0000-0007%' and "
                                + which)
                .query(Integer.class)
                .single();
    }

    @Test
    void units_that_were_measured_while_they_waited_are_the_comparison_where_there_are_any() {
        region(12);
        for (int n = 60; n < 66; n++) {
            unit(n, -1, "agreed");
        }
        assertThat(page().text())
                .contains("Uten felles tidsutvikling", "Når felles tidsutvikling er trukket fra, er anslaget")
                .doesNotContain("Sammenlignet med enheter som ennå ikke har startet, er anslaget");
        for (int n = 60; n < 66; n++) {
            UUID journey = new UUID(7, n);
            measured(journey, -6, now() - 2, 2 + n % 3 * 0.1);
            measured(journey, 0, now() - 1, 1.9 + n % 4 * 0.1);
        }
        Person.Answer page = page();
        assertThat(page.text())
                .contains("Sammenlignet med enheter som ennå ikke har startet, er anslaget")
                .contains("Sammenligningstall (toveis). Kan være skjevt når virkningen endrer seg over tid.")
                .contains("Forskjell før start (bør være nær null)");
    }

    @Test
    void a_country_of_sharing_units_is_read_page_by_page() {
        region(60);
        Person.Answer page = page();
        assertThat(page.page().select("#enheter-all tbody tr")).hasSize(50);
        assertThat(app.signedIn("regional-kontakt")
                        .get(PAGE + "?q=oppdiktet+059")
                        .page()
                        .select("#enheter-all tbody tr"))
                .hasSize(1);
    }

    @Test
    void another_region_is_told_nothing_of_it() {
        region(12);
        Person other = app.visitor();
        other.post("/logg-inn", "e-post", "kari.birkeland@region-vest.invalid", "passord", "samtidig-demo");
        Person.Answer page = other.get(PAGE + "?q=oppdiktet");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("12 enheter", "Oppdiktet 0");
        assertThat(page().text()).contains("Oppdiktet 0");
    }
}
