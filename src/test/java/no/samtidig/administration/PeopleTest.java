package no.samtidig.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.samtidig.App;
import no.samtidig.AuthenticatorApp;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Role;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.mail.Outbox;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and their roles: by an administrator everywhere, by others at their own places, and never without an administrator left. */
@RenewedApp(eachTest = true)
class PeopleTest {
    private static final String PASSWORD = "fire ord etter hverandre";
    private static final String LIST = "/forvaltning/personer";
    private static final String ELVETUN = "no.sundvik_sykehus_hf.elvetun";

    private static final App app = App.shared();

    private static UUID id(String email) {
        return app.bean(Accounts.class).byEmail(email).orElseThrow().value();
    }

    private static String path(String email) {
        return LIST + "/" + id(email);
    }

    private static AccountId somebody(String email, Role role, Place at, String place) {
        Accounts accounts = app.bean(Accounts.class);
        AccountId account = accounts.keep(email, "Navn " + email.charAt(0), accounts.hash(PASSWORD));
        accounts.grant(null, account, role, at, place);
        return account;
    }

    private static Person signedIn(String email) {
        Person person = app.visitor();
        assertThat(person.post("/logg-inn", "e-post", email, "passord", PASSWORD)
                        .path())
                .isEqualTo("/min-side");
        return person;
    }

    private static Person secondAdministrator(String email) {
        somebody(email, Role.ADMINISTRATOR, new Place.Country(), "Drift");
        return signedIn(email);
    }

    private static List<String> lines(String action, UUID subject) {
        return app.bean(JdbcClient.class)
                .sql("select kind from access.audit where action = :action and subject = :subject")
                .param("action", action)
                .param("subject", subject.toString())
                .query(String.class)
                .list();
    }

    private static String endLink(Person.Answer page, int which) {
        return page.page().select("main a[href$=/avslutt]").get(which).attr("href");
    }

    @Test
    void an_administrator_finds_people_by_name_address_role_region_and_standing() {
        Person administrator = app.signedIn("administrator");
        assertThat(administrator.get(LIST + "?q=fjell+mar").page().select("tbody tr"))
                .hasSize(1);
        assertThat(administrator.get(LIST + "?q=MOEN%40almenes").page().select("tbody tr"))
                .hasSize(1);
        assertThat(administrator.get(LIST + "?q=almenes.inv").page().select("tbody tr"))
                .hasSize(8);
        assertThat(administrator.get(LIST + "?rolle=administrator").one("tbody").text())
                .contains("Knut Vestre knut.vestre@drift.invalid")
                .contains("Administrator, Drift");
        assertThat(administrator
                        .get(LIST + "?region=rvts_vest&rolle=enhetsleder")
                        .one("tbody")
                        .text())
                .contains("Torunn Espeland")
                .doesNotContain("Maren");
        assertThat(administrator.get(LIST + "?q=%25").page().select("tbody tr")).isEmpty();
        app.bean(Accounts.class).keep("uten@x.invalid", "Uten Rolle", null);
        assertThat(administrator.get(LIST + "?status=uten-rolle").one("tbody").text())
                .contains("Uten Rolle")
                .doesNotContain("Knut");
        Person leader = app.signedIn("enhetsleder");
        leader.submit(leader.form(leader.get("/invitasjoner/ny"), "Se over")
                .fill("E-postadresser", "ny@sundvik.invalid")
                .choose("Rolle", "Behandler")
                .send()
                .one("form[action=/invitasjoner]"));
        Person.Answer invited = administrator.get(LIST + "?status=invitert");
        assertThat(invited.one("tbody").text()).contains("ny@sundvik.invalid").contains("Elvetun");
        assertThat(administrator
                        .form(invited, "Send på nytt: ny@sundvik.invalid")
                        .send()
                        .text())
                .contains("sendt på nytt");
    }

