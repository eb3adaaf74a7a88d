package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.samtidig.App;
import no.samtidig.Form;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.SharedApp;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Links;
import no.samtidig.access.Role;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.mail.Post;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the leader's list of addresses to a colleague who is in, by real mail; and everything that must not happen on the way. */
@Tag("access")
@RenewedApp(SharedApp.POSTING)
class InvitationJourneyTest {
    private static final GreenMail POST = SharedApp.post();
    private static final Pattern LINK = Pattern.compile("http://samtidig\\.invalid(/invitasjon/[\\w-]{43})\\b");
    private static final String ELVETUN = "no.sundvik_sykehus_hf.elvetun";
    private static final String GOOD = "hest batteri stift kopp";

    private static final App app = App.posting();

    /** Fills in the form, looks, and gives the page that came. */
    private static Person.Answer look(Person inviter, String addresses, String role) {
        return filled(inviter, addresses, role).send();
    }

    private static Form filled(Person inviter, String addresses, String role) {
        return inviter.form(inviter.get("/invitasjoner/ny"), "Se over")
                .fill("E-postadresser", addresses)
                .choose("Rolle", role);
    }

    private static Person.Answer send(Person inviter, Person.Answer preview) {
        return inviter.submit(preview.one("form[action=/invitasjoner]"));
    }

    private static Person.Answer invite(Person inviter, String addresses, String role) {
        return invite(inviter, filled(inviter, addresses, role));
    }

    private static Person.Answer invite(Person inviter, Form filled) {
        Person.Answer preview = filled.send();
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        return send(inviter, preview);
    }

    /** The newest mail to an address, after everything that waited was carried. */
    private static Message mailTo(String address) throws Exception {
        while (Post.carry(app) > 0) {
            // twenty at a time
        }
        List<Message> found = new ArrayList<>();
        for (Message it : POST.getReceivedMessages()) {
            if (it.getAllRecipients()[0].toString().equals(address)) {
                found.add(it);
            }
        }
        assertThat(found).as("mail to " + address).isNotEmpty();
        return found.getLast();
    }

    private static String linkTo(String address) throws Exception {
        Matcher link = LINK.matcher(mailTo(address).getContent().toString());
        assertThat(link.find()).as("a link in the mail").isTrue();
        return link.group(1);
    }

    private static Person.Answer join(Person newcomer, String link, String name, String password) {
        return newcomer.form(newcomer.get(link), "Bli med")
                .fill("Navn", name)
                .fill("Velg passord", password)
                .send();
    }

    private static int count(String query, String value) {
        return app.bean(JdbcClient.class)
                .sql(query)
                .param("value", value)
                .query(Integer.class)
                .single();
    }

    private static int accounts(String email) {
        return count("select count(*) from access.account where email = :value", email);
    }

    @Test
    void a_leader_invites_a_colleague_who_chooses_a_password_and_is_in() throws Exception {
        Person leader = app.signedIn("enhetsleder");
        assertThat(leader.get("/min-side").page().select("a[href=/invitasjoner]"))
                .isNotEmpty();
        Person.Answer preview = look(leader, "Sara Utsi <Sara.Utsi@sundvik.invalid>", "Miljøterapeut");
        assertThat(preview.text())
                .contains("Sara Utsi <sara.utsi@sundvik.invalid>")
                .contains("Maren Fjellheim inviterer deg til Samtidig som miljøterapeut ved Elvetun døgnenhet.")
                .contains("Send invitasjonen");
        assertThat(accounts("sara.utsi@sundvik.invalid")).isZero();
        Person.Answer list = send(leader, preview);
        assertThat(list.path()).isEqualTo("/invitasjoner");
        assertThat(list.one(".ds-alert[role=status]").text()).isEqualTo("Én invitasjon er på vei.");
        assertThat(list.one("section:has(#state-waiting)").text()).contains("Sara Utsi");

        Message mail = mailTo("sara.utsi@sundvik.invalid");
        assertThat(mail.getSubject()).isEqualTo("Maren Fjellheim inviterer deg til Samtidig");
        assertThat(mail.getContent().toString()).contains("Hei Sara Utsi!").contains("maren.fjellheim@sundvik.invalid");

        String link = linkTo("sara.utsi@sundvik.invalid");
        Person newcomer = app.visitor();
        for (int i = 0; i < 3; i++) {
            assertThat(newcomer.get(link).text())
                    .as("looking uses nothing up")
                    .contains("Maren Fjellheim inviterer deg som miljøterapeut ved Elvetun døgnenhet.");
        }
        assertThat(newcomer.get(link).one("#navn").attr("value")).isEqualTo("Sara Utsi");
        Person.Answer in = join(newcomer, link, "Sara Utsi", GOOD);
        assertThat(in.path()).isEqualTo("/velkommen");
        assertThat(newcomer.get("/min-side").status()).isEqualTo(200);
        assertThat(leader.get("/invitasjoner")
                        .one("section:has(#state-accepted)")
                        .text())
                .contains("Sara Utsi");
        assertThat(leader.get("/enheten/ansatte").text()).contains("Sara Utsi");
        assertThat(app.visitor()
                        .post("/logg-inn", "e-post", "sara.utsi@sundvik.invalid", "passord", GOOD)
                        .path())
                .isEqualTo("/min-side");
        assertThat(app.bean(JdbcClient.class)
                        .sql(
                                "select action from access.audit where kind = 'invitation' and subject = "
                                        + "(select id::text from access.invitation where email = 'sara.utsi@sundvik.invalid') order by at")
                        .query(String.class)
                        .list())
                .containsExactly("invited miljoterapeut", "accepted");
        assertThat(count(
                        "select count(*) from access.audit l join access.account a on a.id::text = l.subject "
                                + "join access.account inviter on inviter.id = l.actor "
                                + "where l.action = 'granted miljoterapeut' and inviter.name = 'Maren Fjellheim' and a.email = :value",
                        "sara.utsi@sundvik.invalid"))
                .as("the log says who gave the role")
                .isEqualTo(1);
    }

