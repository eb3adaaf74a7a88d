package no.samtidig.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Every address of the unit's and the region's pages, asked as everybody who has nothing to do with the unit: nothing of it is seen, and
 * nothing is changed. The addresses are read from the application, so that a new one is tried without a line here.
 */
@RenewedApp
class JourneyScopeTest {
    private static final String ELVETUN = "no.sundvik_sykehus_hf.elvetun";
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]++}");

    /** Nobody of these works at Elvetun or follows it. */
    private static final List<String> STRANGERS = List.of(
            "torunn.espeland@morgenstien.invalid", // leads another unit
            "frode.kleiven@sundvik.invalid", // leads a unit of the same owner
            "oddveig.nesbo@morgenstien.invalid", // works in another unit
            "kari.birkeland@region-vest.invalid", // follows another region
            "hilde.aursand@prosjekt.invalid",
            "knut.vestre@drift.invalid",
            "solveig.tangerud@fag.invalid",
            "amir.hosseini@region-midt.invalid",
            "per-ante.sarre@erfaring.invalid");

    private final App app = App.shared();
    private final JdbcClient sql = app.bean(JdbcClient.class);

    private UUID elvetun() {
        return sql.sql("select id from improvement.journey where unit = :unit::ltree")
                .param("unit", ELVETUN)
                .query(UUID.class)
                .single();
    }

    private Person signedIn(String email) {
        Person person = app.visitor();
        assertThat(person.post("/logg-inn", "e-post", email, "passord", "samtidig-demo")
                        .status())
                .isEqualTo(200);
        return person;
    }

    @Test
    void there_are_addresses_to_try() {
        assertThat(JourneyRoutes.of(app)).extracting(JourneyRoutes.Route::path).contains("/enheten");
        assertThat(JourneyRoutes.of(app)).anyMatch(JourneyRoutes.Route::asksWhich);
    }

    @TestFactory
    Stream<DynamicTest> a_stranger_sees_nothing_of_the_unit_and_changes_nothing() {
        UUID journey = elvetun();
        return STRANGERS.stream()
                .map(email -> DynamicTest.dynamicTest(email, () -> {
                    Person stranger = signedIn(email);
                    String missing = stranger.get("/finnes-ikke").one("main").html();
                    Map<String, List<String>> before = JourneyRoutes.rows(app);
                    for (JourneyRoutes.Route route : JourneyRoutes.of(app)) {
                        boolean names = route.asksWhich()
                                || VARIABLE.matcher(route.path()).find();
                        if (route.method() == RequestMethod.POST && !names) {
                            continue; // it knows no unit but one's own
                        }
                        String path = VARIABLE.matcher(route.path()).replaceAll(journey.toString());
                        Person.Answer answer = route.method() == RequestMethod.GET
                                ? stranger.get(path + "?" + JourneyVisit.WHICH + "=" + journey)
                                : stranger.post(
                                        path,
                                        JourneyVisit.WHICH,
                                        journey.toString(),
                                        "nokkel",
                                        UUID.randomUUID().toString());
                        if (names) {
                            // a form that lacks a field is refused before anybody looks whose it is
                            assertThat(answer.status())
                                    .as(route.toString())
                                    .isIn(route.method() == RequestMethod.GET ? List.of(404) : List.of(404, 400));
                            if (route.method()
                                    == RequestMethod
                                            .GET) { // what was sent can be sent again, so that its page has a form
                                assertThat(answer.one("main").html())
                                        .as(route.toString())
                                        .isEqualTo(missing);
                            }
                        } else {
                            assertThat(answer.body()).as(route.toString()).doesNotContain("Elvetun", "Maren Fjellheim");
                        }
                    }
                    assertThat(JourneyRoutes.rows(app)).isEqualTo(before);
                }));
    }

    @Test
    void those_it_belongs_to_come_there() {
        String asked = "/enheten?" + JourneyVisit.WHICH + "=" + elvetun();
        for (String email : List.of(
                "maren.fjellheim@sundvik.invalid",
                "samira.warsame@sundvik.invalid",
                "inger.lise.brandvoll@region-midt.invalid")) {
            assertThat(signedIn(email).get(asked).heading()).as(email).isEqualTo("Elvetun døgnenhet");
        }
    }
}