    @Test
    void a_leader_and_a_regional_contact_see_their_own_people_only_and_nobody_else_sees_any() {
        Person leader = app.signedIn("enhetsleder");
        Person.Answer list = leader.get(LIST);
        assertThat(list.one("tbody").text())
                .contains("Ane Solvik")
                .doesNotContain("Jonas")
                .doesNotContain("Knut");
        assertThat(leader.get(LIST + "?q=jonas").page().select("tbody tr")).isEmpty();
        assertThat(leader.get(path("ane.solvik@sundvik.invalid")).status()).isEqualTo(200);
        assertThat(leader.get(path("jonas.myrvang@sundvik.invalid")).status()).isEqualTo(404);
        assertThat(leader.get(path("jonas.myrvang@sundvik.invalid")).text())
                .as("as what does not exist")
                .isEqualTo(leader.get(LIST + "/" + UUID.randomUUID()).text());
        Person contact = app.signedIn("regional-kontakt");
        assertThat(contact.get(LIST).one("tbody").text())
                .contains("Jonas")
                .contains("Guro")
                .doesNotContain("Torunn");
        assertThat(contact.get(path("torunn.espeland@morgenstien.invalid")).status())
                .isEqualTo(404);
        for (String role : List.of("miljoterapeut", "behandler", "kursholder", "fagredaktor", "prosjektleder")) {
            Person other = app.signedIn(role);
            for (String path : List.of(
                    LIST,
                    path("ane.solvik@sundvik.invalid"),
                    "/forvaltning",
                    "/forvaltning/roller",
                    "/forvaltning/roller.csv")) {
                assertThat(other.get(path).status()).as(role + " " + path).isEqualTo(404);
            }
        }
        for (Person it : List.of(leader, contact)) {
            assertThat(it.get("/forvaltning").path())
                    .as("the first room they have")
                    .isEqualTo(LIST);
            assertThat(it.get(path("ane.solvik@sundvik.invalid") + "/lukk").status())
                    .isEqualTo(404);
            assertThat(it.get(path("ane.solvik@sundvik.invalid") + "/mistet-telefonen")
                            .status())
                    .isEqualTo(404);
            assertThat(it.post(path("ane.solvik@sundvik.invalid") + "/lukk").status())
                    .isEqualTo(404);
        }
        assertThat(app.visitor().get(LIST).path()).isEqualTo("/logg-inn");
        assertThat(lines("saw", id("ane.solvik@sundvik.invalid"))).containsExactly("account");
    }

    @Test
    void a_role_is_given_and_ended_with_who_and_when_and_stops_at_once() {
        Person leader = app.signedIn("enhetsleder");
        AccountId guest = somebody("gjest@x.invalid", Role.CLINICIAN, Place.of(new UnitPath(ELVETUN)), "Elvetun");
        Person here = signedIn("gjest@x.invalid");
        Person.Answer page = leader.get(LIST + "/" + guest.value());
        assertThat(leader.form(page, "Gi rollen")
                        .choose("Rolle", "Miljøterapeut")
                        .send()
                        .status())
                .as("no place")
                .isEqualTo(422);
        Person.Answer given = leader.form(page, "Gi rollen")
                .choose("Rolle", "Miljøterapeut")
                .choose("Sted", "Elvetun døgnenhet, Sundvik sykehus HF")
                .send();
        assertThat(given.text()).contains("Rollen er gitt").contains("gitt av Maren Fjellheim");
        assertThat(leader.form(page, "Gi rollen")
                        .choose("Rolle", "Miljøterapeut")
                        .choose("Sted", "Elvetun døgnenhet, Sundvik sykehus HF")
                        .send()
                        .text())
                .contains("har rollen her fra før");
        String end = endLink(given, 0);
        Person.Answer confirm = leader.get(end);
        assertThat(confirm.text()).contains("tar slutt nå").contains("får kursbevis");
        Person.Answer ended = leader.form(confirm, "Avslutt rollen").send();
        assertThat(ended.text()).contains("Rollen er avsluttet").contains("avsluttet av Maren Fjellheim");
        assertThat(leader.form(confirm, "Avslutt rollen").send().text()).contains("Noen andre avsluttet rollen");
        Person.Answer last =
                leader.form(leader.get(endLink(ended, 0)), "Avslutt rollen").send();
        assertThat(last.path()).isEqualTo(LIST);
        assertThat(here.get("/min-side").path()).as("an open session").isEqualTo("/logg-inn");
        assertThat(lines("revoked behandler", guest.value())).hasSize(1);
    }