    @Test
    void the_mail_comes_in_nynorsk_when_the_inviter_wants_that() throws Exception {
        Person leader = app.signedIn("enhetsleder");
        invite(leader, filled(leader, "nynorsk@sundvik.invalid", "Behandler").choose("Språk i e-posten", "Nynorsk"));
        assertThat(mailTo("nynorsk@sundvik.invalid").getContent().toString())
                .startsWith("Hei!")
                .contains("inviterer deg til Samtidig som behandlar ved Elvetun døgnenhet")
                .contains("Lenkja er berre til deg");
    }

    @Test
    void the_database_holds_no_link_neither_before_nor_after_the_mail_has_left() throws Exception {
        invite(app.signedIn("enhetsleder"), "hemmelig@sundvik.invalid", "Behandler");
        String mail = "select count(*) from platform.mail where recipient = :value and ";
        assertThat(count(mail + "body like '%/invitasjon/%'", "hemmelig@sundvik.invalid"))
                .isZero();
        assertThat(count(mail + "secret is not null", "hemmelig@sundvik.invalid"))
                .isEqualTo(1);
        linkTo("hemmelig@sundvik.invalid");
        assertThat(count(mail + "secret is null and sent is not null", "hemmelig@sundvik.invalid"))
                .isEqualTo(1);
        assertThat(count(mail + "body like '%/invitasjon/%'", "hemmelig@sundvik.invalid"))
                .isZero();
    }

    @Test
    void a_link_works_once() throws Exception {
        invite(app.signedIn("enhetsleder"), "engang@sundvik.invalid", "Behandler");
        String link = linkTo("engang@sundvik.invalid");
        assertThat(join(app.visitor(), link, "En Gang", GOOD).path()).isEqualTo("/velkommen");
        Person second = app.visitor();
        Person.Answer used = second.get(link);
        assertThat(used.status()).isEqualTo(410);
        assertThat(used.heading()).isEqualTo("Invitasjonen er brukt");
        Person.Answer again = second.post(link, "navn", "En Annen", "passord", "fire blå sykler i regn", "nokkel", "x");
        assertThat(again.status()).isEqualTo(410);
        assertThat(second.get("/min-side").path()).isEqualTo("/logg-inn");
        assertThat(app.visitor()
                        .post("/logg-inn", "e-post", "engang@sundvik.invalid", "passord", "fire blå sykler i regn")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_same_form_pressed_twice_leads_in_both_times_and_makes_one_account() throws Exception {
        invite(app.signedIn("enhetsleder"), "dobbelt@sundvik.invalid", "Behandler");
        String link = linkTo("dobbelt@sundvik.invalid");
        String[] form = {
            "navn", "To Trykk", "passord", GOOD, "nokkel", UUID.randomUUID().toString()
        };
        Queue<String> paths = new ConcurrentLinkedQueue<>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                all.execute(() -> paths.add(app.visitor().post(link, form).path()));
            }
        }
        assertThat(paths).hasSize(4).containsOnly("/velkommen");
        assertThat(accounts("dobbelt@sundvik.invalid")).isEqualTo(1);
        app.clock().forward(Duration.ofMinutes(3));
        assertThat(app.visitor().post(link, form).status())
                .as("later it is over")
                .isEqualTo(410);
    }

