package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

/**
 * Three hundred people in twelve units are invited, some of each group answer, among them sixteen of twenty-four leaders; and no page says
 * anything of how many did that is not so.
 */
@RenewedApp
class RoundOfThreeHundredTest {
    private static final App app = App.shared();
    private static final String ELVETUN = "no.sundvik_sykehus_hf.elvetun";
    private static final Pattern NUMBER = Pattern.compile("(?:minst )?(\\d++)");
    private static SurveyWorld world;
    private static List<UnitPath> units;

    /** How many of each group were invited and answered, by staff group; and in all. */
    private record Truth(Map<String, Integer> invited, Map<String, Integer> answered) {
        int all() {
            return answered.values().stream().mapToInt(it -> it).sum();
        }
    }

    @BeforeAll
    static void start() {
        world = new SurveyWorld(app);
        units = new ArrayList<>();
        int at = 0;
        for (String county : List.of("50", "46", "34", "03")) {
            ServiceLevel level = at % 2 == 0 ? ServiceLevel.PRIMARY : ServiceLevel.SPECIALIST;
            units.addAll(world.units("tre" + at++, county, level, 3));
        }
    }

    /** Two leaders, ten clinicians, eleven milieu therapists and two others in each unit, of whom some answer. */
    private static Truth played(Round round) {
        Map<String, Integer> invited = new HashMap<>();
        Map<String, Integer> answered = new HashMap<>();
        int number = 0;
        for (UnitPath unit : units) {
            int at = units.indexOf(unit);
            Map<StaffGroup, int[]> groups = Map.of(
                    StaffGroup.LEADER, new int[] {2, at % 3 == 0 ? 2 : 1},
                    StaffGroup.CLINICIAN, new int[] {10, 4 + at % 4},
                    StaffGroup.MILIEU, new int[] {11, 5 + at % 5},
                    StaffGroup.OTHER, new int[] {2, at % 2});
            for (StaffGroup group : StaffGroup.values()) {
                int[] of = groups.getOrDefault(group, new int[] {0, 0});
                for (int i = 0; i < of[0]; i++) {
                    if (i < of[1]) {
                        world.answer(
                                round,
                                unit,
                                group,
                                Map.of(
                                        "nummer", List.of(String.valueOf(number++)),
                                        "svar", List.of(number % 2 == 0 ? "ja" : "nei"),
                                        "skala", List.of(String.valueOf(number % 11))));
                    } else {
                        world.invite(round, unit, group);
                    }
                }
                invited.merge(group.code(), of[0], Integer::sum);
                answered.merge(group.code(), of[1], Integer::sum);
            }
        }
        assertThat(invited.values().stream().mapToInt(it -> it).sum()).isEqualTo(300);
        assertThat(answered).containsEntry("leder", 16);
        return new Truth(invited, answered);
    }

    private static final Map<String, String> NAMES =
            Map.of("Behandlere", "behandler", "Miljøpersonell", "miljopersonell", "Ledere", "leder", "Andre", "annet");

    /** What the table of groups says that is not so. */
    private static List<String> untrue(Element table, Truth truth) {
        List<String> untrue = new ArrayList<>();
        for (Element row : table.select("tbody tr")) {
            String name = row.select("th").text();
            String code = NAMES.get(name);
            int invited = code == null ? 300 : truth.invited().getOrDefault(code, 0);
            int answered = code == null ? truth.all() : truth.answered().getOrDefault(code, 0);
            List<String> cells = row.select("td").eachText();
            String said = cells.get(1);
            Matcher number = NUMBER.matcher(said);
            boolean any = number.matches();
            int n = any ? Integer.parseInt(number.group(1)) : 0;
            boolean so = !any
                    ? said.startsWith("kan ikke vises") || (said.startsWith("svar finnes") && answered >= Round.FEWEST)
                    : said.startsWith("minst") ? n <= answered : n == answered;
            String rate = cells.get(2);
            boolean right = rate.equals("–") || rate.equals(Math.round(100.0 * answered / invited) + " %");
            if (!so || !right || !cells.get(0).equals(String.valueOf(invited))) {
                untrue.add(row.text());
            }
        }
        return untrue;
    }

