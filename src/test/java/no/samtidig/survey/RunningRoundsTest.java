package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.SharedApp;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.PersonalData;
import no.samtidig.platform.mail.Post;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From an idea to answers: making a round, seeing who gets what, inviting by real mail, list and paper, reminding, closing. */
@RenewedApp(value = SharedApp.POSTING, eachTest = true)
class RunningRoundsTest {
    private static final String ELVETUN = "no.sundvik_sykehus_hf.elvetun";
    private static final String HAVNESUND = "no.almenes_kommune.havnesund_ettervern";
    private static final Pattern LINK = Pattern.compile("http://samtidig\\.invalid(/svar/[0-9a-z]{16})\\b");

    private final App app = App.posting();
    private final GreenMail post = SharedApp.post();
    private final JdbcClient sql = app.bean(JdbcClient.class);

    @BeforeEach
    void byDay() {
        RoundPost.toDaytime(app);
    }

    private LocalDate today() {
        return LocalDate.now(app.clock());
    }

    private Person.Answer make(Person runner, String... changes) {
        List<String> fields = new ArrayList<>(List.of(changes));
        List<String> usual = List.of(
                "navn",
                "Prøverunden",
                "skjema",
                "praksis-og-behov",
                "anonym",
                "ja",
                "apner",
                today().toString(),
                "lukker",
                today().plusDays(40).toString());
        for (int i = 0; i < usual.size(); i += 2) {
            if (!List.of(changes).contains(usual.get(i))) {
                fields.addAll(usual.subList(i, i + 2));
            }
        }
        return runner.submit(runner.get("/undersokelser/ny").one("form.round-form"), fields.toArray(String[]::new));
    }

    private static String path(Person.Answer round) {
        assertThat(round.status()).as(round.text()).isEqualTo(200);
        return round.path();
    }