    @Test
    void two_tabs_at_once_make_one_account_with_one_of_the_passwords() throws Exception {
        invite(app.signedIn("enhetsleder"), "faner@sundvik.invalid", "Behandler");
        invite(app.signedIn("enhetsleder"), "faner@sundvik.invalid", "Miljøterapeut");
        List<String> links = new ArrayList<>();
        mailTo("faner@sundvik.invalid");
        for (Message it : POST.getReceivedMessages()) {
            Matcher link = LINK.matcher(it.getContent().toString());
            if (it.getAllRecipients()[0].toString().equals("faner@sundvik.invalid") && link.find()) {
                links.add(link.group(1));
            }
        }
        assertThat(links).hasSize(2);
        Queue<Person.Answer> answers = new ConcurrentLinkedQueue<>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                String link = links.get(i % 2);
                String password = GOOD + " nummer " + i;
                all.execute(() ->
                        answers.add(app.visitor().post(link, "navn", "To Faner", "passord", password, "nokkel", "")));
            }
        }
        assertThat(answers.stream().filter(it -> it.path().equals("/velkommen")))
                .hasSize(1);
        assertThat(accounts("faner@sundvik.invalid")).isEqualTo(1);
        assertThat(count(
                        "select count(*) from access.role_grant g join access.account a on a.id = g.account where a.email = :value",
                        "faner@sundvik.invalid"))
                .as("the other role waits until its owner signs in")
                .isEqualTo(1);
    }

    @Test
    void an_invitation_runs_out_and_can_be_sent_again_with_a_new_link() throws Exception {
        Person leader = app.signedIn("enhetsleder");
        invite(leader, "sen@sundvik.invalid", "Behandler");
        String old = linkTo("sen@sundvik.invalid");
        app.clock().forward(Duration.ofDays(14).plusMinutes(1));
        Person.Answer late = app.visitor().get(old);
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.heading()).isEqualTo("Invitasjonen har gått ut");
        assertThat(app.visitor()
                        .post(old, "navn", "Sen Sensen", "passord", GOOD, "nokkel", "x")
                        .status())
                .isEqualTo(410);
        leader = app.signedIn("enhetsleder");
        Person.Answer list = leader.get("/invitasjoner");
        assertThat(list.one("section:has(#state-expired)").text()).contains("sen@sundvik.invalid");
        var again = list.one("li:contains(sen@sundvik.invalid) form[action$=send-igjen]");
        String ganger = again.select("button").attr("value");
        assertThat(leader.post(again.attr("action"), "ganger", ganger)
                        .one(".ds-alert[role=status]")
                        .text())
                .contains("sendt på nytt");
        assertThat(leader.post(again.attr("action"), "ganger", ganger)
                        .one(".ds-alert[role=status]")
                        .text())
                .as("a double press sends one mail")
                .contains("Ingenting er endret");
        String fresh = linkTo("sen@sundvik.invalid");
        assertThat(fresh).isNotEqualTo(old);
        assertThat(app.visitor().get(old).status()).isEqualTo(404);
        assertThat(join(app.visitor(), fresh, "Sen Sensen", GOOD).path()).isEqualTo("/velkommen");
        assertThat(count("select count(*) from platform.mail where recipient = :value", "sen@sundvik.invalid"))
                .isEqualTo(2);
    }

    @Test
    void nobody_is_sent_the_same_invitation_more_than_five_times() {
        Person leader = app.signedIn("enhetsleder");
        invite(leader, "mas@sundvik.invalid", "Behandler");
        String said = "";
        for (int i = 1; i <= 5; i++) {
            Person.Answer list = leader.get("/invitasjoner");
            said = leader.submit(
                            list.one("li:contains(mas@sundvik.invalid) form[action$=send-igjen]"),
                            "ganger",
                            String.valueOf(i))
                    .one(".ds-alert[role=status]")
                    .text();
        }
        assertThat(said).contains("fem ganger");
        assertThat(count("select sendings from access.invitation where email = :value", "mas@sundvik.invalid"))
                .isEqualTo(5);
    }

    @Test
    void a_withdrawn_invitation_opens_nothing_and_its_mail_never_leaves() throws Exception {
        Person leader = app.signedIn("enhetsleder");
        invite(leader, "angret@sundvik.invalid", "Behandler");
        String link = linkTo("angret@sundvik.invalid");
        invite(leader, "usendt@sundvik.invalid", "Behandler");
        Person.Answer list = leader.get("/invitasjoner");
        for (String one : List.of("angret", "usendt")) {
            leader.submit(list.one("li:contains(" + one + "@sundvik.invalid) form[action$=trekk-tilbake]"));
        }
        assertThat(leader.get("/invitasjoner")
                        .one("section:has(#state-withdrawn)")
                        .text())
                .contains("angret@sundvik.invalid")
                .contains("usendt@sundvik.invalid");
        assertThat(app.visitor().get(link).heading()).isEqualTo("Invitasjonen er trukket tilbake");
        assertThat(app.visitor()
                        .post(link, "navn", "Ang Ret", "passord", GOOD, "nokkel", "x")
                        .status())
                .isEqualTo(410);
        assertThat(accounts("angret@sundvik.invalid")).isZero();
        assertThat(count("select count(*) from platform.mail where recipient = :value", "usendt@sundvik.invalid"))
                .isZero();
        assertThat(invite(leader, "angret@sundvik.invalid", "Behandler")
                        .one(".ds-alert[role=status]")
                        .text())
                .as("one may change one's mind")
                .contains("på vei");
    }

    @Test
    void a_place_that_is_not_ones_own_does_not_exist() {
        Person leader = app.signedIn("enhetsleder");
        for (String place : List.of(
                "no.sundvik_sykehus_hf.sundvik_dps",
                "no.sundvik_sykehus_hf",
                "no.morgenstien.dognbehandling",
                "no",
                "rvts/rvts_midt",
                "no.finnes.ikke")) {
            assertThat(leader.post("/invitasjoner/ny", "adresser", "x@x.invalid", "rolle", "behandler", "sted", place)
                            .status())
                    .as(place)
                    .isEqualTo(404);
            assertThat(leader.post(
                                    "/invitasjoner",
                                    "adresser",
                                    "x@x.invalid",
                                    "rolle",
                                    "behandler",
                                    "sted",
                                    place,
                                    "sprak",
                                    "nb",
                                    "nokkel",
                                    UUID.randomUUID().toString())
                            .status())
                    .as(place)
                    .isEqualTo(404);
        }
        Person contact = app.signedIn("regional-kontakt");
        assertThat(contact.post(
                                "/invitasjoner/ny",
                                "adresser",
                                "x@x.invalid",
                                "rolle",
                                "behandler",
                                "sted",
                                "no.morgenstien.dognbehandling")
                        .status())
                .as("a unit of another region")
                .isEqualTo(404);
        assertThat(count("select count(*) from access.invitation where email = :value", "x@x.invalid"))
                .isZero();
    }

    @Test
    void nobody_gives_a_role_wider_than_their_own() {
        Person leader = app.signedIn("enhetsleder");
        Person contact = app.signedIn("regional-kontakt");
        for (String role : List.of("administrator", "prosjektleder", "fagredaktor")) {
            for (Person inviter : List.of(leader, contact)) {
                assertThat(inviter.post("/invitasjoner/ny", "adresser", "x@x.invalid", "rolle", role, "sted", ELVETUN)
                                .status())
                        .as(role)
                        .isEqualTo(404);
            }
        }
        assertThat(leader.post(
                                "/invitasjoner/ny",
                                "adresser",
                                "x@x.invalid",
                                "rolle",
                                "regional-kontakt",
                                "sted",
                                ELVETUN)
                        .status())
                .isEqualTo(404);
        Person.Answer misfit = contact.post(
                "/invitasjoner/ny", "adresser", "x@x.invalid", "rolle", "regional-kontakt", "sted", ELVETUN);
        assertThat(misfit.status()).isEqualTo(422);
        assertThat(misfit.one("#rolle-trouble").text()).contains("Rollen passer ikke til stedet");
        for (String role : List.of("miljoterapeut", "behandler", "kursholder", "fagredaktor", "prosjektleder")) {
            Person other = app.signedIn(role);
            assertThat(other.get("/invitasjoner").status()).as(role).isEqualTo(404);
            assertThat(other.get("/invitasjoner/ny").status()).as(role).isEqualTo(404);
        }
        assertThat(app.visitor().get("/invitasjoner").path()).isEqualTo("/logg-inn");
    }

    @Test
    void somebody_elses_invitations_are_neither_seen_nor_touched() {
        Person administrator = app.signedIn("administrator");
        invite(
                administrator,
                filled(administrator, "vest@morgenstien.invalid", "Behandler")
                        .choose("Sted", "Morgenstien døgnbehandling, Stiftelsen Morgenstien"));
        invite(
                administrator,
                filled(administrator, "drift2@drift.invalid", "Administrator").choose("Sted", "Hele landet"));
        invite(
                administrator,
                filled(administrator, "vestkontakt@region-vest.invalid", "Regional kontakt")
                        .choose("Sted", "RVTS Vest"));
        List<UUID> ids = app.bean(JdbcClient.class)
                .sql(
                        "select id from access.invitation where email in ('vest@morgenstien.invalid', 'drift2@drift.invalid', 'vestkontakt@region-vest.invalid')")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        assertThat(ids).hasSize(3);
        for (String role : List.of("enhetsleder", "regional-kontakt")) {
            Person other = app.signedIn(role);
            assertThat(other.get("/invitasjoner").text())
                    .doesNotContain("vest@morgenstien.invalid")
                    .doesNotContain("drift2@drift.invalid")
                    .doesNotContain("vestkontakt@region-vest.invalid");
            for (UUID id : ids) {
                assertThat(other.post("/invitasjoner/" + id + "/trekk-tilbake").status())
                        .isEqualTo(404);
                assertThat(other.post("/invitasjoner/" + id + "/send-igjen", "ganger", "1")
                                .status())
                        .isEqualTo(404);
            }
        }
        assertThat(administrator.get("/invitasjoner").text())
                .contains("vest@morgenstien.invalid")
                .contains("drift2@drift.invalid")
                .contains("vestkontakt@region-vest.invalid");
    }

    @Test
    void a_regional_contact_invites_leaders_to_the_units_of_the_region_and_colleagues_to_the_region() throws Exception {
        Person contact = app.signedIn("regional-kontakt");
        Person.Answer form = contact.get("/invitasjoner/ny");
        assertThat(form.page().select("#sted option").eachAttr("value"))
                .contains("no.almenes_kommune.psykisk_helse_og_rus", "rvts/rvts_midt")
                .doesNotContain("no", "rvts/rvts_vest", "korus/korus_midt", "no.morgenstien.dognbehandling");
        invite(
                contact,
                filled(contact, "ny.leder@almenes.invalid", "Enhetsleder")
                        .choose("Sted", "Team psykisk helse og rus, Almenes kommune"));
        Person leader = app.visitor();
        join(leader, linkTo("ny.leder@almenes.invalid"), "Ny Leder", GOOD);
        assertThat(leader.get("/enheten/ansatte").text()).contains("Guro Vinje");
        invite(
                contact,
                filled(contact, "kollega@region-midt.invalid", "Regional kontakt")
                        .choose("Sted", "RVTS Midt"));
        assertThat(mailTo("kollega@region-midt.invalid").getContent().toString())
                .contains("som regional kontakt ved RVTS Midt");
    }

    @Test
    void all_or_nothing_and_each_bad_line_is_told() {
        Person leader = app.signedIn("enhetsleder");
        String typed = "ok1@sundvik.invalid\nfeil\n\nok2@sundvik.invalid; <b>x</b>";
        Person.Answer refused = filled(leader, typed, "Behandler")
                .choose("Språk i e-posten", "Nynorsk")
                .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().title()).startsWith("Feil: ");
        assertThat(refused.one("#adresser").wholeText().strip()).isEqualTo(typed);
        assertThat(refused.one("#adresser").attr("aria-describedby")).contains("adresser-trouble");
        assertThat(refused.one("#adresser-trouble").text())
                .contains("Linje 2: feil")
                .contains("Linje 4: <b>x</b>");
        assertThat(refused.one("#rolle option[selected]").attr("value")).isEqualTo("behandler");
        assertThat(refused.one("#sprak-nn").hasAttr("checked")).isTrue();
        assertThat(leader.post(
                                "/invitasjoner",
                                "adresser",
                                typed,
                                "rolle",
                                "behandler",
                                "sted",
                                ELVETUN,
                                "sprak",
                                "nb",
                                "nokkel",
                                UUID.randomUUID().toString())
                        .status())
                .as("sent without looking")
                .isEqualTo(422);
        assertThat(count("select count(*) from access.invitation where email like :value", "ok_@sundvik.invalid"))
                .isZero();
        assertThat(look(leader, "  \n ;; ", "Behandler")
                        .one("#adresser-trouble")
                        .text())
                .contains("minst én");
        assertThat(look(leader, "a@sundvik.invalid", "Velg …")
                        .one("#rolle-trouble")
                        .text())
                .contains("Velg en rolle");
    }

    @Test
    void five_hundred_are_sent_at_once_and_one_more_is_too_many() {
        Person leader = app.signedIn("enhetsleder");
        String all = IntStream.range(0, 500)
                .mapToObj(it -> "Navn Navnesen <mange" + it + "@sundvik.invalid>")
                .collect(Collectors.joining("\n"));
        Person.Answer many = look(leader, all + "\nenda.en@sundvik.invalid", "Behandler");
        assertThat(many.status()).isEqualTo(422);
        assertThat(many.one("#adresser-trouble").text()).contains("501").contains("500");
        Person.Answer preview = look(leader, all + "\nMANGE7@sundvik.invalid", "Behandler");
        assertThat(preview.text()).contains("mange7@sundvik.invalid (linje 8 og 501)");
        Person.Answer sent = send(leader, preview);
        assertThat(sent.one(".ds-alert[role=status]").text()).isEqualTo("500 invitasjoner er på vei.");
        Person.Answer again = send(leader, preview);
        assertThat(again.one(".ds-alert[role=status]").text())
                .as("pressed twice")
                .isEqualTo("500 invitasjoner er på vei.");
        assertThat(count("select count(*) from platform.mail where recipient like :value", "mange%@sundvik.invalid"))
                .isEqualTo(500);
        app.bean(JdbcClient.class)
                .sql("delete from platform.mail where recipient like 'mange%'")
                .update();
    }

    @Test
    void pressed_twice_at_once_sends_one_mail_to_each() {
        Person leader = app.signedIn("enhetsleder");
        Person.Answer preview = look(leader, "samtidig1@sundvik.invalid\nsamtidig2@sundvik.invalid", "Behandler");
        Queue<String> said = new ConcurrentLinkedQueue<>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                all.execute(() -> said.add(
                        send(leader, preview).one(".ds-alert[role=status]").text()));
            }
        }
        assertThat(said).hasSize(4).containsOnly("2 invitasjoner er på vei.");
        assertThat(count("select count(*) from platform.mail where recipient like :value", "samtidig_@sundvik.invalid"))
                .isEqualTo(2);
    }

    @Test
    void whoever_is_invited_or_has_the_role_gets_no_second_invitation() {
        Person leader = app.signedIn("enhetsleder");
        invite(leader, "alt.invitert@sundvik.invalid", "Miljøterapeut");
        Person.Answer preview = look(
                leader,
                "alt.invitert@sundvik.invalid\nane.solvik@sundvik.invalid\nhelt.ny@sundvik.invalid",
                "Miljøterapeut");
        assertThat(preview.text())
                .contains("alt.invitert@sundvik.invalid: har en invitasjon som venter")
                .contains("ane.solvik@sundvik.invalid: har rollen fra før")
                .contains("Send invitasjonen");
        assertThat(look(leader, "ane.solvik@sundvik.invalid", "Miljøterapeut").status())
                .isEqualTo(422);
        Person.Answer changed = leader.form(preview, "Endre").send();
        assertThat(changed.path()).isEqualTo("/invitasjoner/ny");
        assertThat(leader.form(changed, "Se over").value("E-postadresser")).contains("helt.ny@sundvik.invalid");
    }

    @Test
    void somebody_with_an_account_takes_the_role_into_it_and_nobody_else_can() throws Exception {
        Person leader = app.signedIn("enhetsleder");
        invite(leader, "jonas.myrvang@sundvik.invalid", "Behandler");
        String link = linkTo("jonas.myrvang@sundvik.invalid");
        Person.Answer outside = app.visitor().get(link);
        assertThat(outside.text()).contains("Du har bruker fra før");
        assertThat(outside.one(".page a.ds-button").attr("href")).isEqualTo("/logg-inn?retur=" + link);
        assertThat(app.visitor()
                        .post(link, "navn", "Kuppet", "passord", GOOD, "nokkel", "x")
                        .text())
                .as("the link does not open an account that exists")
                .contains("Du har bruker fra før");
        assertThat(app.visitor()
                        .post("/logg-inn", "e-post", "jonas.myrvang@sundvik.invalid", "passord", GOOD)
                        .status())
                .isEqualTo(422);

        Person another = app.signedIn("miljoterapeut");
        Person.Answer theirs = another.get(link);
        assertThat(theirs.heading()).isEqualTo("Bli med i Samtidig");
        assertThat(theirs.text()).contains("Invitasjonen er til noen andre");
        another.post(link, "navn", "Ane", "passord", GOOD, "nokkel", "x");
        assertThat(another.submit(theirs.one("main form[action=/logg-ut]")).path())
                .as("out, and back to the invitation")
                .isEqualTo(link);

        Person jonas = app.visitor();
        Person.Answer in = jonas.post(
                "/logg-inn", "e-post", "jonas.myrvang@sundvik.invalid", "passord", "samtidig-demo", "retur", link);
        assertThat(in.path()).isEqualTo(link);
        assertThat(jonas.submit(in.one("main form")).path()).isEqualTo("/velkommen");
        assertThat(jonas.get("/min-side").text()).contains("Bytt rolle: Behandler, Elvetun døgnenhet");
        assertThat(accounts("jonas.myrvang@sundvik.invalid")).isEqualTo(1);
        assertThat(jonas.post(link).status()).as("once").isEqualTo(410);
    }

    @Test
    void somebody_whose_roles_have_ended_is_invited_back() throws Exception {
        String email = "elin.rosvoll@sundvik.invalid";
        app.bean(Accounts.class)
                .revoke(null, app.bean(Accounts.class).byEmail(email).orElseThrow(), Role.CLINICIAN);
        invite(app.signedIn("enhetsleder"), email, "Behandler");
        String link = linkTo(email);
        Person back = app.visitor();
        Person.Answer in = back.post("/logg-inn", "e-post", email, "passord", "samtidig-demo", "retur", link);
        assertThat(in.path()).isEqualTo(link);
        assertThat(back.submit(in.one("main form")).path()).isEqualTo("/velkommen");
        assertThat(back.get("/min-side").status()).isEqualTo(200);
    }

    @Test
    void nobody_is_pestered_whoever_invites_and_to_whatever() {
        String email = "ville.ikke@sundvik.invalid";
        Person leader = app.signedIn("enhetsleder");
        for (int i = 0; i < 6; i++) {
            invite(leader, email, i % 2 == 0 ? "Behandler" : "Miljøterapeut");
            Person.Answer list = leader.get("/invitasjoner");
            leader.submit(list.one("li.invited:contains(" + email + ") form[action$=trekk-tilbake]"));
        }
        Person.Answer enough = look(leader, email, "Behandler");
        assertThat(enough.status()).isEqualTo(422);
        Person administrator = app.signedIn("administrator");
        Person.Answer others = filled(administrator, email + "\nnoen.annen@sundvik.invalid", "Behandler")
                .choose("Sted", "Elvetun døgnenhet, Sundvik sykehus HF")
                .send();
        assertThat(others.text()).contains("har fått mange invitasjoner");
    }

    @Test
    void an_invitation_does_not_outlive_the_right_of_the_one_who_sent_it() throws Exception {
        Accounts accounts = app.bean(Accounts.class);
        AccountId leader = accounts.keep("leder.en.dag@sundvik.invalid", "Leder En Dag", accounts.hash(GOOD));
        accounts.grant(null, leader, Role.UNIT_LEADER, Place.of(new UnitPath(ELVETUN)), "Elvetun døgnenhet");
        Person inviter = app.visitor();
        inviter.post("/logg-inn", "e-post", "leder.en.dag@sundvik.invalid", "passord", GOOD);
        invite(inviter, "for.sen@sundvik.invalid, i.tide@sundvik.invalid", "Behandler");
        String link = linkTo("for.sen@sundvik.invalid");
        accounts.revoke(null, leader, Role.UNIT_LEADER);
        accounts.grant(null, leader, Role.CLINICIAN, Place.of(new UnitPath(ELVETUN)), "Elvetun døgnenhet");
        assertThat(app.visitor().get(link).heading()).isEqualTo("Invitasjonen gjelder ikke lenger");
        Person.Answer refused = app.visitor().post(link, "navn", "For Sen", "passord", GOOD, "nokkel", "x");
        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.text()).contains("Spør lederen");
        assertThat(accounts("for.sen@sundvik.invalid")).isZero();
        accounts.grant(
                null,
                leader,
                Role.UNIT_LEADER,
                Place.of(new UnitPath("no.almenes_kommune.psykisk_helse_og_rus")),
                "Et annet sted");
        assertThat(app.visitor().get(link).heading())
                .as("a leader elsewhere")
                .isEqualTo("Invitasjonen gjelder ikke lenger");
        Person other = app.signedIn("enhetsleder");
        Person.Answer list = other.get("/invitasjoner");
        Element again = list.one("li.invited:contains(i.tide@) form[action$=send-igjen]");
        Person.Answer sent = other.submit(again, "ganger", "1");
        assertThat(sent.text()).contains("sendt på nytt");
        assertThat(app.visitor().get(linkTo("i.tide@sundvik.invalid")).text()).contains("Bli med");
        assertThat(join(app.visitor(), linkTo("i.tide@sundvik.invalid"), "I Tide", GOOD)
                        .path())
                .as("sent again by somebody who may")
                .isEqualTo("/velkommen");
    }

    @Test
    void a_form_that_does_not_do_keeps_what_was_typed_but_never_the_password() throws Exception {
        invite(app.signedIn("enhetsleder"), "svak@sundvik.invalid", "Behandler");
        String link = linkTo("svak@sundvik.invalid");
        Person newcomer = app.visitor();
        Person.Answer weak = join(newcomer, link, "Svak Passordsen", "kort");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.one("#passord-trouble").text()).contains("minst 12 tegn");
        assertThat(weak.one("#passord").attr("aria-describedby")).contains("passord-trouble");
        assertThat(weak.one("#passord").attr("value")).isEmpty();
        assertThat(weak.one("#navn").attr("value")).isEqualTo("Svak Passordsen");
        assertThat(join(newcomer, link, "Svak Passordsen", "passordsensvak")
                        .one("#passord-trouble")
                        .text())
                .contains("hva du heter");
        assertThat(join(newcomer, link, "http://vinn.invalid", GOOD)
                        .one("#navn-trouble")
                        .text())
                .contains("nettadresse");
        assertThat(accounts("svak@sundvik.invalid")).isZero();
        assertThat(join(newcomer, link, "Svak Passordsen", GOOD).path()).isEqualTo("/velkommen");
    }

    @Test
    void the_chosen_language_follows_and_an_address_that_was_never_sent_is_unknown() throws Exception {
        Person leader = app.signedIn("enhetsleder");
        invite(leader, filled(leader, "spraak@sundvik.invalid", "Behandler").choose("Språk i e-posten", "Nynorsk"));
        Person newcomer = app.visitor();
        Person.Answer page = newcomer.get(linkTo("spraak@sundvik.invalid"));
        assertThat(page.one("#sprak-nn").hasAttr("checked")).isTrue();
        Person.Answer in = newcomer.form(page, "Bli med")
                .fill("Navn", "Språk Kunnig")
                .fill("Velg passord", GOOD)
                .send();
        assertThat(in.one("html").attr("lang")).isEqualTo("nn");
        Person.Answer unknown = app.visitor().get("/invitasjon/" + "x".repeat(43));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.heading()).isEqualTo("Lenken virker ikke");
        assertThat(app.visitor().get("/invitasjon/" + "é".repeat(3)).status()).isEqualTo(404);
    }

    @Test
    void nobody_stays_signed_in_as_somebody_else_after_joining() throws Exception {
        invite(app.signedIn("enhetsleder"), "fersk@sundvik.invalid", "Behandler");
        String link = linkTo("fersk@sundvik.invalid");
        Person shared = app.signedIn("miljoterapeut");
        assertThat(shared.post(link, "navn", "Fersk Ferskesen", "passord", GOOD, "nokkel", "x")
                        .text())
                .contains("Invitasjonen er til noen andre");
        assertThat(accounts("fersk@sundvik.invalid")).isZero();
    }

    @Test
    @RenewedApp
    void old_invitations_are_removed_and_newer_ones_stay() {
        App own = App.shared();
        Person leader = own.signedIn("enhetsleder");
        Person.Answer preview = leader.submit(
                leader.get("/invitasjoner/ny").one("main form"),
                "adresser",
                "gammel@sundvik.invalid",
                "rolle",
                "behandler");
        leader.submit(preview.one("form[action=/invitasjoner]"));
        own.clock().forward(Duration.ofDays(100));
        leader = own.signedIn("enhetsleder");
        preview = leader.submit(
                leader.get("/invitasjoner/ny").one("main form"),
                "adresser",
                "nyere@sundvik.invalid",
                "rolle",
                "behandler");
        leader.submit(preview.one("form[action=/invitasjoner]"));
        own.clock().forward(Duration.ofDays(5));
        Links.removeOld(own);
        assertThat(own.bean(JdbcClient.class)
                        .sql("select email from access.invitation")
                        .query(String.class)
                        .list())
                .containsExactly("nyere@sundvik.invalid");
    }
}