    private static Person.Answer results(Round round, String query) {
        Person.Answer page =
                app.signedIn("prosjektleder").get("/undersokelser/" + round.id().value() + "/resultater" + query);
        assertThat(page.status()).isEqualTo(200);
        return page;
    }

    @ParameterizedTest
    @EnumSource(Round.First.class)
    void whatever_must_be_seen_whole_nothing_that_is_said_of_who_answered_is_untrue(Round.First first) {
        Round round = world.open(first, false);
        Truth truth = played(round);
        world.settle(round);
        Person.Answer page = results(round, "?del=stillingsgruppe");
        Element table = page.one(".results__groups");
        assertThat(untrue(table, truth)).isEmpty();
        assertThat(untrue(table, new Truth(truth.invited(), Map.of("leder", 3, "behandler", 3, "miljopersonell", 3))))
                .as("the guard's own guard: of another truth it would be")
                .isNotEmpty();
        assertThat(page.text())
                .contains(truth.all() + " av 300 inviterte svarte")
                .doesNotContain("ærre enn fem har svart", "ærre enn fem svarte");
        for (String query : List.of(
                "", "?del=niva", "?del=rvts", "?sted=rvts/rvts_midt", "?sted=rvts/rvts_vest&del=stillingsgruppe")) {
            assertThat(results(round, query).text())
                    .as(query)
                    .doesNotContain("ærre enn fem har svart", "ærre enn fem svarte", "er med i tallene (");
        }
        if (first == Round.First.STAFF_GROUP) {
            assertThat(table.select("tr:contains(Ledere) td").eachText()).containsExactly("24", "16", "67 %");
            assertThat(page.text()).doesNotContain("kan ikke vises for denne gruppen", "kan mangle svar");
        }
        if (first == Round.First.UNIT) {
            assertThat(table.select("tr:contains(Ledere) td").eachText())
                    .containsExactly("24", "svar finnes, men kan ikke vises for denne gruppen", "–");
            assertThat(page.page().select(".group-loss").eachText())
                    .as("beside the means")
                    .isNotEmpty()
                    .allMatch(it -> it.contains("Ledere og små grupper faller først ut"));
        }
    }

    @Test
    void a_place_that_may_lack_answers_tells_no_response_rate() {
        Round round = world.open(Round.First.STAFF_GROUP, false);
        played(round);
        world.settle(round);
        Person.Answer page = results(round, "?sted=rvts/rvts_midt&del=stillingsgruppe");
        assertThat(page.one(".results__rate").text()).startsWith("Minst ").doesNotContain("%");
        assertThat(page.one(".results__groups").select("td:last-child").eachText())
                .containsOnly("–");
        assertThat(page.text()).contains("Snittet kan mangle svar herfra");
    }

    @Test
    void with_so_few_answers_that_they_are_thrown_away_it_is_said_as_it_is() {
        Round round = world.open(Round.First.STAFF_GROUP, false);
        for (int i = 0; i < 20; i++) {
            if (i < 4) {
                world.answer(round, units.getFirst(), StaffGroup.MILIEU, Map.of("svar", List.of("ja")));
            } else {
                world.invite(round, units.getFirst(), StaffGroup.MILIEU);
            }
        }
        world.settle(round);
        assertThat(results(round, "").text()).contains("20 ble invitert. Færre enn fem svarte.");
    }

