package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import no.samtidig.App;
import no.samtidig.Form;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.access.Accounts;
import no.samtidig.access.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in and out, and what is refused. */
@Tag("access")
@RenewedApp
class AccessJourneyTest {
    private static final String EMAIL = "samira.warsame@sundvik.invalid";

    private static final App app = App.shared();

    @Test
    void a_password_opens_and_a_wrong_one_does_not() {
        Person person = app.visitor();
        Person.Answer refused = person.form(person.get("/logg-inn"), "Logg inn")
                .fill("E-postadresse", EMAIL)
                .fill("Passord", "feil")
                .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().title()).startsWith("Feil: ");
        Form again = person.form(refused, "Logg inn");
        assertThat(again.value("E-postadresse")).isEqualTo(EMAIL);
        assertThat(again.value("Passord")).isEmpty();
        assertThat(again.fault("E-postadresse")).contains("stemmer ikke");
        Person.Answer opened = again.fill("Passord", "samtidig-demo").send();
        assertThat(opened.path()).isEqualTo("/min-side");
    }

    @Test
    void whether_an_account_exists_is_not_told() {
        String known = app.visitor()
                .post("/logg-inn", "e-post", "linh.tran@almenes.invalid", "passord", "feil")
                .one("[role=alert]")
                .text();
        String unknown = app.visitor()
                .post("/logg-inn", "e-post", "finnes.ikke@almenes.invalid", "passord", "feil")
                .one("[role=alert]")
                .text();
        assertThat(unknown).isEqualTo(known);
    }

    @Test
    void after_five_wrong_passwords_one_must_wait_also_with_the_right_one() {
        Person person = app.visitor();
        String email = "guro.vinje@almenes.invalid";
        for (int i = 0; i < 5; i++) {
            assertThat(person.post("/logg-inn", "e-post", email, "passord", "feil")
                            .status())
                    .isEqualTo(422);
        }
        assertThat(person.post("/logg-inn", "e-post", email, "passord", "samtidig-demo")
                        .status())
                .isEqualTo(429);
        assertThat(person.post("/logg-inn", "e-post", "dag.ove.sletten@almenes.invalid", "passord", "samtidig-demo")
                        .path())
                .as("a colleague on the same address is not shut out")
                .isEqualTo("/min-side");
        app.clock().forward(Duration.ofMinutes(16));
        assertThat(app.visitor()
                        .post("/logg-inn", "e-post", email, "passord", "samtidig-demo")
                        .path())
                .isEqualTo("/min-side");
    }

    @Test
    void many_attempts_at_once_are_no_more_than_five() throws Exception {
        java.util.Queue<Integer> statuses = new java.util.concurrent.ConcurrentLinkedQueue<>();
        try (var all = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                all.execute(() -> statuses.add(app.visitor()
                        .post("/logg-inn", "e-post", "elin.rosvoll@sundvik.invalid", "passord", "feil")
                        .status()));
            }
        }
        assertThat(statuses).hasSize(20);
        assertThat(statuses.stream().filter(it -> it == 422).count()).isEqualTo(5);
    }

    @Test
    void a_page_behind_the_door_leads_to_the_door_and_back() {
        Person person = app.visitor();
        Person.Answer door = person.get("/moduler/grunnmodul/a-tore-a-sporre");
        assertThat(door.path()).isEqualTo("/logg-inn");
        Person.Answer in = person.form(door, "Logg inn")
                .fill("E-postadresse", EMAIL)
                .fill("Passord", "samtidig-demo")
                .send();
        assertThat(in.path()).isEqualTo("/moduler/grunnmodul/a-tore-a-sporre");
    }

    @Test
    void whoever_was_signed_in_and_is_no_longer_is_told_so_at_the_door() {
        assertThat(app.visitor().get("/min-side").text()).as("who never was").doesNotContain("ikke logget inn lenger");
        Person person = app.signedIn("miljoterapeut");
        app.bean(JdbcClient.class).sql("delete from access.session").update();
        Person.Answer door = person.get("/min-side");
        assertThat(door.path()).isEqualTo("/logg-inn");
        assertThat(door.text()).contains("Du er ikke logget inn lenger.");
    }

    @Test
    void the_way_back_never_leads_to_another_site() {
        for (String elsewhere : List.of("https://example.org/", "//example.org/", "/\\example.org", "javascript:x")) {
            Person.Answer in =
                    app.visitor().post("/logg-inn", "e-post", EMAIL, "passord", "samtidig-demo", "retur", elsewhere);
            assertThat(in.path()).isEqualTo("/min-side");
        }
    }

    @Test
    void signing_out_ends_the_session_and_clears_the_browser() {
        Person person = app.signedIn("miljoterapeut");
        Person.Answer out = person.post("/logg-ut");
        assertThat(out.path()).isEqualTo("/");
        assertThat(person.get("/min-side").path()).isEqualTo("/logg-inn");
    }

    @Test
    void a_form_from_another_site_is_refused() {
        assertThat(app.visitor()
                        .with("Sec-Fetch-Site", "cross-site")
                        .post("/demo/logg-inn", "rolle", "miljoterapeut")
                        .status())
                .isEqualTo(403);
        assertThat(app.visitor()
                        .with("Sec-Fetch-Site", "cross-site")
                        .post("/demo/logg-inn", "rolle", "miljoterapeut")
                        .header("content-security-policy"))
                .contains("default-src 'none'");
        assertThat(app.visitor()
                        .with("Origin", "https://example.org")
                        .post("/demo/logg-inn", "rolle", "miljoterapeut")
                        .status())
                .isEqualTo(403);
        assertThat(app.visitor()
                        .with("Sec-Fetch-Site", "same-origin")
                        .post("/demo/logg-inn", "rolle", "miljoterapeut")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void every_role_of_the_demo_can_sign_in() {
        for (Role role : Role.values()) {
            Person.Answer mine = app.visitor().post("/demo/logg-inn", "rolle", role.code());
            assertThat(mine.path()).as(role.code()).isEqualTo("/min-side");
        }
        assertThat(app.visitor().post("/demo/logg-inn", "rolle", "ukjent").status())
                .isEqualTo(404);
    }

    @Test
    void a_person_with_two_roles_acts_in_one_at_a_time() {
        Person person = app.signedIn("enhetsleder");
        Person.Answer mine = person.get("/min-side");
        assertThat(mine.one(".more-menu").text()).contains("Enhetsleder, Elvetun");
        Person.Answer other =
                person.post("/rolle", "rolle", mine.one("button[name=rolle]").attr("value"));
        assertThat(other.one(".more-menu").text()).contains("Miljøterapeut, Elvetun");
        Person stranger = app.signedIn("behandler");
        assertThat(stranger.post(
                                "/rolle",
                                "rolle",
                                mine.one("button[name=rolle]").attr("value"))
                        .status())
                .as("another's role does not exist")
                .isEqualTo(404);
    }

    @Test
    void a_removed_role_stops_within_a_minute_in_an_open_tab() {
        Person person = app.visitor();
        person.post("/logg-inn", "e-post", "oddveig.nesbo@morgenstien.invalid", "passord", "samtidig-demo");
        assertThat(person.get("/min-side").status()).isEqualTo(200);
        Accounts accounts = app.bean(Accounts.class);
        accounts.revoke(
                null, accounts.byEmail("oddveig.nesbo@morgenstien.invalid").orElseThrow(), Role.MILIEU_THERAPIST);
        app.clock().forward(Duration.ofMinutes(1));
        assertThat(person.get("/min-side").path()).isEqualTo("/logg-inn");
    }

    @Test
    void every_answer_carries_the_strict_headers() {
        for (String path : List.of("/", "/logg-inn", "/finnes-ikke", "/helse")) {
            Person.Answer answer = app.visitor().get(path);
            assertThat(answer.header("content-security-policy"))
                    .contains("default-src 'none'")
                    .contains("script-src 'self'")
                    .contains("require-trusted-types-for 'script'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().get("x-content-type-options")).containsExactly("nosniff");
            assertThat(answer.headers()).containsKeys("permissions-policy", "referrer-policy");
            assertThat(answer.headers().get("cross-origin-opener-policy")).containsExactly("same-origin");
            assertThat(answer.headers().get("cross-origin-resource-policy")).containsExactly("same-origin");
        }
    }

    @Test
    void health_says_up_and_nothing_else() {
        assertThat(app.visitor().get("/helse").text()).isEqualTo("oppe");
    }
}