    @Test
    void nobody_gives_or_ends_what_reaches_further_than_their_own() {
        Person leader = app.signedIn("enhetsleder");
        String ane = path("ane.solvik@sundvik.invalid");
        for (String[] forged : new String[][] {
            {"administrator", "no"},
            {"behandler", "no.sundvik_sykehus_hf.sundvik_dps"},
            {"regional-kontakt", "rvts/rvts_midt"},
            {"enhetsleder", "no.sundvik_sykehus_hf"}
        }) {
            assertThat(leader.post(ane + "/roller", "rolle", forged[0], "sted", forged[1])
                            .status())
                    .as(String.join(" ", forged))
                    .isEqualTo(422);
        }
        assertThat(leader.post(ane + "/roller", "rolle", "administrator", "sted", ELVETUN)
                        .status())
                .isEqualTo(422);
        String jonas = app.bean(JdbcClient.class)
                .sql("select id::text from access.role_grant where account = :id")
                .param("id", id("jonas.myrvang@sundvik.invalid"))
                .query(String.class)
                .single();
        for (String whose : List.of("jonas.myrvang@sundvik.invalid", "ane.solvik@sundvik.invalid")) {
            assertThat(leader.post(path(whose) + "/roller/" + jonas + "/avslutt")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(app.bean(JdbcClient.class)
                        .sql("select count(*) from access.role_grant where ended is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_last_administrator_is_neither_ended_nor_closed_also_by_two_at_once() throws Exception {
        Person one = app.signedIn("administrator");
        String knut = path("knut.vestre@drift.invalid");
        Person.Answer asked = one.get(endLink(one.get(knut), 0));
        assertThat(asked.heading()).isEqualTo("Avslutte din egen rolle?");
        assertThat(asked.text())
                .contains("Rollen din som administrator", "Dette er den eneste rollen din.")
                .doesNotContain("Det personen har lært");
        Person.Answer refused = one.form(asked, "Avslutt rollen min").send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Ingen andre er administrator");
        Person two = secondAdministrator("to@drift.invalid");
        String endsOne = endLink(two.get(knut), 0);
        String endsTwo = endLink(one.get(path("to@drift.invalid")), 0);
        List<Person.Answer> both = atOnce(List.of(() -> two.post(endsOne), () -> one.post(endsTwo)));
        assertThat(administrators()).as(both.toString()).isEqualTo(1);
        Person left = one.get("/forvaltning").path().equals("/forvaltning") ? one : two;
        Person.Answer list = left.get(LIST + "?rolle=administrator");
        String self = list.one("tbody a").attr("href");
        assertThat(left.post(self + "/lukk").status())
                .as("one's own is closed elsewhere")
                .isEqualTo(404);
    }

    @Test
    void two_administrators_who_close_each_other_at_once_leave_one() throws Exception {
        Person one = app.signedIn("administrator");
        Person two = secondAdministrator("to@drift.invalid");
        String knut = path("knut.vestre@drift.invalid");
        String other = path("to@drift.invalid");
        assertThat(one.get(other + "/lukk").text()).contains("logget ut alle steder");
        atOnce(List.of(() -> two.post(knut + "/lukk"), () -> one.post(other + "/lukk")));
        assertThat(administrators()).isEqualTo(1);
    }

    @Test
    void the_last_administrator_does_not_close_their_own_account_while_another_ends_them() throws Exception {
        Person two = secondAdministrator("to@drift.invalid");
        Person one = app.signedIn("administrator");
        String endsOne = endLink(two.get(path("knut.vestre@drift.invalid")), 0);
        String endsTwo = endLink(one.get(path("to@drift.invalid")), 0);
        Person.Answer form = two.get("/min-side/konto/lukk");
        atOnce(List.of(
                () -> one.post(endsTwo),
                () -> two.submit(form.one("main form"), "passord", PASSWORD, "sikker", "true"),
                () -> two.post(endsOne)));
        assertThat(administrators()).isEqualTo(1);
    }

    private static int administrators() {
        return app.bean(JdbcClient.class).sql("""
                        select count(*) from access.role_grant g join access.account a on a.id = g.account
                        where g.role = 'administrator' and g.ended is null and a.closed is null
                        """).query(Integer.class).single();
    }

    private static List<Person.Answer> atOnce(List<Callable<Person.Answer>> all) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(all.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
            List<Future<Person.Answer>> answers = all.stream()
                    .map(it -> threads.submit(() -> {
                        barrier.await();
                        return it.call();
                    }))
                    .toList();
            List<Person.Answer> got = new java.util.ArrayList<>();
            for (Future<Person.Answer> it : answers) {
                got.add(it.get());
            }
            assertThat(got).allMatch(it -> it.status() < 500);
            return got;
        }
    }

    @Test
    void an_account_closed_by_an_administrator_has_no_role_left_and_can_be_opened_for_two_weeks() {
        Person administrator = app.signedIn("administrator");
        AccountId guest = somebody("slutter@x.invalid", Role.CLINICIAN, Place.of(new UnitPath(ELVETUN)), "Elvetun");
        Person here = signedIn("slutter@x.invalid");
        Person.Answer confirm = administrator.get(LIST + "/" + guest.value() + "/lukk");
        Person.Answer closed = administrator.form(confirm, "Lukk kontoen").send();
        assertThat(closed.text()).contains("Kontoen er lukket.").contains("Ingen rolle");
        assertThat(administrator.form(confirm, "Lukk kontoen").send().text()).contains("lukket allerede");
        assertThat(here.get("/min-side").path()).isEqualTo("/logg-inn");
        assertThat(administrator.get(LIST + "?status=lukket").one("tbody").text())
                .contains("slutter@x.invalid");
        Outbox.Mail mail = mailTo("slutter@x.invalid").getFirst();
        assertThat(mail.subject()).isEqualTo("Kontoen din er lukket");
        assertThat(mail.body()).contains("administrator har lukket").contains("/apne-konto/");
    }

    private static List<Outbox.Mail> mailTo(String email) {
        return app.bean(Outbox.class).newest(500).stream()
                .filter(it -> it.recipient().equals(email))
                .toList();
    }

    private static void turnOnTwoSteps(Person person) {
        Person.Answer setUp =
                person.form(person.get("/min-side/konto/totrinn"), "Sett opp").send();
        AuthenticatorApp phone = new AuthenticatorApp(setUp.one(".key-text").text());
        person.form(setUp, "Slå på")
                .fill("Kode", phone.code(app.clock().instant()))
                .send();
    }

    @Test
    void a_lost_phone_takes_two_administrators_and_the_person_is_told_twice() {
        somebody("mistet@x.invalid", Role.CLINICIAN, Place.of(new UnitPath(ELVETUN)), "Elvetun");
        Person person = signedIn("mistet@x.invalid");
        turnOnTwoSteps(person);
        assertThat(app.visitor()
                        .post("/logg-inn", "e-post", "mistet@x.invalid", "passord", PASSWORD)
                        .path())
                .as("a code is asked for")
                .isNotEqualTo("/min-side");
        String path = path("mistet@x.invalid");
        Person one = secondAdministrator("en@drift.invalid");
        Person two = secondAdministrator("to@drift.invalid");
        Person.Answer asked = one.form(one.get(path + "/mistet-telefonen"), "Be om nullstilling")
                .send();
        assertThat(asked.text())
                .contains("En annen administrator må bekrefte innen et døgn")
                .doesNotContain("Bekreft nullstillingen");
        String reset = asked.one("button[name=nullstilling]").val();
        assertThat(one.post(path + "/mistet-telefonen/bekreft", "nullstilling", reset)
                        .status())
                .as("the same person")
                .isEqualTo(404);
        assertThat(one.post(path + "/mistet-telefonen").text()).as("asked once").contains("Ingenting er endret");
        assertThat(mailTo("mistet@x.invalid").stream().map(Outbox.Mail::subject))
                .contains("Noen vil nullstille totrinnsinnloggingen din");
        assertThat(two.get("/forvaltning").text()).contains("har mistet telefonen");
        Person.Answer done = two.form(two.get(path), "Bekreft nullstillingen").send();
        assertThat(done.text()).contains("Totrinnsinnloggingen er nullstilt");
        assertThat(mailTo("mistet@x.invalid").getFirst().body())
                .contains("ba om det, og")
                .contains("bekreftet");
        assertThat(person.get("/min-side").path()).isEqualTo("/logg-inn");
        signedIn("mistet@x.invalid");
        assertThat(lines("asked for a second step reset", id("mistet@x.invalid")))
                .hasSize(1);
        assertThat(lines("confirmed a second step reset", id("mistet@x.invalid")))
                .hasSize(1);
    }

    @Test
    void with_nobody_to_confirm_a_reset_is_not_asked_for() {
        somebody("mistet@x.invalid", Role.CLINICIAN, Place.of(new UnitPath(ELVETUN)), "Elvetun");
        turnOnTwoSteps(signedIn("mistet@x.invalid"));
        String path = path("mistet@x.invalid");
        Person only = app.signedIn("administrator");
        assertThat(only.get(path).text()).contains("Nå er det ingen andre som kan");
        assertThat(only.post(path + "/mistet-telefonen").text()).contains("Nå er det ingen andre som kan");
        assertThat(mailTo("mistet@x.invalid").stream().map(Outbox.Mail::subject))
                .doesNotContain("Noen vil nullstille totrinnsinnloggingen din");
        secondAdministrator("en@drift.invalid");
        assertThat(only.get(path).page().select("a[href$=mistet-telefonen]")).hasSize(1);
    }

    @Test
    void nobody_resets_their_own_second_step_and_a_request_waits_a_day() {
        Person one = secondAdministrator("en@drift.invalid");
        turnOnTwoSteps(one);
        Person two = secondAdministrator("to@drift.invalid");
        String own = path("en@drift.invalid");
        assertThat(one.get(own).page().select("a[href$=mistet-telefonen]")).isEmpty();
        assertThat(one.post(own + "/mistet-telefonen").status()).isEqualTo(404);
        Person.Answer asked = two.form(two.get(own + "/mistet-telefonen"), "Be om nullstilling")
                .send();
        String reset = asked.one("button[name=nullstilling]").val();
        assertThat(one.post(own + "/mistet-telefonen/bekreft", "nullstilling", reset)
                        .status())
                .as("it is one's own")
                .isEqualTo(404);
        Person three = secondAdministrator("tre@drift.invalid");
        app.clock().forward(java.time.Duration.ofHours(25));
        Person late = signedIn("tre@drift.invalid");
        assertThat(late.post(own + "/mistet-telefonen/bekreft", "nullstilling", reset)
                        .text())
                .contains("Ingenting er endret");
        assertThat(three).isNotNull();
    }

    @Test
    void roles_are_told_in_words_and_as_a_file_within_the_own_places() {
        Person leader = app.signedIn("enhetsleder");
        assertThat(leader.get("/forvaltning/roller").text())
                .contains("Miljøterapeut Tar moduler")
                .contains("6 personer ved 1 sted");
        String file = leader.get("/forvaltning/roller.csv").body();
        assertThat(file).contains("Ane Solvik").doesNotContain("Jonas").doesNotContain("Knut");
        assertThat(app.signedIn("administrator").get("/forvaltning/roller.csv").body())
                .contains("Knut Vestre")
                .contains("Sundvik sykehus HF");
    }
}
