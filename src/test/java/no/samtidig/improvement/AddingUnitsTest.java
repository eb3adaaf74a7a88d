package no.samtidig.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Units are put into the pipeline one by one, many at once, and from a list somebody has in a spreadsheet. */
@RenewedApp(eachTest = true)
class AddingUnitsTest {
    private static final String LIST = "/regionen/nye/liste";

    private final App app = App.shared();
    private Person contact;

    @BeforeEach
    void three_units_without_a_journey(TestInfo test) {
        if (test.getDisplayName().startsWith("four hundred")
                || test.getDisplayName().startsWith("four_hundred")) {
            sql().sql("""
                    insert into organisation.unit (path, owner, name, county, level, fictional, valid_from)
                    select ('no.sundvik_sykehus_hf.stor_' || i)::ltree, 'no.sundvik_sykehus_hf', 'Avdeling Ås ' || i, '50', 'specialist', true,
                        date '2024-01-01' from generate_series(1, 380) i
                    """).update();
        }
        for (String name : List.of("Bjørkelia", "Lindhaug rus", "Oppegga")) {
            unit("no.sundvik_sykehus_hf.ny_" + name.length(), "no.sundvik_sykehus_hf", name, "specialist");
        }
        unit("no.almenes_kommune.oppegga", "no.almenes_kommune", "Oppegga", "primary");
        contact = app.signedIn("regional-kontakt");
    }

    private void unit(String path, String owner, String name, String level) {
        sql().sql("""
                insert into organisation.unit (path, owner, name, county, level, fictional, valid_from)
                values (:path::ltree, :owner::ltree, :name, '50', :level, true, date '2024-01-01')
                """)
                .param("path", path)
                .param("owner", owner)
                .param("name", name)
                .param("level", level)
                .update();
    }

    private JdbcClient sql() {
        return app.asOwner();
    }

    private int journeys() {
        return sql().sql("select count(*) from improvement.journey")
                .query(Integer.class)
                .single();
    }

    @Test
    void one_unit_leads_to_its_card_and_comes_with_a_coach() {
        Person.Answer page = contact.get("/regionen/nye?q=lindhaug+rus");
        Person.Answer card = contact.form(page, "Legg til").tick("Lindhaug rus").send();
        assertThat(card.heading()).isEqualTo("Lindhaug rus");
        assertThat(card.text()).contains("Enheten er lagt til.", "interessert", "Inger Lise Brandvoll");
        assertThat(contact.form(page, "Legg til").tick("Lindhaug rus").send().heading())
                .as("the same form again")
                .isEqualTo("Lindhaug rus");
        assertThat(journeys()).isEqualTo(6);
        assertThat(contact.get("/regionen/nye").text())
                .contains("Bjørkelia", "Sundvik DPS", "Stanset")
                .doesNotContain("Lindhaug rus", "Elvetun", "Morgenstien");
    }

    @Test
    void many_at_once_and_each_outcome_is_told() {
        Person.Answer page = contact.get("/regionen/nye");
        Person.Answer other = contact.get("/regionen/nye?q=sundvik");
        contact.form(other, "Legg til").tick("Sundvik DPS").send();
        Person.Answer done = contact.form(page, "Legg til")
                .tick("Bjørkelia", "Lindhaug rus", "Sundvik DPS")
                .send();
        assertThat(done.text()).contains("2 enheter er lagt til.", "Ikke lagt til Disse har alt et løp. Sundvik DPS");
        assertThat(done.page().select(".rule-list a")).hasSize(2);
        assertThat(sql().sql("select count(*) from improvement.journey where before is not null")
                        .query(Integer.class)
                        .single())
                .as("the stopped one goes on from the old")
                .isEqualTo(1);
        Person.Answer none =
                contact.form(contact.get("/regionen/nye"), "Legg til").send();
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("Kryss av minst én enhet");
    }

    @Test
    void a_unit_of_another_region_is_not_put_in_by_a_forged_form() {
        sql().sql("update improvement.journey set stage = 'stopped' where unit = 'no.morgenstien.dognbehandling'")
                .update();
        int before = journeys();
        contact.post(
                "/regionen/nye",
                "enhet",
                "no.morgenstien.dognbehandling",
                "nokkel",
                java.util.UUID.randomUUID().toString());
        assertThat(journeys()).isEqualTo(before);
    }

