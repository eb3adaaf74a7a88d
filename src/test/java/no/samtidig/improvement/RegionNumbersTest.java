package no.samtidig.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import org.junit.jupiter.api.Test;

/** What a regional contact is told of coverage and in numbers: each with what it is out of. */
@RenewedApp(eachTest = true)
class RegionNumbersTest {
    private final App app = App.shared();

    private Person contact() {
        return app.signedIn("regional-kontakt");
    }

    private static String row(Person.Answer page, String name) {
        return page.one("tbody tr:has(th:contains(" + name + "))").text();
    }

    @Test
    void the_numbers_say_what_they_are_out_of_and_stopped_units_stay() {
        Person.Answer page = contact().get("/regionen/tall");
        assertThat(row(page, "Spesialisthelsetjenesten")).isEqualTo("Spesialisthelsetjenesten 0 0 0 1 0 1 0 0 2");
        assertThat(row(page, "Kommunen")).isEqualTo("Kommunen 0 0 1 1 0 0 0 0 2");
        assertThat(row(page, "Enheter som er spurt")).endsWith("4 av 4 0");
        assertThat(row(page, "6 måneder etter"))
                .as("Elvetun, and Sundvik which stopped; Almenes is early")
                .endsWith("1 av 2 1");
        assertThat(row(page, "18 måneder etter"))
                .as("nobody has come so far, and one that stopped is not counted before the others")
                .endsWith("Ingen ennå 3");
        assertThat(row(page, "byttet leder")).as("Sundvik's, who left").endsWith("1 av 4 0");
        assertThat(row(page, "Leder sluttet")).endsWith("1 av 1");
        assertThat(row(page, "Interessert")).contains("dager", "4");
        assertThat(page.text())
                .contains(
                        "Hvor mange ansatte enhetene har til sammen, vises ikke når det gjelder færre enn 5 enheter.",
                        "1 løp er slutt.",
                        "Ukjent: 0.")
                .doesNotContain("Morgenstien", "Elvetun");
        for (String by : new String[] {"eier", "fylke", "helseregion", "korus", "rvts", "tull"}) {
            assertThat(contact().get("/regionen/tall?etter=" + by).status())
                    .as(by)
                    .isEqualTo(200);
        }
        assertThat(row(contact().get("/regionen/tall?etter=helseregion"), "Helse Midt-Norge"))
                .endsWith("4");
    }

    @Test
    void a_leader_who_left_is_seen_in_the_numbers() {
        app.asOwner()
                .sql(
                        "update access.role_grant set ended = now() where role = 'enhetsleder' and path = 'no.sundvik_sykehus_hf.elvetun'")
                .update();
        assertThat(row(contact().get("/regionen/tall"), "byttet leder")).endsWith("2 av 4 0");
    }

    @Test
    void coverage_tells_of_each_municipality_whether_it_is_reached_or_nobody_knows() {
        app.asOwner().sql("""
                insert into organisation.unit (path, owner, name, county, level, valid_from)
                select (path::text || '.team')::ltree, path, 'Team ' || name, '50', 'primary', date '2024-01-01'
                from organisation.owner where municipality in ('5001', '5006', '5007')
                """).update();
        app.asOwner().sql("""
                insert into improvement.journey (id, unit, stage, begun, since)
                values (gen_random_uuid(), 'no.kommune_5001.team', 'running', date '2026-01-01', date '2026-01-01'),
                    (gen_random_uuid(), 'no.kommune_5006.team', 'declined', date '2026-01-01', date '2026-01-01')
                """).update();
        Person.Answer page = contact().get("/regionen/dekning");
        assertThat(page.one(".tiles__tile:contains(Trondheim)").attr("data-reached"))
                .isEqualTo("under-way");
        assertThat(page.one(".tiles__tile:contains(Steinkjer)").text()).contains("Spurt, ikke i løp");
        assertThat(page.one(".tiles__tile:contains(Namsos)").attr("data-reached"))
                .isEqualTo("not-asked");
        assertThat(page.one(".tiles__unknown li:contains(Røros)").closest("details"))
                .as("what nobody knows is folded")
                .isNotNull();
        assertThat(page.page().select("ul.tiles").eachText().getFirst())
                .as("reached first")
                .startsWith("Trondheim");
        assertThat(row(page, "Steinkjer")).isEqualTo("Steinkjer Kommune i Trøndelag Spurt, ikke i løp 1");
        assertThat(row(page, "Sundvik sykehus HF")).contains("Helseforetak I løp");
        int all = page.page()
                .select(".tiles__tile:not(:contains(HF)), .tiles__unknown li:not(:contains(HF))")
                .size();
        assertThat(page.text())
                .contains("1 av " + all + " kommuner har en enhet i løp. I 1 er enheter spurt")
                .contains("2 enheter hører til kommuner uten kommunenummer")
                .contains("1 av 1 helseforetak med enheter her har en enhet i løp. 3 helseforetak i helseregionen")
                .contains("St. Olavs hospital HF", "Møre og Romsdal", "Trøndelag")
                .doesNotContain("Bergen");
        assertThat(row(page, "Kommuner i Trøndelag")).startsWith("Kommuner i Trøndelag 1 1 1");
    }
}