    private String opened(Person runner, String... places) {
        String[] fields = Stream.of(places).flatMap(it -> Stream.of("sted", it)).toArray(String[]::new);
        String round = path(make(runner, fields));
        runner.submit(runner.get(round + "/hvem").one("form[action$=/apne]"));
        return round;
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private int count(String query, String round) {
        return sql.sql(query).param("round", id(round)).query(Integer.class).single();
    }

    /** Everybody's but the one's own who runs it. */
    private List<String> names() {
        return sql.sql("select name from access.account where name <> '' and name <> 'Hilde Aursand'")
                .query(String.class)
                .list();
    }

    private List<String> addresses() throws Exception {
        while (Post.carry(app) > 0) {
            // twenty at a time
        }
        List<String> to = new ArrayList<>();
        for (MimeMessage it : post.getReceivedMessages()) {
            to.add(it.getAllRecipients()[0].toString());
        }
        return to;
    }

    private String codeTo(String address) throws Exception {
        for (MimeMessage it : post.getReceivedMessages()) {
            if (it.getAllRecipients()[0].toString().equals(address)) {
                Matcher link = LINK.matcher(it.getContent().toString());
                assertThat(link.find()).as("a link in the mail").isTrue();
                return link.group(1).substring("/svar/".length());
            }
        }
        throw new AssertionError("no mail to " + address);
    }

    @Test
    void a_project_lead_makes_a_round_sees_who_gets_what_and_opens_it_and_everybody_gets_one_mail() throws Exception {
        Person lead = app.signedIn("prosjektleder");
        assertThat(lead.get("/undersokelser").text()).contains("Ingen runder ennå");
        Person.Answer made = make(lead, "sted", ELVETUN, "sted", HAVNESUND);
        String round = path(made);
        assertThat(made.text())
                .contains("Runden er laget. Ingen er spurt ennå.")
                .contains("11 personer kan inviteres");
        assertThat(made.page().select(".finding"))
                .as("our own survey has nothing to look over")
                .isEmpty();
        Person.Answer who = lead.get(round + "/hvem");
        assertThat(who.text())
                .contains("11 personer får hver sin invitasjon.")
                .as("two roles, one invitation")
                .contains("Elvetun døgnenhet")
                .contains("Navn vises ikke her");
        for (String name : names()) {
            assertThat(who.body() + lead.get(round).body())
                    .as("numbers only, as long as nobody is invited")
                    .doesNotContain(name);
        }
        assertThat(lead.get(round + "/invitasjoner").text()).contains("Ingen");
        assertThat(count("select count(*) from survey.ticket where round = :round", round))
                .as("looking makes nothing")
                .isZero();
        Person.Answer opened = lead.submit(who.one("form[action$=/apne]"));
        assertThat(opened.text()).contains("Runden er åpen, og invitasjonene gjøres klare.");
        assertThat(RoundPost.write(app)).isEqualTo(11);
        assertThat(RoundPost.write(app)).as("once").isZero();
        assertThat(addresses()).hasSize(11).doesNotHaveDuplicates().contains("maren.fjellheim@sundvik.invalid");
        MimeMessage mail = post.getReceivedMessages()[0];
        assertThat(mail.getSubject()).startsWith("Vil du svare?");
        assertThat(mail.getContent().toString())
                .contains("Hilde Aursand spør deg")
                .contains("det er frivillig")
                .contains("Svarene er anonyme.")
                .contains("Ikke minn meg på dette")
                .contains("hilde.aursand@prosjekt.invalid");
        assertThat(sql.sql(
                                "select count(*) from platform.mail where body like '%/svar/%' or secret is not null and sent is not null")
                        .query(Integer.class)
                        .single())
                .as("no link is left in the database")
                .isZero();
        String code = codeTo("ane.solvik@sundvik.invalid");
        assertThat(app.bean(Tickets.class).find(code)).isPresent();
        assertThat(sql.sql("select count(*) from survey.ticket t where t::text like '%' || :code || '%'")
                        .param("code", code)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(lead.get(round).text()).contains("Færre enn fem av 11 har svart");
        assertThat(app.signedIn("enhetsleder").get("/undersokelser").one("main").text())
                .contains("Prøverunden");
        assertThat(sql.sql("select action from access.audit where kind = 'survey-round' order by at")
                        .query(String.class)
                        .list())
                .contains("made round", "saw who is asked in round", "opened round");
    }

    @Test
    void mail_waits_for_the_day_and_the_page_says_when_it_goes() throws Exception {
        app.clock()
                .forward(Duration.between(
                        app.clock().instant(),
                        today().atTime(20, 30).atZone(app.clock().getZone()).toInstant()));
        Person lead = app.signedIn("prosjektleder");
        String round = opened(lead, HAVNESUND);
        assertThat(RoundPost.write(app)).isEqualTo(4);
        assertThat(addresses()).as("by night").isEmpty();
        assertThat(lead.get(round).text()).contains("Det som venter, går ut fra");
        RoundPost.toDaytime(app);
        assertThat(addresses()).hasSize(4);
    }

    @Test
    void reminders_go_to_those_who_have_not_answered_at_most_twice_and_five_days_apart() throws Exception {
        String round = opened(app.signedIn("prosjektleder"), HAVNESUND);
        RoundPost.write(app);
        assertThat(addresses()).hasSize(4);
        Tickets tickets = app.bean(Tickets.class);
        // one is counted, one has just answered and lies in its envelope, one does not want to be reminded
        sql.sql("update survey.ticket set used = true where address = 'stian.grottum@almenes.invalid'")
                .update();
        UUID answered = tickets.find(codeTo("maret.somby@almenes.invalid"))
                .orElseThrow()
                .id();
        sql.sql("insert into survey.envelope (proof, round, sealed) values (:proof, :round, '\\x00')")
                .param("proof", tickets.proof(answered))
                .param("round", id(round))
                .update();
        tickets.noReminders(tickets.find(codeTo("habiba.noor@almenes.invalid"))
                .orElseThrow()
                .id());
        post.purgeEmailFromAllMailboxes();
        Person early = app.signedIn("prosjektleder");
        assertThat(early.post(round + "/paminn", "steg", "1").text()).contains("kan ikke sendes nå");
        app.clock().forward(Duration.ofDays(4));
        assertThat(app.signedIn("prosjektleder")
                        .post(round + "/paminn", "steg", "1")
                        .text())
                .contains("kan ikke sendes nå");
        app.clock().forward(Duration.ofDays(1));
        RoundPost.toDaytime(app);
        Person lead = app.signedIn("prosjektleder");
        assertThat(lead.post(round + "/paminn", "steg", "2").text())
                .as("the second is not the first")
                .contains("kan ikke sendes nå");
        assertThat(lead.submit(lead.get(round).one("form[action$=/paminn]"), "steg", "1")
                        .text())
                .contains("Påminnelsene er på vei.");
        assertThat(lead.post(round + "/paminn", "steg", "1").text()).contains("Ingenting ble endret");
        assertThat(RoundPost.write(app)).isEqualTo(1);
        assertThat(RoundPost.write(app)).isZero();
        assertThat(addresses()).containsExactly("eli.marie.havnvik@almenes.invalid");
        assertThat(post.getReceivedMessages()[0].getSubject()).startsWith("Påminnelse:");
        for (int step = 2; step <= 3; step++) {
            app.clock().forward(Duration.ofDays(6));
            RoundPost.toDaytime(app);
            app.signedIn("prosjektleder").post(round + "/paminn", "steg", String.valueOf(step));
            RoundPost.write(app);
        }
        assertThat(addresses()).as("two, never a third").hasSize(2);
        assertThat(app.signedIn("prosjektleder").get(round + "/epost").text())
                .contains("Andre og siste påminnelse")
                .contains("4 av 4 er sendt")
                .as("how many were reminded is how many had not answered")
                .doesNotContain("1 av 1 er sendt");
    }

    @Test
    void mail_that_is_not_required_has_a_way_out_of_one_click_and_mail_that_is_has_none() throws Exception {
        Person lead = app.signedIn("prosjektleder");
        String round = opened(lead, HAVNESUND);
        RoundPost.write(app);
        assertThat(addresses()).hasSize(4);
        String habiba = "habiba.noor@almenes.invalid";
        MimeMessage mail = Stream.of(post.getReceivedMessages())
                .filter(it -> to(it).equals(habiba))
                .findFirst()
                .orElseThrow();
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String out = mail.getHeader("List-Unsubscribe")[0].replaceAll("\\s", "");
        assertThat(out)
                .startsWith("<http://samtidig.invalid/svar/ikke-minn/")
                .as("gives no right to answer and says nothing of whose it is")
                .doesNotContain(codeTo(habiba), "habiba");
        assertThat(sql.sql("select count(*) from platform.mail where unsubscribe <> ''")
                        .query(Integer.class)
                        .single())
                .as("kept for mail that has left")
                .isZero();
        String path = out.substring("<http://samtidig.invalid".length(), out.length() - 1);
        Person nobody = app.visitor();
        Person.Answer look = nobody.get(path);
        assertThat(look.heading()).isEqualTo("Vil du slippe flere påminnelser?");
        assertThat(quiet(habiba)).as("a look, by a scanner of links too").isFalse();
        assertThat(nobody.post("/svar/" + path.substring(path.lastIndexOf('/') + 1))
                        .text())
                .doesNotContain("Send svaret");
        Person.Answer done = app.visitor().post(path, "List-Unsubscribe", "One-Click");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.heading()).isEqualTo("Ingen flere påminnelser");
        assertThat(quiet(habiba)).isTrue();
        assertThat(app.visitor().post(path, "List-Unsubscribe", "One-Click").status())
                .as("again")
                .isEqualTo(200);
        for (String other : List.of(path.substring(0, path.length() - 2) + "AA", path + "AA", "/svar/ikke-minn/x")) {
            assertThat(nobody.get(other).status()).as(other).isEqualTo(404);
            assertThat(nobody.post(other, "List-Unsubscribe", "One-Click").status())
                    .as(other)
                    .isEqualTo(404);
        }
        post.purgeEmailFromAllMailboxes();
        app.clock().forward(Duration.ofDays(5));
        RoundPost.toDaytime(app);
        lead = app.signedIn("prosjektleder");
        lead.submit(lead.get(round).one("form[action$=/paminn]"), "steg", "1");
        RoundPost.write(app);
        assertThat(addresses()).hasSize(3).doesNotContain(habiba);
        assertThat(post.getReceivedMessages()[0].getHeader("List-Unsubscribe")).hasSize(1);
        post.purgeEmailFromAllMailboxes();
        lead.post(round + "/prove", "nokkel", UUID.randomUUID().toString());
        assertThat(addresses()).hasSize(1);
        assertThat(post.getReceivedMessages()[0].getHeader("List-Unsubscribe"))
                .as("on a mail somebody has asked for")
                .isNull();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private boolean quiet(String address) {
        return sql.sql("select no_reminders from survey.ticket where address = :address")
                .param("address", address)
                .query(Boolean.class)
                .single();
    }

    @Test
    void those_who_run_a_round_cannot_find_out_who_has_answered_not_even_by_reminding_or_withdrawing() {
        Person lead = app.signedIn("prosjektleder");
        String round = opened(lead, HAVNESUND);
        RoundPost.write(app);
        sql.sql("update survey.ticket set used = true where address = 'stian.grottum@almenes.invalid'")
                .update();
        app.clock().forward(Duration.ofDays(6));
        RoundPost.toDaytime(app);
        lead = app.signedIn("prosjektleder");
        assertThat(lead.submit(lead.get(round).one("form[action$=/paminn]"), "steg", "1")
                        .text())
                .contains("Påminnelsene er på vei.");
        assertThat(RoundPost.write(app)).as("to those who have not answered").isEqualTo(3);
        assertThat(
                        lead
                                .get(round + "/invitasjoner")
                                .page()
                                .select(".invited .invited__line:last-child")
                                .eachText()
                                .stream()
                                .distinct())
                .as("the same day stands with all of them")
                .hasSize(1)
                .allMatch(it -> it.startsWith("Invitert "));
        for (String name : List.of("grottum", "somby")) {
            lead.submit(lead.get(round + "/invitasjoner?q=" + name).one("form[action$=/trekk]"));
            assertThat(lead.get(round + "/invitasjoner?q=" + name).page().select(".invited"))
                    .as(name)
                    .isEmpty();
        }
        assertThat(lead.get(round).text())
                .contains("Færre enn fem er spurt. Da viser vi ikke hvor mange som har svart");
        sql.sql("update survey.ticket set used = true where round = :round")
                .param("round", id(round))
                .update();
        app.clock().forward(Duration.ofDays(6));
        assertThat(app.signedIn("prosjektleder").get(round).page().select("form[action$=/paminn]"))
                .as("a reminder is offered also when nobody is left")
                .hasSize(1);
    }

    @Test
    void while_a_round_is_open_only_every_fifth_answer_is_told_of() {
        Person lead = app.signedIn("prosjektleder");
        String round = opened(lead, ELVETUN);
        for (int answers = 1; answers <= 11; answers++) {
            sql.sql(
                            "insert into survey.envelope (proof, round, sealed, counted) values (decode(:proof, 'hex'), :round, '\\x00', true)")
                    .param("proof", "%064x".formatted(answers))
                    .param("round", id(round))
                    .update();
            assertThat(lead.get(round).text())
                    .contains(answers < 5 ? "Færre enn fem er spurt" : answers < 10 ? "Minst 5 av " : "Minst 10 av ")
                    .doesNotContain("svarprosent");
        }
        sql.sql("update survey.round set closed = opened where id = :round")
                .param("round", id(round))
                .update();
        assertThat(lead.get(round).text()).contains("11 av ");
    }

    @Test
    void a_round_opens_and_closes_on_its_days_and_stops_mail_that_has_not_left() {
        Person lead = app.signedIn("prosjektleder");
        String round = path(make(
                lead,
                "sted",
                HAVNESUND,
                "apner",
                today().plusDays(2).toString(),
                "lukker",
                today().plusDays(3).toString()));
        Person.Answer waiting = lead.submit(lead.get(round + "/hvem").one("form[action$=/apne]"));
        assertThat(waiting.text()).contains("Runden åpner av seg selv").contains("Ikke åpne runden ennå");
        RoundPost.openAndClose(app);
        assertThat(RoundPost.write(app)).as("not yet").isZero();
        lead.submit(waiting.one("form[action$=/vent]"));
        app.clock().forward(Duration.ofDays(2));
        RoundPost.openAndClose(app);
        assertThat(state(round)).as("held back").isEqualTo(Round.State.DRAFT);
        Person again = app.signedIn("prosjektleder");
        again.submit(again.get(round + "/hvem").one("form[action$=/apne]"));
        assertThat(state(round)).isEqualTo(Round.State.OPEN);
        assertThat(RoundPost.write(app)).isEqualTo(4);
        app.clock().forward(Duration.ofDays(1));
        RoundPost.openAndClose(app);
        assertThat(state(round)).as("its last day").isEqualTo(Round.State.OPEN);
        app.clock().forward(Duration.ofDays(1));
        RoundPost.openAndClose(app);
        assertThat(state(round)).isEqualTo(Round.State.CLOSED);
        assertThat(sql.sql("select count(*) from platform.mail where key like 'survey:%' and sent is null")
                        .query(Integer.class)
                        .single())
                .isZero();
        Person after = app.signedIn("prosjektleder");
        assertThat(after.get(round + "/datoer").status()).isEqualTo(404);
        assertThat(after.post(round + "/lukk").text()).contains("Ingenting ble endret");
    }

    private Round.State state(String round) {
        return app.bean(Rounds.class).find(new RoundId(id(round))).orElseThrow().state();
    }

    @Test
    void two_runners_open_at_once_and_one_form_sent_twice_makes_one_round() throws Exception {
        Person lead = app.signedIn("prosjektleder");
        Person.Answer form = lead.get("/undersokelser/ny");
        String[] filled = {
            "navn",
            "En gang",
            "skjema",
            "praksis-og-behov",
            "anonym",
            "ja",
            "sted",
            HAVNESUND,
            "apner",
            today().toString(),
            "lukker",
            today().plusDays(9).toString()
        };
        String round = path(lead.submit(form.one("form.round-form"), filled));
        assertThat(path(lead.submit(form.one("form.round-form"), filled))).isEqualTo(round);
        assertThat(sql.sql("select count(*) from survey.round")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        try (var both = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> presses = IntStream.range(0, 4)
                    .<Callable<Integer>>mapToObj(_ -> () ->
                            app.signedIn("prosjektleder").post(round + "/apne").status())
                    .toList();
            for (Future<Integer> it : both.invokeAll(presses)) {
                assertThat(it.get()).isEqualTo(200);
            }
            for (Future<Integer> it : both.invokeAll(
                    List.<Callable<Integer>>of(() -> RoundPost.write(app), () -> RoundPost.write(app)))) {
                assertThat(it.get()).isBetween(0, 4);
            }
        }
        assertThat(addresses()).hasSize(4).doesNotHaveDuplicates();
        assertThat(sql.sql("select count(*) from access.audit where action = 'opened round'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nothing_typed_is_lost_and_every_mistake_is_told_at_its_field() {
        Person lead = app.signedIn("prosjektleder");
        Person.Answer bad = lead.submit(
                lead.get("/undersokelser/ny").one("form.round-form"),
                "navn",
                "",
                "apner",
                "2020-01-01",
                "lukker",
                "i morgen",
                "gruppe",
                "leder");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.page().select(".ds-error-summary a").eachText())
                .containsExactly(
                        "Velg et skjema.",
                        "Gi runden et navn.",
                        "Velg minst ett sted.",
                        "Velg om svarene skal være anonyme.",
                        "Den første dagen kan ikke være før i dag.",
                        "Skriv den siste dagen.");
        bad.page()
                .select(".ds-error-summary a")
                .forEach(it -> assertThat(bad.page().select(it.attr("href")))
                        .as(it.attr("href"))
                        .hasSize(1));
        assertThat(bad.one("#lukker").attr("value")).isEqualTo("i morgen");
        assertThat(bad.one("#lukker").attr("aria-describedby")).isEqualTo("lukker-trouble");
        assertThat(bad.one("#gruppe-leder").hasAttr("checked")).isTrue();
        Person.Answer order = make(
                lead,
                "sted",
                HAVNESUND,
                "apner",
                today().plusDays(5).toString(),
                "lukker",
                today().plusDays(4).toString());
        assertThat(order.status()).isEqualTo(422);
        assertThat(order.text()).contains("Den siste dagen kan ikke være før den første.");
        assertThat(make(lead, "sted", HAVNESUND, "niva", "specialist").text())
                .contains("Det er ingen enheter igjen med disse valgene.");
        assertThat(make(lead, "sted", "no.finnes.ikke").status()).isEqualTo(404);
        assertThat(sql.sql("select count(*) from survey.round")
                        .query(Integer.class)
                        .single())
                .isZero();
        Person.Answer nobody = make(lead, "sted", HAVNESUND, "gruppe", "annet");
        assertThat(nobody.status()).isEqualTo(200);
        assertThat(lead.post(nobody.path() + "/apne").text()).contains("det er ingen å spørre");
    }

    @Test
    void a_day_beyond_the_calendar_and_a_name_nobody_can_see_are_told_at_their_fields() {
        Person lead = app.signedIn("prosjektleder");
        for (String year : List.of("+999999999", "+99999999", "+10000")) {
            Person.Answer far = make(lead, "sted", HAVNESUND, "apner", year + "-12-30", "lukker", year + "-12-31");
            assertThat(far.status()).as(year).isEqualTo(422);
            assertThat(far.page().select("#apner-trouble, #lukker-trouble"))
                    .as(year)
                    .hasSize(2);
        }
        assertThat(make(lead, "sted", HAVNESUND, "navn", "\u00a0\u200b\u202e").status())
                .isEqualTo(422);
        String round = path(make(lead, "sted", HAVNESUND, "navn", " Høst\r\nBcc: x@y.z\0\u202e 2027 "));
        assertThat(sql.sql("select name from survey.round where id = :round")
                        .param("round", id(round))
                        .query(String.class)
                        .single())
                .isEqualTo("Høst Bcc: x@y.z 2027");
        assertThat(lead.post(round + "/datoer", "apner", "+999999999-01-01", "lukker", "+999999999-12-31")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_check_lists_remarks_stand_on_the_page_of_the_round_and_not_their_number_alone() {
        Questionnaire twoInOne = QuestionnaireText.read("kake", Path.of("kake.yaml"), """
                title: {nb: Kaffe, nn: Kaffi}
                introduction: {nb: Det er frivillig., nn: Det er frivillig.}
                minutes: 1
                items:
                  - kind: frequency
                    code: kake
                    text: {nb: "Hvor ofte drikker du kaffe og spiser kake?", nn: "Kor ofte drikk du kaffi og et kake?"}
                """);
        Round round = new SurveyWorld(app).open(twoInOne, Round.First.UNIT, false);
        sql.sql("update survey.round set opened = null where id = :round")
                .param("round", round.id().value())
                .update();
        Person.Answer page =
                app.signedIn("prosjektleder").get("/undersokelser/" + round.id().value());
        assertThat(page.page().select(".finding"))
                .hasSize(1)
                .allMatch(it -> !it.select(".finding__what").text().isBlank()
                        && !it.select(".finding__do").text().isBlank());
    }

    @Test
    void answers_stand_where_their_slips_are_taken_back_and_nobody_is_counted_as_more_than_all() {
        Person lead = app.signedIn("prosjektleder");
        String round = path(make(lead, "sted", HAVNESUND));
        lead.submit(lead.get(round + "/ark").one("main form"), "antall", "6");
        lead.submit(lead.get(round + "/hvem").one("form[action$=/apne]"));
        for (int i = 0; i < 6; i++) {
            sql.sql("insert into survey.envelope (proof, round, sealed) values (:proof, :round, :sealed)")
                    .param("proof", new byte[] {(byte) i})
                    .param("round", id(round))
                    .param("sealed", new byte[16])
                    .update();
        }
        sql.sql("delete from survey.ticket where round = :round and sheet is null")
                .param("round", id(round))
                .update();
        lead.submit(lead.get(round + "/ark").one("form[action$=/trekk]"));
        assertThat(lead.get(round).text()).contains("Minst 5 av 6 har svart. 6 invitasjoner er trukket tilbake");
        assertThat(lead.get("/undersokelser").text()).contains("Minst 5 av 6 har svart");
        assertThat(sql.sql("""
                        select invited from survey.report_participation
                        where round = :round and place_kind = 'country' and split_kind = 'all'
                        """).param("round", id(round)).query(Integer.class).single())
                .as("what the results say")
                .isEqualTo(6);
    }

    @Test
    void a_pasted_list_may_be_long_and_one_that_is_too_long_gets_a_page_that_says_so() {
        Person lead = app.signedIn("prosjektleder");
        String round = path(make(lead, "sted", HAVNESUND));
        String list = "e-post;enhet\n"
                + IntStream.range(0, 20_000)
                        .mapToObj(it -> "person" + it + "@liste.invalid;" + HAVNESUND + "\n")
                        .collect(Collectors.joining());
        Person.Answer look = lead.post(round + "/adresser", "liste", list);
        assertThat(look.status()).isEqualTo(200);
        assertThat(look.text()).contains("20 000 nye invitasjoner");
        Person.Answer over = lead.post(round + "/adresser", "liste", "x".repeat(4_000_000));
        assertThat(over.status()).isEqualTo(413);
        assertThat(over.heading()).isEqualTo("Det du sendte, er for stort");
    }

    @Test
    void days_can_be_changed_until_it_is_closed_but_never_the_promise() {
        Person lead = app.signedIn("prosjektleder");
        String round = opened(lead, HAVNESUND);
        Person.Answer form = lead.get(round + "/datoer");
        assertThat(form.page().select("#apner")).as("it has opened").isEmpty();
        Person.Answer wrong = lead.submit(form.one("main form"), "lukker", "2020-01-01");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.one("#lukker").attr("value")).isEqualTo("2020-01-01");
        assertThat(lead.submit(
                                form.one("main form"),
                                "lukker",
                                today().plusDays(60).toString())
                        .text())
                .contains("Datoene er endret.");
        assertThat(count("select count(*) from survey.round where id = :round and closes = current_date + 60", round)
                        + count(
                                "select count(*) from survey.round where id = :round and closes <> current_date + 60",
                                round))
                .isEqualTo(1);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() ->
                        sql.sql("update survey.round set anonymous = false").update()))
                .hasMessageContaining("never changes");
    }

    @TestFactory
    Stream<DynamicTest> a_round_of_another_region_does_not_exist() {
        String round = opened(app.signedIn("prosjektleder"), ELVETUN);
        RoundPost.write(app);
        String sheet = UUID.randomUUID().toString();
        app.signedIn("prosjektleder").post(round + "/ark", "nokkel", sheet, "enhet", ELVETUN, "antall", "2");
        Person west = app.visitor();
        west.post("/logg-inn", "e-post", "kari.birkeland@region-vest.invalid", "passord", "samtidig-demo");
        assertThat(west.get("/undersokelser").status()).isEqualTo(200);
        assertThat(west.get("/undersokelser").text()).doesNotContain("Prøverunden");
        Person nobody = app.signedIn("miljoterapeut");
        Person leader = app.signedIn("enhetsleder");
        UUID ticket = sql.sql("select id from survey.ticket where sheet is null limit 1")
                .query(UUID.class)
                .single();
        List<DynamicTest> tests = new ArrayList<>();
        for (String get : List.of(
                "",
                "/datoer",
                "/hvem",
                "/invitasjoner",
                "/epost",
                "/adresser",
                "/ark",
                "/ark/" + sheet,
                "/adresser/" + UUID.randomUUID())) {
            tests.add(DynamicTest.dynamicTest(
                    "GET " + get,
                    () -> Stream.of(west, nobody, leader)
                            .forEach(it ->
                                    assertThat(it.get(round + get).status()).isEqualTo(404))));
        }
        for (String posted : List.of(
                "/datoer",
                "/apne",
                "/vent",
                "/nye",
                "/paminn?steg=1",
                "/lukk",
                "/slett",
                "/prove?nokkel=" + UUID.randomUUID(),
                "/invitasjoner/" + ticket + "/trekk",
                "/adresser",
                "/adresser/" + UUID.randomUUID(),
                "/ark?nokkel=" + UUID.randomUUID(),
                "/ark/" + sheet + "/trekk")) {
            tests.add(DynamicTest.dynamicTest(
                    "POST " + posted,
                    () -> Stream.of(west, nobody, leader)
                            .forEach(it ->
                                    assertThat(it.post(round + posted).status()).isEqualTo(404))));
        }
        tests.add(DynamicTest.dynamicTest(
                "a place outside cannot be asked",
                () -> assertThat(make(west, "sted", ELVETUN).status()).isEqualTo(404)));
        tests.add(DynamicTest.dynamicTest(
                "another's round cannot be taken over by its name",
                () -> assertThat(make(west, "nokkel", id(round).toString(), "sted", "no.morgenstien.dognbehandling")
                                .status())
                        .isEqualTo(404)));
        tests.add(DynamicTest.dynamicTest("nothing happened", () -> {
            assertThat(state(round)).isEqualTo(Round.State.OPEN);
            assertThat(count("select count(*) from survey.ticket where round = :round and withdrawn", round))
                    .isZero();
        }));
        tests.add(DynamicTest.dynamicTest("the own region's contact runs it", () -> {
            Person midt = app.signedIn("regional-kontakt");
            assertThat(midt.get("/undersokelser").text()).contains("Prøverunden");
            assertThat(midt.get(round).status()).isEqualTo(200);
        }));
        return tests.stream();
    }

    @Test
    void a_list_of_addresses_is_looked_over_taken_whole_or_not_at_all_and_once() throws Exception {
        Person lead = app.signedIn("prosjektleder");
        String round = opened(lead, HAVNESUND);
        RoundPost.write(app);
        assertThat(addresses()).hasSize(4);
        String mixed = """
                e-post;enhet
                god@x.invalid;Havnesund ettervern
                feil;Havnesund ettervern
                b@x.invalid;Elvetun døgnenhet
                """;
        Person.Answer bad = lead.submit(lead.get(round + "/adresser").one("main form"), "liste", mixed);
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.text())
                .contains("2 linjer må rettes")
                .contains("Linje 3: «feil» er ingen e-postadresse.")
                .contains("Linje 4: «Elvetun døgnenhet» er ikke en av enhetene i runden.");
        assertThat(bad.one("#liste").wholeText()).contains("god@x.invalid");
        assertThat(count("select count(*) from survey.ticket where round = :round", round))
                .isEqualTo(4);
        String good = """
                e-post;navn;enhet;gruppe;språk
                Ny@x.invalid;Ny Nysen;Havnesund ettervern;leder;nn
                ny@x.invalid;;Havnesund ettervern
                stian.grottum@almenes.invalid;;Havnesund ettervern
                """;
        Person.Answer look =
                lead.upload(round + "/adresser", "fil", "liste.csv", good.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(look.text())
                .contains("Én ny invitasjon.")
                .contains("Én adresse sto der mer enn én gang")
                .contains("Én adresse har invitasjon til runden fra før.");
        assertThat(count("select count(*) from survey.ticket where round = :round", round))
                .isEqualTo(4);
        assertThat(app.signedIn("regional-kontakt").get(look.path()).status())
                .as("somebody else's list")
                .isEqualTo(404);
        assertThat(lead.submit(look.one("form[action*=/adresser/]")).text()).contains("Én invitasjon er lagt til.");
        assertThat(lead.submit(look.one("form[action*=/adresser/]")).text()).contains("Ingenting ble endret.");
        assertThat(sql.sql("select count(*) from survey.import_stage")
                        .query(Integer.class)
                        .single())
                .isZero();
        RoundPost.write(app);
        assertThat(addresses()).hasSize(5).contains("ny@x.invalid");
        assertThat(post.getReceivedMessages()[4].getContent().toString()).contains("Svara er anonyme.");
        String over = "e-post;enhet\n" + "x".repeat(12_000_000);
        assertThat(lead.upload(round + "/adresser", "fil", "stor.csv", over.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isIn(413);
        app.bean(Rounds.class).close(new RoundId(id(round)));
        assertThat(new RunningStore(sql).lock(new RoundId(id(round))))
                .as("who confirms a list at the moment of closing is told no")
                .isFalse();
    }

    @Test
    void a_hundred_thousand_addresses_are_taken_in_and_written_to_in_handfuls() {
        Person lead = app.signedIn("prosjektleder");
        String round = path(make(lead, "sted", HAVNESUND));
        String list = "e-post;enhet\n"
                + IntStream.range(0, 100_000)
                        .mapToObj(it -> "n" + it + "@x.invalid;Havnesund ettervern\n")
                        .collect(Collectors.joining());
        Person.Answer look = lead.upload(round + "/adresser", "fil", "alle.csv", list.getBytes(StandardCharsets.UTF_8));
        assertThat(look.text().replace('\u00a0', ' ')).contains("100 000 nye invitasjoner.");
        assertThat(lead.submit(look.one("form[action*=/adresser/]")).status()).isEqualTo(200);
        assertThat(count("select count(*) from survey.ticket where round = :round", round))
                .isEqualTo(100_000);
        lead.post(round + "/apne");
        int first = RoundPost.write(app);
        assertThat(first).as("a run is bounded").isBetween(1_000, 50_000);
        assertThat(lead.get(round).text()).contains("Invitasjonene gjøres klare");
        assertThat(lead.get(round).one("progress").attr("value")).isEqualTo(String.valueOf(first));
    }

    @Test
    void slips_of_paper_are_made_once_printed_again_and_taken_back() {
        Person lead = app.signedIn("prosjektleder");
        String round = opened(lead, HAVNESUND);
        Person.Answer form = lead.get(round + "/ark");
        assertThat(lead.submit(form.one("main form"), "antall", "201")
                        .one("#antall-trouble")
                        .text())
                .isEqualTo("Skriv et tall fra 1 til 200.");
        Person.Answer sheet = lead.submit(form.one("main form"), "antall", "3", "sprak", "nn");
        assertThat(lead.submit(form.one("main form"), "antall", "3", "sprak", "nn")
                        .page()
                        .select(".slip"))
                .as("sent twice")
                .hasSize(3);
        List<String> codes = sheet.page().select(".slip__code").eachText();
        assertThat(codes).hasSize(3).doesNotHaveDuplicates().allMatch(it -> it.matches("([0-9a-z]{4} ){3}[0-9a-z]{4}"));
        assertThat(sheet.page().select(".slip__qr path")).hasSize(3);
        assertThat(sheet.text()).contains("ingen får vite kva svar som er ditt").contains("samtidig.invalid/svar");
        Tickets tickets = app.bean(Tickets.class);
        Ticket first = tickets.find(codes.getFirst()).orElseThrow();
        assertThat(first.unit().value()).isEqualTo(HAVNESUND);
        assertThat(first.staffGroup()).as("the answerer says it").isEmpty();
        sql.sql("update survey.ticket set used = true where id = :id")
                .param("id", first.id())
                .update();
        assertThat(lead.get(sheet.path()).page().select(".slip__code").eachText())
                .as("a new print tells nothing of how many have answered")
                .containsExactlyInAnyOrderElementsOf(codes);
        lead.submit(lead.get(round + "/ark").one("form[action$=/trekk]"));
        assertThat(lead.get(sheet.path()).text()).contains("Alle lappene er trukket tilbake.");
        assertThat(codes)
                .as("also the used one: one that stood out would tell")
                .allMatch(it -> tickets.find(it).orElseThrow().withdrawn());
    }

    @Test
    void a_withdrawn_invitation_gets_no_mail_and_who_has_answered_is_shown_nowhere() throws Exception {
        Person lead = app.signedIn("prosjektleder");
        String round = opened(lead, HAVNESUND);
        RoundPost.write(app);
        Person.Answer list = lead.get(round + "/invitasjoner?q=somby");
        assertThat(list.page().select(".invited")).hasSize(1);
        assertThat(lead.submit(list.one("form[action$=/trekk]")).text()).contains("Var invitasjonen ubrukt");
        assertThat(addresses()).hasSize(3).doesNotContain("maret.somby@almenes.invalid");
        String before = lead.get(round + "/invitasjoner").one("main").text();
        sql.sql("update survey.ticket set used = true where address = 'stian.grottum@almenes.invalid'")
                .update();
        assertThat(lead.get(round + "/invitasjoner").one("main").text()).isEqualTo(before);
    }

    @Test
    void whoever_is_asked_finds_it_on_their_own_page_until_it_is_answered() {
        Person asked = app.signedIn("miljoterapeut");
        assertThat(asked.get("/min-side").text()).doesNotContain("Svar nå");
        String round = opened(app.signedIn("prosjektleder"), ELVETUN);
        RoundPost.write(app);
        Person.Answer mine = asked.get("/min-side");
        assertThat(mine.text()).contains("Undersøkelse:").contains("Det er frivillig.");
        String link = mine.one("a[href^=/svar/]").attr("href");
        Tickets tickets = app.bean(Tickets.class);
        UUID ticket =
                tickets.find(link.substring("/svar/".length())).orElseThrow().id();
        sql.sql("insert into survey.envelope (proof, round, sealed) values (:proof, :round, '\\x00')")
                .param("proof", tickets.proof(ticket))
                .param("round", id(round))
                .update();
        assertThat(asked.get("/min-side").text()).doesNotContain("Svar nå");
    }

    @Test
    void trying_sends_one_mail_to_oneself_with_a_link_that_keeps_nothing() throws Exception {
        Person lead = app.signedIn("prosjektleder");
        String round = path(make(lead, "sted", HAVNESUND));
        Person.Answer page = lead.get(round);
        String key = page.one("form[action$=/prove] button").attr("value");
        lead.post(round + "/prove", "nokkel", key);
        assertThat(lead.post(round + "/prove", "nokkel", key).text()).contains("Invitasjonen er på vei til deg.");
        assertThat(addresses()).containsExactly("hilde.aursand@prosjekt.invalid");
        assertThat(post.getReceivedMessages()[0].getSubject()).startsWith("Prøve: ");
        assertThat(post.getReceivedMessages()[0].getContent().toString())
                .contains("http://samtidig.invalid/undersokelser/" + id(round) + "/skjema");
        assertThat(count("select count(*) from survey.ticket where round = :round", round))
                .isZero();
    }

    @Test
    void with_names_only_accounts_are_asked_and_the_mail_says_so() throws Exception {
        Person lead = app.signedIn("prosjektleder");
        String round = path(make(lead, "sted", HAVNESUND, "anonym", "nei"));
        for (String route : List.of("/adresser", "/ark")) {
            assertThat(lead.get(round + route).status()).isEqualTo(404);
        }
        lead.post(round + "/apne");
        RoundPost.write(app);
        addresses();
        assertThat(post.getReceivedMessages()[0].getContent().toString())
                .contains("Svarene er ikke anonyme")
                .doesNotContain("Svarene er anonyme");
    }

    @Test
    void what_is_kept_of_a_person_can_be_taken_out_and_goes_with_the_account_and_addresses_go_in_time() {
        String round = opened(app.signedIn("prosjektleder"), HAVNESUND);
        RoundPost.write(app);
        AccountId stian = app.bean(Accounts.class)
                .byEmail("stian.grottum@almenes.invalid")
                .orElseThrow();
        PersonalData data = app.bean(SurveyData.class);
        assertThat(data.kept(stian).get("survey_invitation"))
                .hasSize(1)
                .first()
                .satisfies(it -> assertThat(it.get("round")).isEqualTo("Prøverunden"));
        data.erase(stian);
        assertThat(data.kept(stian).get("survey_invitation")).isEmpty();
        assertThat(count("select count(*) from survey.ticket where round = :round and address is not null", round))
                .isEqualTo(3);
        assertThat(count("select count(*) from survey.ticket where round = :round", round))
                .isEqualTo(4);
        app.bean(JdbcClient.class)
                .sql("update survey.round set closed = now(), settled = now()")
                .update();
        app.clock().forward(Duration.ofDays(80));
        RoundPost.forget(app);
        assertThat(count("select count(*) from survey.ticket where round = :round and address is not null", round))
                .isEqualTo(3);
        app.clock().forward(Duration.ofDays(11));
        RoundPost.forget(app);
        assertThat(count(
                        "select count(*) from survey.ticket where round = :round and (address is not null or account is not null)",
                        round))
                .isZero();
    }

    @Test
    void a_list_nobody_confirms_is_gone_after_a_day() {
        Person lead = app.signedIn("prosjektleder");
        String round = path(make(lead, "sted", HAVNESUND));
        Person.Answer look = lead.submit(
                lead.get(round + "/adresser").one("main form"),
                "liste",
                "e-post;enhet\na@x.invalid;Havnesund ettervern");
        assertThat(look.status()).isEqualTo(200);
        app.clock().forward(Duration.ofHours(25));
        RoundPost.forget(app);
        assertThat(app.signedIn("prosjektleder").get(look.path()).status()).isEqualTo(404);
    }
}
