package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.access.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the lessons cover, as editors see it. */
@Tag("editorial")
class CoverageJourneyTest {
    private static final String COVERAGE = "/redaksjon/dekning";
    private static final Set<Role> EDITORS = EnumSet.of(Role.EDITOR, Role.PROJECT_LEAD);

    private static App app() {
        return App.shared();
    }

    @Test
    void an_editor_sees_each_lesson_against_each_demand_and_the_holes_first() {
        Person.Answer page = app().signedIn("fagredaktor").get(COVERAGE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("tbody tr")).hasSize(11);
        assertThat(page.one("tbody tr").select("td")).hasSize(17 + 4 + 4 + 2 + 2);
        assertThat(page.one(".coverage__sum").text())
                .contains("Ikke dekket ennå: brukerens egen stemme og fengselshelse.")
                .contains("Dekket av bare én leksjon hver: gravide");
        assertThat(page.page().select("tbody td[data-cell=hole]:contains(ikke ennå)"))
                .hasSize(2 * 11);
        assertThat(page.one("#stemmer").text()).contains("Ingen er spilt inn ennå");
        assertThat(page.page().select("tfoot td[data-cell=hole]").eachText()).containsExactly("0", "0");
        assertThat(page.page().select("time")).isNotEmpty();
    }

    @Test
    void the_same_in_nynorsk_and_english() {
        Person person = app().signedIn("prosjektleder");
        person.post("/sprak", "sprak", "nn", "retur", "/");
        assertThat(person.get(COVERAGE).one(".coverage__sum").text())
                .contains("Ikkje dekt enno: stemma til brukaren og fengselshelse.");
        person.post("/sprak", "sprak", "en", "retur", "/");
        assertThat(person.get(COVERAGE).one(".coverage__sum").text())
                .contains("Not covered yet: the user's own voice and prison health care.");
    }

    @Test
    void only_editors_and_project_leads_find_it() {
        for (Role role : Role.values()) {
            Person person = app().signedIn(role.code());
            Person.Answer answer = person.get(COVERAGE);
            Person.Answer mine = person.get("/min-side");
            if (EDITORS.contains(role)) {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(mine.one(".site-nav").text()).contains("Dekning");
            } else {
                assertThat(answer.status()).as(role.code()).isEqualTo(404);
                assertThat(answer.one("main").html())
                        .isEqualTo(person.get("/finnes-ikke").one("main").html());
                assertThat(mine.page().select("a[href=" + COVERAGE + "]")).isEmpty();
            }
        }
        assertThat(app().visitor().get(COVERAGE).path()).isEqualTo("/logg-inn");
    }
}