    @Test
    void before_it_opens_the_makers_see_what_they_will_see_and_choose_and_then_it_stands() {
        Person lead = app.signedIn("prosjektleder");
        Person.Answer made = lead.submit(
                lead.get("/undersokelser/ny").one("form.round-form"),
                "navn",
                "Vi ser etter",
                "skjema",
                "praksis-og-behov",
                "sted",
                "no",
                "anonym",
                "ja",
                "apner",
                java.time.LocalDate.now(app.clock()).toString(),
                "lukker",
                java.time.LocalDate.now(app.clock()).plusDays(40).toString());
        String path = made.path();
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertThat(lead.get(path + "/hvem").text())
                .contains("Hva dere vil kunne se", "Dette må vises helt: yrkesgruppene.");
        Person.Answer sight = lead.get(path + "/dette-ser-dere");
        assertThat(sight.text()).contains("40 av 100 svarer", "80 av 100 svarer", "Ledere", "RVTS Midt");
        assertThat(sight.page().select(".sight dd").eachText()).isNotEmpty().allMatch(it -> !it.matches(".*\\d.*"));

        Person.Answer chosen = lead.submit(sight.one("form[action$=/dette-ser-dere]"), "forst", "unit");
        assertThat(chosen.text()).contains("Valget er endret.");
        assertThat(chosen.one("input[name=forst][checked]").val()).isEqualTo("unit");
        assertThat(lead.post(path + "/dette-ser-dere", "forst", "alt").status()).isEqualTo(404);

        lead.submit(lead.get(path + "/hvem").one("form[action$=/apne]"));
        assertThat(lead.get(path + "/dette-ser-dere").status()).isEqualTo(404);
        assertThat(lead.post(path + "/dette-ser-dere", "forst", "region").text())
                .contains("Ingenting er endret");
        assertThat(app.bean(Rounds.class).find(new RoundId(id)).orElseThrow().first())
                .isEqualTo(Round.First.UNIT);
        assertThatThrownBy(() -> world.sql
                        .sql("update survey.round set first = 'region' where id = :id")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changes");
    }

    private static Round atElvetun(String name) {
        Round round = world.open(Round.First.UNIT, false);
        for (int i = 0; i < 14; i++) {
            world.answer(round, new UnitPath(ELVETUN), StaffGroup.MILIEU, Map.of("svar", List.of("ja")));
            world.answer(round, units.getFirst(), StaffGroup.MILIEU, Map.of("svar", List.of("nei")));
        }
        world.settle(round);
        world.sql
                .sql("update survey.round set name = :name where id = :id")
                .param("name", name)
                .param("id", round.id().value())
                .update();
        return round;
    }

    @Test
    void a_project_lead_sees_units_that_have_chosen_to_share_and_no_others() {
        Round round = atElvetun("Delt");
        Round other = atElvetun("Ikke delt");
        String at = "/undersokelser/" + round.id().value() + "/resultater";
        Person lead = app.signedIn("prosjektleder");
        Person leader = app.signedIn("enhetsleder");
        String ofUnit = at + "?sted=" + ELVETUN;
        assertThat(lead.get(ofUnit).status()).isEqualTo(404);
        assertThat(lead.post(at + "/deling", "sted", ELVETUN, "del", "ja").status())
                .isEqualTo(404);
        assertThat(lead.post(at + "/deling", "sted", "no", "del", "ja").status())
                .isEqualTo(404);

        Person.Answer mine = leader.get(at);
        assertThat(mine.one(".unit-sharing").text()).contains("ikke enheten deres");
        assertThat(leader.submit(mine.one(".unit-sharing form"), "del", "ja")
                        .one(".unit-sharing")
                        .text())
                .contains("Nå ser prosjektleder tallene");

        Person.Answer shared = lead.get(ofUnit);
        assertThat(shared.status()).isEqualTo(200);
        assertThat(shared.text()).contains("14 av 14 inviterte svarte");
        assertThat(shared.page().select(".unit-sharing"))
                .as("it is not theirs to decide")
                .isEmpty();
        assertThat(lead.get(at).one("select[name=sted]").text()).contains("Elvetun");
        assertThat(lead.get(at + "?sted=" + units.getFirst().value()).status())
                .as("a unit that has not chosen")
                .isEqualTo(404);
        assertThat(lead.get("/undersokelser/" + other.id().value() + "/resultater?sted=" + ELVETUN)
                        .status())
                .as("another round")
                .isEqualTo(404);
        assertThat(lead.get(ofUnit + "&mot=" + other.id().value()).status())
                .as("another round laid beside")
                .isEqualTo(404);
        assertThat(app.signedIn("regional-kontakt").get(ofUnit).status()).isEqualTo(404);

        leader.submit(leader.get(at).one(".unit-sharing form"), "del", "nei");
        assertThat(lead.get(ofUnit).status()).isEqualTo(404);
        assertThat(world.sql
                        .sql(
                                "select action from access.audit where kind = 'survey-results' and subject = :it order by at")
                        .param("it", round.id().value() + " " + ELVETUN)
                        .query(String.class)
                        .list())
                .containsExactly("shared results of unit", "stopped sharing results of unit");
    }
}