    private Person.Answer pasted(String text) {
        return contact.form(contact.get(LIST), "Se over")
                .fill("Lim inn fra regnearket", text)
                .send();
    }

    @Test
    void a_list_is_looked_over_taken_in_and_what_is_wrong_stays_to_be_mended() {
        Person.Answer look = upload("""
                sep=;
                Enhet;Eier;Kontaktperson;E-post;Telefon;Nivå;Kommentar
                Bjørkelia;;Åse Ødegård;ase@x.invalid;;spesialist;Ringte
                Oppegga;Almenes kommune;"Bø; Kåre";;12 34 56 78;kommune;
                Oppegga;;Ukjent;;;;
                Finnes ikke;;;;;;
                Lindhaug rus;;Feil Adresse;ikke en adresse;;;
                Bjørkelia;;En til;;;;
                Lindhaug rus;;"Ikke lukket;;;;
                Havnesund ettervern;;Ny Kontakt;ny@x.invalid;;;
                Elvetun døgnenhet;;;;;Kommune;
                Lindhaug rus;;Født 010190 12345;;;;
                """, StandardCharsets.UTF_8);
        assertThat(look.text())
                .contains("Vi leste disse kolonnene: enhet, eier, kontaktperson, e-post, telefon, nivå.")
                .contains("Disse kolonnene tar vi ikke med: Kommentar.")
                .contains("7 linjer må rettes", "2 enheter blir lagt til", "1 enhet er her og får kontakt")
                .contains(
                        "Linje 4: Oppegga;;Ukjent;;;; Flere enheter heter «Oppegga». Skriv eieren: Almenes kommune, Sundvik")
                .contains("Ingen enhet i regionen heter «Finnes ikke».")
                .contains("«ikke en adresse» er ikke en e-postadresse.")
                .contains("Enheten står også på linje 2.")
                .contains("Et anførselstegn er ikke lukket.")
                .contains("«Elvetun døgnenhet» er registrert på et annet nivå.")
                .contains("Dette ligner et fødselsnummer.");
        assertThat(journeys()).as("nothing yet").isEqualTo(5);
        Person.Answer taken = contact.form(look, "Ta inn 3 linjer").send();
        assertThat(taken.text())
                .contains("2 enheter er lagt til, og 1 kontakt hos enheter som alt var her.", "7 linjer må rettes");
        assertThat(journeys()).isEqualTo(7);
        assertThat(contact.form(look, "Ta inn 3 linjer").send().text())
                .as("a second time")
                .contains("2 enheter er lagt til");
        assertThat(journeys()).isEqualTo(7);
        assertThat(sql().sql(
                                "select name || '/' || address || '/' || phone from improvement.pipeline_contact order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("Bø; Kåre//12 34 56 78", "Ny Kontakt/ny@x.invalid/", "Åse Ødegård/ase@x.invalid/");
        assertThat(contact.form(taken, "Se over de rettede linjene").value("Linjene som må rettes"))
                .contains("Enhet;Eier;Kontaktperson", "Finnes ikke", "Født 010190 12345")
                .doesNotContain("Ringte", "Ny Kontakt");
        assertThat(sql().sql("select content from improvement.pipeline_batch")
                        .query(String.class)
                        .single())
                .as("what was taken in is forgotten")
                .doesNotContain("Åse");
    }

    private Person.Answer upload(String text, Charset charset) {
        return contact.upload(LIST, "fil", "kontakter.csv", text.getBytes(charset));
    }

    @Test
    void however_a_spreadsheet_writes_it_the_same_is_understood() {
        String header = "Eining\tNamn\tE-post\tNivå\n";
        for (Person.Answer look : List.of(
                upload("Enhet,Navn,E-post\nBjørkelia,Åse Ødegård,ase@x.invalid\n", Charset.forName("windows-1252")),
                upload("\uFEFF" + header + "Bjørkelia\tÅse Ødegård\tASE@x.invalid\n", StandardCharsets.UTF_16LE),
                upload(
                        "\uFEFFEnhet;Navn;E-post\r\n\"Bjørkelia\";Åse Ødegård;ase@x.invalid\r\n",
                        StandardCharsets.UTF_8),
                pasted("Bjørkelia\tÅse Ødegård\tase@x.invalid\tspesialist"),
                pasted("sep=,\nEnhet,Navn,E-post\nbjørkelia ,Åse Ødegård,ase@x.invalid"))) {
            assertThat(look.text())
                    .contains("Bjørkelia, Sundvik sykehus HF · Åse Ødegård · ase@x.invalid", "1 enhet blir lagt til");
        }
        assertThat(pasted("   ").text()).contains("Her står det ingen enheter.");
        assertThat(pasted("Navn;E-post\nA;b@x.invalid").text()).contains("mangler en kolonne for enhet");
        assertThat(contact.upload(LIST, "fil", "a.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0})
                        .status())
                .isEqualTo(422);
        assertThat(pasted("a\n".repeat(5_001)).text()).contains("flere enn 5000 linjer");
    }

    @Test
    void four_hundred_lines_with_a_title_merged_headers_and_doubles_are_looked_over_and_taken_in() {
        StringBuilder text = new StringBuilder(
                "Kontaktliste høsten 2026;;;;\n;;;;\nEnhet;;Kontaktperson;;\n;Eier;Navn;E-post;Mobil\n");
        for (int i = 1; i <= 390; i++) {
            text.append("Avdeling Ås ")
                    .append(i)
                    .append(";Sundvik sykehus HF;Åse Bø;ase")
                    .append(i)
                    .append("@x.invalid;\n");
        }
        for (int i = 1; i <= 10; i++) {
            text.append("avdeling ås ").append(i).append(" ;;;;\n");
        }
        Person.Answer look = upload(text.toString(), Charset.forName("windows-1252"));
        assertThat(look.text())
                .contains("Vi leste disse kolonnene: enhet, eier, kontaktperson, e-post, telefon.")
                .contains("380 enheter blir lagt til", "20 linjer må rettes", "Enheten står også på linje 5.")
                .contains("Ingen enhet i regionen heter «Avdeling Ås 381».");
        Person.Answer taken = contact.form(look, "Ta inn 380 linjer").send();
        assertThat(taken.text()).contains("380 enheter er lagt til", "20 linjer må rettes");
        Person.Answer again = contact.form(taken, "Se over de rettede linjene").send();
        assertThat(again.text())
                .as("what came back has its header of two lines")
                .contains("Vi leste disse kolonnene: enhet, eier, kontaktperson, e-post, telefon.");
        assertThat(sql().sql("select count(*) from improvement.pipeline_contact where name = 'Åse Bø'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(380);
    }

    @Test
    void a_list_is_nobody_elses_and_an_erased_person_is_taken_out_of_it() {
        Person.Answer look = pasted("Bjørkelia\tÅse Ødegård\tase@x.invalid\nLindhaug rus\tBo Ek\tbo@x.invalid");
        Person other = app.visitor();
        other.post("/logg-inn", "e-post", "kari.birkeland@region-vest.invalid", "passord", "samtidig-demo");
        assertThat(other.get("/regionen").heading()).isEqualTo("RVTS Vest");
        assertThat(other.get(look.path()).status()).isEqualTo(404);
        contact.form(look, "Ta inn 2 linjer").send();
        contact.form(
                        contact.get(contact.get("/regionen/enheter?q=lindhaug+rus")
                                .one("tbody a")
                                .attr("href")),
                        "Lagre notat")
                .fill("Nytt notat", "Bo Ek og BO EK ringer bo@x.invalid.")
                .send();
        app.beansOf(no.samtidig.access.PersonalData.class)
                .forEach(it -> it.forget(new no.samtidig.access.PersonalData.Identity("Bo Ek", "bo@x.invalid")));
        assertThat(sql().sql("select name from improvement.pipeline_contact")
                        .query(String.class)
                        .list())
                .containsExactly("Åse Ødegård");
        assertThat(sql().sql("select text from improvement.pipeline_note")
                        .query(String.class)
                        .single())
                .isEqualTo("… og … ringer ….");
    }
}
