package no.samtidig.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Role;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Every address of a unit that has everything (a round, a meeting, a goal, an action, talks, a rating), asked by each who has to do with it
 * and by each who nearly has. Who comes where is written down here, and an address without a line fails. Where {@link JourneyScopeTest} asks
 * with ids of nothing, this asks with ids of what is.
 */
@RenewedApp
class JourneyPartsTest {
    private static final App app = App.shared();
    private static final String NAME = "Lyngheia døgnenhet";
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]++}");

    /** Who comes to a page of the unit: Leader, Staff, the user council's consultant (B), the Coach; and never neighbour, west, project. */
    private static final String PAGES = """
            /enheten LSBC
            /enheten/ansatte L
            /enheten/avtale LSBC
            /enheten/avtale/endre LC
            /enheten/avtale/utskrift LSBC
            /enheten/etterlevelse LSC
            /enheten/etterlevelse/ny -
            /enheten/etterlevelse/{maned} LC
            /enheten/etterlevelse/{maned}/enige -
            /enheten/etterlevelse/{maned}/hvem L
            /enheten/etterlevelse/{maned}/min LC
            /enheten/etterlevelse/{maned}/vis -
            /enheten/flytt C
            /enheten/fullfort.csv L
            /enheten/gap LSBC
            /enheten/gap/brukerrad LB
            /enheten/gap/leder L
            /enheten/gap/resultat LSBC
            /enheten/gap/resultat.csv LSBC
            /enheten/mote LC
            /enheten/mote/kort LC
            /enheten/mote/{id} LC
            /enheten/mote/{id}/manus LC
            /enheten/mote/{id}/stand LC
            /enheten/ny-leder LC
            /enheten/stans LC
            /enheten/status LSBC
            /enheten/tiltak LSBC
            /enheten/tiltak/ark LSBC
            /enheten/tiltak/mal L
            /enheten/tiltak/mal/{id} L
            /enheten/tiltak/ny L
            /enheten/tiltak/{id} LSBC
            /enheten/tiltak/{id}/endre L
            /enheten/veileder C
            /enheten/veiledning LSBC
            /enheten/veiledning.ics LC
            /enheten/veiledning/{id} LC
            /enheten/veiledning/{id}/flytt LC
            /enheten/veiledning/{id}/kalender.ics LC
            /enheten/vent LC
            /regionen C
            /regionen/dekning -
            /regionen/endring -
            /regionen/enheter C
            /regionen/enheter.csv C
            /regionen/enheter/{id} C
            /regionen/enheter/{id}/flytt C
            /regionen/enheter/{id}/nytt -
            /regionen/enheter/{id}/veileder C
            /regionen/enheter/{id}/vent C
            /regionen/nye -
            /regionen/nye/liste -
            /regionen/nye/liste/{id} -
            /regionen/nye/{id} -
            /regionen/tall -
            /regionen/veiledning -
            /regionen/veiledning/ovelse -
            /regionen/veiledning/ovelse/{enhet} -
            """;

    /** Who may send a form of the unit. For all others it does not exist, and nothing is written. */
    private static final String FORMS = """
            /enheten/avtale/endre LC
            /enheten/avtale/ja LC
            /enheten/avtale/sjekkliste LC
            /enheten/avtale/trekk LC
            /enheten/etterlevelse/ny LC
            /enheten/etterlevelse/{maned}/enige LC
            /enheten/etterlevelse/{maned}/hvem L
            /enheten/etterlevelse/{maned}/ja LC
            /enheten/etterlevelse/{maned}/med C
            /enheten/etterlevelse/{maned}/min LC
            /enheten/etterlevelse/{maned}/vis LC
            /enheten/flytt C
            /enheten/gap L
            /enheten/gap/brukerrad LB
            /enheten/gap/leder L
            /enheten/gap/leder/vis L
            /enheten/gap/{id}/apne L
            /enheten/gap/{id}/lukk L
            /enheten/gap/{id}/paminn L
            /enheten/gap/{id}/slett L
            /enheten/gap/{id}/vent L
            /enheten/mote LC
            /enheten/mote/{id}/leder LC
            /enheten/mote/{id}/mal LC
            /enheten/mote/{id}/slutt LC
            /enheten/mote/{id}/stemming LC
            /enheten/mote/{id}/tiltak LC
            /enheten/ny-leder LC
            /enheten/ny-leder/svar L
            /enheten/stans LC
            /enheten/status/frigi L
            /enheten/tiltak/mal L
            /enheten/tiltak/mal/ingen L
            /enheten/tiltak/mal/{id} L
            /enheten/tiltak/ny L
            /enheten/tiltak/{id}/blikk L
            /enheten/tiltak/{id}/endre L
            /enheten/tiltak/{id}/logg LSB
            /enheten/veileder C
            /enheten/veiledning/plan LC
            /enheten/veiledning/rytme LC
            /enheten/veiledning/{id} LC
            /enheten/veiledning/{id}/avlys LC
            /enheten/veiledning/{id}/enig LC
            /enheten/veiledning/{id}/flytt LC
            /enheten/vent LC
            /enheten/vent/slutt LC
            /regionen/enheter/{id}/flytt C
            /regionen/enheter/{id}/kontakt C
            /regionen/enheter/{id}/neste C
            /regionen/enheter/{id}/notat C
            /regionen/enheter/{id}/nytt C
            /regionen/enheter/{id}/veileder C
            /regionen/enheter/{id}/vent C
            /regionen/enheter/{id}/vent/slutt C
            /regionen/nye Cw
            /regionen/nye/liste Cw
            /regionen/nye/liste/{id} C
            /regionen/veiledning/ovelse/{enhet} Cw
            """;

    private static final Map<String, Person> people = new LinkedHashMap<>();
    private static final Map<String, String> ids = new LinkedHashMap<>();

    @BeforeAll
    static void a_unit_that_has_everything() {
        InventedUnit unit = new InventedUnit(app, "lyngheia", NAME, 6).anchored();
        Accounts accounts = app.bean(Accounts.class);
        String council = "rad@lyngheia.invalid";
        AccountId account = accounts.keep(council, "Oppdiktet Råd", accounts.hash(InventedUnit.PASSWORD));
        UnitPath path = unit.journey().unit();
        accounts.grant(null, account, Role.LIVED_EXPERIENCE_CONSULTANT, Place.of(path), NAME);
        people.put("L", unit.signedIn(unit.leader()));
        Person leader = people.get("L");
        unit.opens(leader, "kort");
        unit.answered(6, false);
        leader = unit.signedIn(unit.leader());
        unit.settled(leader);
        String meeting =
                leader.post("/enheten/mote", "nokkel", key(), "lengde", "30").path();
        leader.post(meeting + "/mal", "nokkel", key(), "omrade", "mottak", "mal", "Vi spør alle nye.");
        leader.post(meeting + "/slutt");
        String goal = one("goal");
        leader.post(
                "/enheten/tiltak/ny",
                "nokkel",
                key(),
                "mal",
                goal,
                "tiltak",
                "Velg ett spørsmål",
                "eier",
                "alle",
                "dato",
                unit.today().plusDays(20).toString(),
                "tegn",
                "Tre sier det likt");
        Person.Answer talks = leader.get("/enheten/veiledning");
        leader.form(talks, "Lag datoene").send();
        leader.post("/enheten/etterlevelse/ny", "nokkel", key());
        ids.put("/enheten/gap/", unit.round().id().value().toString());
        ids.put("/enheten/mote/", meeting.substring(meeting.lastIndexOf('/') + 1));
        ids.put("/enheten/tiltak/mal/", goal);
        ids.put("/enheten/tiltak/", one("action"));
        ids.put("/enheten/veiledning/", one("talk"));
        ids.put("/enheten/etterlevelse/", "0");
        ids.put("/regionen/enheter/", unit.journey().id().value().toString());
        ids.put("journey", unit.journey().id().value().toString());
        people.put("L", leader);
        people.put("S", unit.signedIn(unit.staff(1)));
        people.put("B", unit.signedIn(council));
        people.put("C", unit.signedIn(InventedUnit.COACH));
        people.put("n", unit.signedIn("frode.kleiven@sundvik.invalid"));
        people.put("w", unit.signedIn("kari.birkeland@region-vest.invalid"));
        people.put("p", unit.signedIn("hilde.aursand@prosjekt.invalid"));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** The unit's own, of what is made last. */
    private static String one(String table) {
        String of = table.equals("action")
                ? "select a.id from improvement.action a join improvement.goal g on g.id = a.goal join improvement.journey j on j.id = g.journey"
                : "select x.id from improvement." + table + " x join improvement.journey j on j.id = x.journey";
        return app.asOwner()
                .sql(of + " where j.unit = 'no.sundvik_sykehus_hf.lyngheia' limit 1")
                .query(String.class)
                .single();
    }

    private static String address(String route) {
        String id = ids.entrySet().stream()
                .filter(it -> route.startsWith(it.getKey()))
                .max(Comparator.comparingInt(it -> it.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(key());
        return VARIABLE.matcher(route).replaceAll(id);
    }

    private static Map<String, String> lines(String table) {
        return table.lines()
                .map(it -> it.strip().split(" +"))
                .collect(Collectors.toMap(it -> it[0], it -> it.length > 1 ? it[1] : "-", (a, _) -> a, TreeMap::new));
    }

    /** Who comes to each page, as it is: a page without a way to name a unit is the unit's where it tells its name. */
    private static Map<String, String> pages() {
        Map<String, String> who = new TreeMap<>();
        for (JourneyRoutes.Route route : JourneyRoutes.of(app)) {
            if (route.method() == RequestMethod.GET) {
                // what a page needs beside: a goal, and a stage to move to
                String path = address(route.path()) + "?lop=" + ids.get("journey") + "&til=running&mal="
                        + ids.get("/enheten/tiltak/mal/");
                String letters = people.entrySet().stream()
                        .filter(it -> {
                            Person.Answer answer = it.getValue().get(path);
                            boolean names = route.asksWhich() || route.path().contains("{");
                            return answer.status() == 200
                                    && (names || answer.body().contains(NAME));
                        })
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining());
                who.put(route.path(), letters.isEmpty() ? "-" : letters);
            }
        }
        return who;
    }

    @Test
    void each_page_is_open_to_those_it_belongs_to() {
        Map<String, String> pages = pages();
        Map<String, String> lines = lines(PAGES);
        lines.keySet().retainAll(pages.keySet());
        assertThat(pages).isEqualTo(lines);
    }

    @Test
    void a_table_that_lets_somebody_in_too_much_or_forgets_an_address_is_found() {
        Map<String, String> pages = pages();
        Map<String, String> wrong = lines(PAGES);
        wrong.keySet().retainAll(pages.keySet());
        wrong.put("/enheten/ansatte", "LS");
        assertThat(pages).isNotEqualTo(wrong);
        wrong.put("/enheten/ansatte", "L");
        assertThat(pages).isEqualTo(wrong);
        wrong.remove("/enheten/ansatte");
        assertThat(pages).isNotEqualTo(wrong);
    }

    @TestFactory
    Stream<DynamicTest> a_form_that_is_not_theirs_does_not_exist_and_writes_nothing() {
        Map<String, String> may = lines(FORMS);
        List<JourneyRoutes.Route> forms = JourneyRoutes.of(app).stream()
                .filter(it -> it.method() == RequestMethod.POST)
                .toList();
        assertThat(forms.stream().map(JourneyRoutes.Route::path)).isSubsetOf(may.keySet());
        return forms.stream()
                .map(route -> DynamicTest.dynamicTest(route.path(), () -> {
                    Map<String, List<String>> before = JourneyRoutes.rows(app);
                    people.forEach((letter, person) -> {
                        if (!may.getOrDefault(route.path(), "").contains(letter)
                                && (!letter.equals("n")
                                        || route.asksWhich()
                                        || route.path().contains("{"))) {
                            Person.Answer answer = person.post(
                                    address(route.path()) + "?lop=" + ids.get("journey"),
                                    "nokkel",
                                    key(),
                                    "revisjon",
                                    "0",
                                    "utgave",
                                    "0",
                                    "steg",
                                    "1",
                                    "versjon",
                                    "1",
                                    "mal",
                                    ids.getOrDefault("/enheten/tiltak/mal/", ""));
                            assertThat(answer.status()).as(letter + " " + route).isEqualTo(404);
                        }
                    });
                    assertThat(JourneyRoutes.rows(app)).isEqualTo(before);
                }));
    }
}
