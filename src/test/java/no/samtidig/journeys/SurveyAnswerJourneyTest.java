package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Person.Answer;
import no.samtidig.RenewedApp;
import no.samtidig.access.AccountId;
import no.samtidig.platform.Language;
import no.samtidig.platform.mail.Letter;
import no.samtidig.platform.mail.MailQueue;
import no.samtidig.platform.mail.Outbox;
import no.samtidig.questionnaire.Answers;
import no.samtidig.survey.Respondents;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.Tickets;
import no.samtidig.survey.disclosure.Releasing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answering a survey without JavaScript, with the code of an invitation. */
@Tag("survey")
@RenewedApp
class SurveyAnswerJourneyTest {
    private static final App app = App.shared();

    /** Presses a button of the page's form, having filled in fields as name, value, name, value … */
    private static Answer press(Person person, Answer page, String wish, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("gjor", wish));
        return person.submit(page.one("#svar-skjema"), all.toArray(String[]::new));
    }

    private static Answer next(Person person, Answer page, String... fields) {
        return press(person, page, "neste", fields);
    }

    private static List<String> faults(Answer page) {
        return page.page().select(".ds-error-summary a").eachText();
    }

    @Test
    void somebody_goes_through_every_kind_of_question_and_sends() {
        Respondents round = Respondents.to(app, "alt");
        Person somebody = app.visitor();
        Answer page = somebody.get("/svar/" + round.code());
        assertThat(page.heading()).isEqualTo("Alt på en gang");
        assertThat(page.text()).contains("Omtrent 3 minutter", "Frivillig", "Svaret ditt er anonymt");

        page = next(somebody, page);
        assertThat(page.heading()).isEqualTo("Valg");
        assertThat(page.text()).contains("Side 1 av 3", "siste tre månedene");

        page = next(somebody, page, "svar.yrke", "annet", "svar.hindre", "tid", "svar.hindre", "ro");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).as("a question has come on the same page").isEqualTo("Valg");
        assertThat(page.one("#svar-hvilket").hasAttr("hidden")).isFalse();
        assertThat(page.text()).contains("kom det flere spørsmål på denne siden");
        assertThat(page.page().select("input[name=svar.hindre][checked]").eachAttr("value"))
                .containsExactly("tid", "ro");

        page = next(somebody, page, "svar.hvilket", "Portør");
        assertThat(page.heading()).isEqualTo("Om tid");
        assertThat(page.text()).contains("Side 2 av 4");
        page = next(somebody, page, "svar.minutter", " 45 ");
        assertThat(page.heading()).isEqualTo("Skalaer");
        page = next(
                somebody,
                page,
                "svar.trygghet.rus",
                "2",
                "svar.trygghet.vold",
                "vet-ikke",
                "svar.ofte",
                "3",
                "svar.viktig",
                "4",
                "svar.tro",
                "7");
        assertThat(page.heading()).isEqualTo("Med egne ord");
        page = next(somebody, page, "svar.forslag", "Mer tid.\r\nOg ro.", "svar.sist", "Takk");
        assertThat(page.heading()).isEqualTo("Klar til å sende");
        assertThat(page.text()).contains("Du har svart på alle spørsmålene");

        page = press(somebody, page, "send");
        assertThat(page.path()).isEqualTo("/svar/takk");
        assertThat(page.heading()).isEqualTo("Takk, svarene er sendt");
        assertThat(round.sent())
                .containsExactly(new Answers(Map.ofEntries(
                        Map.entry("yrke", List.of("annet")),
                        Map.entry("hvilket", List.of("Portør")),
                        Map.entry("hindre", List.of("tid", "ro")),
                        Map.entry("minutter", List.of("45")),
                        Map.entry("trygghet.rus", List.of("2")),
                        Map.entry("trygghet.vold", List.of("vet-ikke")),
                        Map.entry("ofte", List.of("3")),
                        Map.entry("viktig", List.of("4")),
                        Map.entry("tro", List.of("7")),
                        Map.entry("forslag", List.of("Mer tid.\nOg ro.")),
                        Map.entry("sist", List.of("Takk")))));
    }

    @Test
    void what_is_not_shown_is_not_sent_and_going_back_loses_nothing() {
        Respondents round = Respondents.to(app, "alt");
        Person somebody = app.visitor();
        Answer page = next(somebody, somebody.get("/svar/" + round.code()));
        page = next(somebody, page, "svar.yrke", "sykepleier", "svar.hindre", "tid");
        page = next(somebody, page, "svar.minutter", "45");
        page = next(somebody, page, "svar.ofte", "0");
        assertThat(page.heading()).isEqualTo("Med egne ord");

        page = press(somebody, page, "tilbake", "svar.forslag", "Halvferdig");
        assertThat(page.heading()).isEqualTo("Skalaer");
        page = press(somebody, page, "tilbake");
        assertThat(page.one("[name=svar.minutter]").val()).isEqualTo("45");
        page = press(somebody, page, "tilbake");
        assertThat(page.page().select("[name=svar.yrke][checked]").val()).isEqualTo("sykepleier");

        // what hindered was something else: the page about time goes, and its answer with it
        page = somebody.post(
                page.path(),
                "versjon",
                round.version(),
                "side",
                "1",
                "gjor",
                "neste",
                "vist",
                "yrke hindre",
                "svar.yrke",
                "sykepleier",
                "svar.hindre",
                "rom",
                "svar.minutter",
                "45",
                "svar.ofte",
                "0",
                "svar.viktig",
                "4",
                "svar.forslag",
                "Halvferdig");
        assertThat(page.heading()).isEqualTo("Skalaer");
        page = next(somebody, page);
        assertThat(page.one("[name=svar.forslag]").val()).isEqualTo("Halvferdig");
        page = next(somebody, page);
        assertThat(press(somebody, page, "send").heading()).isEqualTo("Takk, svarene er sendt");
        assertThat(round.sent().getFirst().values())
                .containsOnlyKeys("yrke", "hindre", "ofte", "forslag")
                .containsEntry("hindre", List.of("rom"));
    }

    @Test
    void each_mistake_is_told_at_its_field_and_nothing_typed_is_lost() {
        Respondents round = Respondents.to(app, "alt");
        Person somebody = app.visitor();
        Answer first = next(somebody, somebody.get("/svar/" + round.code()));

        Answer page = next(somebody, first, "svar.hindre", "tid", "svar.hindre", "ingen");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().title()).startsWith("Feil: Valg");
        assertThat(faults(page))
                .containsExactly(
                        "Hva er du? Dette må besvares.",
                        "Hva hindrer deg? Ett av svarene du valgte, kan bare stå alene. Behold det, eller de andre.");
        assertThat(page.page().select("[name=svar.hindre][checked]").eachAttr("value"))
                .containsExactly("tid", "ingen");
        assertThat(page.one("#svar-yrke fieldset").attr("aria-describedby")).contains("svar-yrke-fault");
        assertThat(page.one("#svar-yrke-fault").text()).isEqualTo("Dette må besvares.");
        assertThat(page.page().select(".ds-error-summary a").eachAttr("href"))
                .allSatisfy(it -> assertThat(page.page().select(it)).hasSize(1));

        Answer tooMany = next(
                somebody, first, "svar.yrke", "lege", "svar.hindre", "tid", "svar.hindre", "rom", "svar.hindre", "ro");
        assertThat(faults(tooMany)).containsExactly("Hva hindrer deg? Du har valgt for mange. Velg høyst 2.");

        Answer time = next(somebody, first, "svar.yrke", "lege", "svar.hindre", "tid");
        Answer noNumber = next(somebody, time, "svar.minutter", "en halvtime");
        assertThat(noNumber.status()).isEqualTo(422);
        assertThat(noNumber.one("[name=svar.minutter]").val()).isEqualTo("en halvtime");
        assertThat(noNumber.one("[name=svar.minutter]").attr("aria-invalid")).isEqualTo("true");
        assertThat(faults(noNumber).getFirst()).contains("helt tall fra 0 til 120");
        assertThat(faults(next(somebody, time, "svar.minutter", "121")).getFirst())
                .contains("fra 0 til 120");

        Answer scales = next(somebody, time, "svar.minutter", "5");
        Answer missing = next(somebody, scales, "svar.trygghet.rus", "1", "svar.tro", "11", "svar.ofte", "9");
        assertThat(missing.page().select(".ds-error-summary a").eachAttr("href"))
                .as("a grid that a rule makes compulsory, row by row; no such point; a slider's bounds")
                .containsExactly("#svar-trygghet_vold", "#svar-ofte", "#svar-tro-field");
        assertThat(missing.one("[name=svar.tro]").val()).isEqualTo("11");

        Answer words = next(somebody, scales, "svar.trygghet.rus", "1", "svar.trygghet.vold", "1");
        String tooLong = "å".repeat(301);
        Answer cut = next(somebody, words, "svar.forslag", tooLong);
        assertThat(faults(cut).getFirst()).contains("301 tegn", "plass til 300");
        assertThat(cut.one("[name=svar.forslag]").val()).isEqualTo(tooLong);
        assertThat(round.sent()).isEmpty();
    }

    @Test
    void a_form_sent_whole_is_held_to_the_same_rules() {
        Respondents round = Respondents.to(app, "alt");
        String path = "/svar/" + round.code();

        Answer page = app.visitor().post(path, "versjon", round.version(), "gjor", "send", "svar.ofte", "2");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.heading()).isEqualTo("Valg");
        assertThat(round.sent()).isEmpty();
    }

    @Test
    void a_form_of_another_wording_is_not_taken_and_what_fits_is_kept() {
        Respondents round = Respondents.to(app, "alt");
        String path = "/svar/" + round.code();

        Answer page = app.visitor()
                .post(
                        path,
                        "versjon",
                        "000000000000",
                        "gjor",
                        "send",
                        "svar.yrke",
                        "lege",
                        "svar.hindre",
                        "finnes-ikke",
                        "svar.tro",
                        "8");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("Skjemaet er endret siden du begynte");
        assertThat(page.page().select("[name=svar.yrke][checked]").val()).isEqualTo("lege");
        assertThat(page.page().select("[name=svar.tro]").val()).isEqualTo("8");
        assertThat(page.page().select("[name=svar.hindre][checked]")).isEmpty();
        assertThat(round.sent()).isEmpty();
    }

    @Test
    void pressing_twice_in_many_tabs_at_once_is_one_answer_and_looks_like_one() throws Exception {
        Respondents round = Respondents.to(app, "alt");
        String path = "/svar/" + round.code();
        List<Future<Answer>> sent = new ArrayList<>();
        try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                sent.add(tabs.submit(() -> app.visitor()
                        .post(path, "versjon", round.version(), "gjor", "send", "svar.yrke", "sykepleier")));
            }
        }

        for (Future<Answer> it : sent) {
            assertThat(it.get().path()).isEqualTo("/svar/takk");
            assertThat(it.get().body()).isEqualTo(sent.getFirst().get().body());
        }
        assertThat(round.sent()).hasSize(1);
    }

    @Test
    void who_has_sent_is_told_so_before_the_ticket_is_marked() {
        Respondents round = Respondents.to(app, "alt");
        String path = "/svar/" + round.code();
        Person somebody = app.visitor();
        somebody.post(path, "versjon", round.version(), "gjor", "send", "svar.yrke", "sykepleier");

        assertThat(somebody.get(path).heading()).isEqualTo("Invitasjonen er brukt");
        assertThat(somebody.post(path, "versjon", round.version(), "side", "1", "gjor", "neste")
                        .heading())
                .isEqualTo("Invitasjonen er brukt");
    }

    @Test
    @RenewedApp
    void one_sent_again_after_a_lost_receipt_looks_like_the_first_time_and_a_closed_round_says_the_same_to_all() {
        Respondents round = Respondents.to(app, "alt");
        String path = "/svar/" + round.code();
        String late = "/svar/" + round.code();
        String[] form = {"versjon", round.version(), "gjor", "send", "svar.yrke", "sykepleier"};
        Answer first = app.visitor().post(path, form);
        Answer again = app.visitor().post(path, form);
        assertThat(again.path()).isEqualTo("/svar/takk");
        assertThat(again.text()).isEqualTo(first.text());
        app.clock().forward(Duration.ofDays(15));

        Answer refused = app.visitor().post(late, form);
        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.text())
                .contains("Undersøkelsen er stengt", "Har du alt sendt svarene dine, er de med", "ikke sendt");
        assertThat(app.visitor().post(path, form).text()).as("a used code").isEqualTo(refused.text());
        assertThat(round.sent()).hasSize(1);
    }

    @Test
    void each_code_that_cannot_be_used_says_why() {
        LocalDate today = LocalDate.now(app.clock());
        Respondents early = Respondents.to(app, "alt", true, true, today.plusDays(1), today.plusDays(9));
        Respondents draft = Respondents.to(app, "alt", true, false);
        Respondents late = Respondents.to(app, "alt", true, true, today.minusDays(9), today.minusDays(1));
        Respondents round = Respondents.to(app, "alt");
        UUID withdrawn = round.ticket(Optional.empty(), Language.NB, Optional.empty());
        app.bean(JdbcClient.class)
                .sql("update survey.ticket set withdrawn = true where id = :id")
                .param("id", withdrawn)
                .update();
        Person somebody = app.visitor();

        assertThat(somebody.get("/svar/" + early.code()).heading()).isEqualTo("Undersøkelsen er ikke åpnet ennå");
        assertThat(somebody.get("/svar/" + early.code()).text()).contains("Du kan svare fra");
        assertThat(somebody.get("/svar/" + draft.code()).text())
                .contains("Undersøkelsen er ikke åpnet ennå")
                .doesNotContain("Du kan svare fra");
        Answer closed = somebody.get("/svar/" + late.code());
        assertThat(closed.status()).isEqualTo(410);
        assertThat(closed.text()).contains("Siste dag var");
        Answer unknown = somebody.get("/svar/0123456789abcdef");
        Answer taken = somebody.get("/svar/" + app.bean(Tickets.class).code(withdrawn));
        assertThat(unknown.status()).isEqualTo(404).isEqualTo(taken.status());
        assertThat(unknown.heading()).isEqualTo(taken.heading());
        assertThat(faults(unknown)).isEqualTo(faults(taken)).hasSize(1);
    }

    /** What somebody sees of a code without answering with it, and what they can send that is refused. */
    private static List<String> seen(Respondents round, String code) {
        Person somebody = app.visitor();
        String path = "/svar/" + code;
        List<Answer> all = List.of(
                somebody.get(path),
                somebody.post("/svar", "kode", code),
                somebody.post(path, "versjon", round.version(), "side", "1", "gjor", "neste", "svar.yrke", "lege"),
                somebody.post(path, "versjon", round.version(), "gjor", "vis", "sprak", "nn"),
                somebody.post(path, "versjon", "000000000000", "gjor", "send", "svar.yrke", "lege"),
                somebody.post(path, "versjon", round.version(), "gjor", "send", "svar.ofte", "99"));
        return all.stream()
                .map(it -> it.status() + " " + it.path() + " " + it.headers().keySet() + "\n" + it.body())
                .map(it -> it.replace(code, "CODE").replaceAll("data-(key|forget)=\"[^\"]*\"", "data-key"))
                .toList();
    }

    private static void withdraw(UUID ticket) {
        app.bean(JdbcClient.class)
                .sql("update survey.ticket set withdrawn = true where id = :id")
                .param("id", ticket)
                .update();
    }

    /** Whoever printed the slips knows every code: all that can be asked with it must answer the same, open, withdrawn, closed and counted. */
    @Test
    @RenewedApp
    void whoever_printed_a_slip_sees_the_same_before_and_after_it_is_used() {
        Respondents round = Respondents.to(app, "alt");
        List<UUID> used = Stream.generate(() -> round.ticket(Optional.empty(), Language.NB, Optional.empty()))
                .limit(5)
                .toList();
        UUID unused = round.ticket(Optional.empty(), Language.NB, Optional.empty());
        Tickets tickets = app.bean(Tickets.class);
        String mine = tickets.code(used.getFirst());
        String other = tickets.code(unused);
        assertThat(seen(round, mine)).isEqualTo(seen(round, other));

        Person answerer = app.visitor();
        String[] form = {"versjon", round.version(), "gjor", "send", "svar.yrke", "sykepleier"};
        assertThat(answerer.post("/svar/" + mine, form).path()).isEqualTo("/svar/takk");
        used.stream().skip(1).forEach(it -> app.visitor().post("/svar/" + tickets.code(it), form));
        assertThat(seen(round, mine)).as("it has come in").isEqualTo(seen(round, other));
        app.bean(Releasing.class).release(round.round());
        assertThat(app.bean(JdbcClient.class)
                        .sql("select count(*) from survey.ticket where used and id = any(:ids)")
                        .param("ids", used.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single())
                .as("it is counted")
                .isEqualTo(5);
        assertThat(seen(round, mine)).as("it is counted").isEqualTo(seen(round, other));
        assertThat(answerer.get("/svar/" + mine).heading())
                .as("the browser that sent it has the receipt")
                .isEqualTo("Invitasjonen er brukt");

        withdraw(used.getFirst());
        withdraw(unused);
        assertThat(seen(round, mine)).as("withdrawn").isEqualTo(seen(round, other));
        assertThat(answerer.get("/svar/" + mine).heading()).isEqualTo("Invitasjonen er brukt");
        app.clock().forward(Duration.ofDays(15));
        String late = tickets.code(used.getLast());
        String never = round.code(Optional.empty(), Language.NB, Optional.empty());
        assertThat(seen(round, late)).as("closed").isEqualTo(seen(round, never));
    }

    /** Only who has not answered is reminded, so a list of mail that shows reminders shows who has not. */
    @Test
    void no_list_of_mail_tells_who_was_reminded() {
        Outbox outbox = app.bean(Outbox.class);
        MailQueue list = app.bean(MailQueue.class);
        Letter letter = new Letter("Påminning", "Du har ikke svart: " + Outbox.SECRET);
        outbox.putWithSecretForDaytime("survey:a:b:reminder-1", "paminnet@x.invalid", letter, "lenke", "");
        assertThat(list.find(Optional.empty(), "paminnet@", 0, 10).lines()).isEmpty();
        JdbcClient sql = app.bean(JdbcClient.class);
        sql.sql("update platform.mail set sent = now() where recipient = 'paminnet@x.invalid'")
                .update();
        assertThat(list.find(Optional.of(MailQueue.State.SENT), "paminnet@", 0, 10)
                        .count())
                .isZero();
        sql.sql("update platform.mail set sent = null, attempts = 1 where recipient = 'paminnet@x.invalid'")
                .update();
        assertThat(list.find(Optional.empty(), "paminnet@", 0, 10).lines())
                .as("an address that fails must be mended")
                .singleElement()
                .satisfies(it -> assertThat(it.subject()).isEqualTo("…"));
        outbox.put("annet", "annet@x.invalid", new Letter("Annet", "Hei"));
        assertThat(list.find(Optional.empty(), "annet@x", 0, 10).lines()).hasSize(1);
    }

    @Test
    void one_receipt_says_nothing_of_another_code() {
        Respondents round = Respondents.to(app, "alt");
        Person somebody = app.visitor();
        somebody.post("/svar/" + round.code(), "versjon", round.version(), "gjor", "send", "svar.yrke", "lege");
        assertThat(somebody.get("/svar/" + round.code()).heading()).isEqualTo("Alt på en gang");
    }

    @Test
    void an_invitation_withdrawn_after_it_was_answered_looks_like_any_withdrawn_one_and_its_answer_stands() {
        Respondents round = Respondents.to(app, "alt");
        UUID ticket = round.ticket(Optional.empty(), Language.NB, Optional.empty());
        String path = "/svar/" + app.bean(Tickets.class).code(ticket);
        String[] answer = {"versjon", round.version(), "gjor", "send", "svar.yrke", "sykepleier"};
        assertThat(app.visitor().post(path, answer).path()).isEqualTo("/svar/takk");
        withdraw(ticket);
        assertThat(app.visitor().post(path, answer).status()).isEqualTo(404);
        assertThat(app.visitor().get(path).text()).contains("Et svar som er sendt før det, teller likevel");
        assertThat(round.sent()).hasSize(1);
    }

    @Test
    void a_code_can_be_typed_in_any_way() {
        Respondents round = Respondents.to(app, "alt");
        String code = round.code();
        String typed = String.join(
                        " - ", code.substring(0, 4), code.substring(4, 8), code.substring(8, 12), code.substring(12))
                .toUpperCase(java.util.Locale.ROOT)
                .replace('0', 'O');

        Answer page = app.visitor().post("/svar", "kode", typed);
        assertThat(page.path()).isEqualTo("/svar/" + code);
        assertThat(page.heading()).isEqualTo("Alt på en gang");

        assertThat(app.visitor().post("/svar", "kode", "").status()).isEqualTo(422);
        Answer wrong = app.visitor().post("/svar", "kode", "abc <b>");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.one("#kode").val()).isEqualTo("abc <b>");
    }

    @Test
    @RenewedApp
    void guessing_is_slowed_down_and_real_codes_go_on_working() {
        Respondents round = Respondents.to(app, "alt");
        Person guesser = app.visitor();
        for (int i = 0; i < 20; i++) {
            assertThat(guesser.get("/svar/00000000000000" + (10 + i)).status()).isEqualTo(404);
        }

        Answer wait = guesser.get("/svar/0000000000000099");
        assertThat(wait.status()).isEqualTo(429);
        assertThat(wait.header("retry-after")).isEqualTo("900");
        assertThat(guesser.get("/svar/" + round.code()).status()).isEqualTo(200);
        app.clock().forward(Duration.ofMinutes(16));
        assertThat(guesser.get("/svar/0000000000000098").status()).isEqualTo(404);
    }

    @Test
    void who_wants_no_reminders_says_so_where_they_answer_and_can_still_answer() {
        Respondents round = Respondents.to(app, "alt");
        UUID ticket = round.ticket(Optional.empty(), Language.NB, Optional.of(new AccountId(UUID.randomUUID())));
        Person somebody = app.visitor();
        Answer page = somebody.get("/svar/" + app.bean(Tickets.class).code(ticket));

        assertThat(somebody.submit(page.one(".respond__quiet")).heading()).isEqualTo("Ingen flere påminnelser");
        assertThat(app.bean(JdbcClient.class)
                        .sql("select no_reminders from survey.ticket where id = :id")
                        .param("id", ticket)
                        .query((row, _) -> row.getBoolean(1))
                        .single())
                .isTrue();
        assertThat(somebody.get(page.path()).heading()).isEqualTo("Alt på en gang");
        assertThat(somebody.get("/svar/" + round.code()).page().select(".respond__quiet"))
                .as("nobody is reminded of a paper")
                .isEmpty();
        assertThat(somebody.post("/svar/0123456789abcdef/ikke-minn").status()).isEqualTo(404);
    }

    @Test
    void the_staff_group_is_asked_for_only_where_the_invitation_lacks_it() {
        Respondents round = Respondents.to(app, "alt");
        Person somebody = app.visitor();
        assertThat(somebody.get("/svar/" + round.code()).page().select("[name=gruppe]"))
                .isEmpty();

        Answer page = somebody.get("/svar/" + round.code(Optional.empty(), Language.NB, Optional.empty()));
        page = next(somebody, page, "gruppe", "leder");
        page = next(somebody, page, "svar.yrke", "sykepleier");
        page = next(somebody, page);
        page = next(somebody, page);
        assertThat(press(somebody, page, "send").path()).isEqualTo("/svar/takk");
        assertThat(round.groups()).containsExactly(Optional.of(StaffGroup.LEADER));
    }

    @Test
    void nobody_can_say_another_group_than_the_invitation_does() {
        Respondents round = Respondents.to(app, "alt");
        app.visitor()
                .post(
                        "/svar/" + round.code(),
                        "versjon",
                        round.version(),
                        "gjor",
                        "send",
                        "gruppe",
                        "leder",
                        "svar.yrke",
                        "sykepleier");

        assertThat(round.groups()).containsExactly(Optional.of(StaffGroup.CLINICIAN));
    }

    @Test
    void the_language_changes_in_the_middle_and_answers_stay() {
        Respondents round = Respondents.to(app, "alt");
        Person somebody = app.visitor();
        Answer page = next(somebody, somebody.get("/svar/" + round.code()));

        page = somebody.submit(page.one("#svar-skjema"), "svar.yrke", "lege", "sprak", "nn");
        assertThat(page.page().select("html").attr("lang")).isEqualTo("nn");
        assertThat(page.heading()).isEqualTo("Val");
        assertThat(page.page().select("[name=svar.yrke][checked]").val()).isEqualTo("lege");
    }

    @Test
    void the_invitations_language_is_spoken_until_another_is_chosen() {
        Respondents round = Respondents.to(app, "alt");
        Person somebody = app.visitor().with("Accept-Language", "nb");
        Answer page = somebody.get("/svar/" + round.code(Optional.empty(), Language.NN, Optional.empty()));
        assertThat(page.heading()).isEqualTo("Alt på ein gong");
        assertThat(next(somebody, page).heading()).isEqualTo("Val");
    }

    @Test
    void answering_reads_and_makes_no_session_and_no_page_says_who_is_signed_in() {
        Respondents round = Respondents.to(app, "alt");
        Person anybody = app.visitor();
        Answer page = anybody.get("/svar/" + round.code());
        assertThat(page.headers()).doesNotContainKey("set-cookie");
        assertThat(page.header("cache-control")).isEqualTo("no-store");
        assertThat(page.header("x-robots-tag")).contains("noindex");
        assertThat(page.header("referrer-policy")).isEqualTo("same-origin");

        Answer known = app.signedIn("miljoterapeut").get("/svar/" + round.code());
        assertThat(known.page().select(".site-header").text()).contains("Logg inn");
    }

    @Test
    void a_round_with_names_says_so_and_keeps_the_name_with_the_answer() {
        Respondents round = Respondents.to(app, "alt", false, true);
        AccountId account = new AccountId(UUID.randomUUID());
        String path = "/svar/" + round.code(Optional.empty(), Language.NB, Optional.of(account));
        Person somebody = app.visitor();
        assertThat(somebody.get(path).text())
                .contains("Svaret ditt blir lagret med navn")
                .doesNotContain("anonymt");
        String[] form = {"versjon", round.version(), "gjor", "send", "svar.yrke", "sykepleier"};
        somebody.post(path, form);
        somebody.post(path, form);

        assertThat(named(round)).isEqualTo(1);
        assertThat(round.sent()).hasSize(1);
        Respondents anonymous = Respondents.to(app, "alt");
        somebody.post(
                "/svar/" + anonymous.code(Optional.empty(), Language.NB, Optional.of(account)),
                "versjon",
                anonymous.version(),
                "gjor",
                "send",
                "svar.yrke",
                "sykepleier");
        assertThat(anonymous.sent()).hasSize(1);
        assertThat(named(anonymous)).isZero();

        String file = "/undersokelser/" + round.round().value() + "/svar-med-navn.csv";
        assertThat(app.signedIn("prosjektleder").get(file).body()).contains("sykepleier");
        for (String other : List.of("regional-kontakt", "enhetsleder", "fagredaktor", "behandler")) {
            assertThat(app.signedIn(other).get(file).status()).as(other).isEqualTo(404);
        }
        assertThat(app.signedIn("prosjektleder")
                        .get("/undersokelser/" + anonymous.round().value() + "/svar-med-navn.csv")
                        .status())
                .isEqualTo(404);
    }

    private static int named(Respondents round) {
        return app.bean(JdbcClient.class)
                .sql("select count(*) from survey.named_response where round = :round")
                .param("round", round.round().value())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    @Test
    void trying_the_form_sends_nothing_and_is_for_those_who_run_surveys() {
        Respondents round = Respondents.to(app, "alt", true, false);
        String path = "/undersokelser/" + round.round().value() + "/skjema";
        Person leader = app.signedIn("prosjektleder");

        Answer page = leader.get(path);
        assertThat(page.text()).contains("Du prøver skjemaet");
        page = next(leader, page);
        page = next(leader, page, "svar.yrke", "sykepleier");
        page = next(leader, page);
        page = next(leader, page);
        page = press(leader, page, "send");
        assertThat(page.heading()).isEqualTo("Slik var det");
        assertThat(round.sent()).isEmpty();

        assertThat(app.signedIn("regional-kontakt").get(path).status())
                .as("a round of the whole country is not theirs")
                .isEqualTo(404);
        assertThat(app.signedIn("miljoterapeut").get(path).status()).isEqualTo(404);
        assertThat(app.visitor().get(path).path()).isEqualTo("/logg-inn");
        assertThat(leader.get("/undersokelser/" + UUID.randomUUID() + "/skjema").status())
                .isEqualTo(404);
    }

    @Test
    void a_letter_that_is_none_does_not_get_in() {
        Respondents round = Respondents.to(app, "alt");
        app.visitor()
                .post(
                        "/svar/" + round.code(),
                        "versjon",
                        round.version(),
                        "gjor",
                        "send",
                        "svar.yrke",
                        "sykepleier",
                        "svar.forslag",
                        "a\u0000b\u0007c\td");

        assertThat(round.sent().getFirst().text("forslag")).isEqualTo("abc\td");
    }

    @Test
    @RenewedApp
    void the_log_holds_no_code_and_nothing_that_was_answered() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        String code;
        LoggingSystem levels = LoggingSystem.get(getClass().getClassLoader());
        try {
            levels.setLogLevel("no.samtidig", LogLevel.TRACE);
            levels.setLogLevel("org.springframework.web", LogLevel.INFO);
            Respondents round = Respondents.to(app, "alt");
            code = round.code();
            PrintStream both = new PrintStream(log, true, StandardCharsets.UTF_8);
            System.setOut(both);
            System.setErr(both);
            Person somebody = app.visitor();
            somebody.get("/svar/" + code);
            somebody.post("/svar/" + code, "versjon", round.version(), "gjor", "send", "svar.yrke", "hemmeligsvar");
            app.asOwner().sql("alter table survey.envelope rename to elsewhere").update();
            assertThat(somebody.post(
                                    "/svar/" + code,
                                    "versjon",
                                    round.version(),
                                    "gjor",
                                    "send",
                                    "svar.yrke",
                                    "sykepleier",
                                    "svar.forslag",
                                    "hemmeligsvar")
                            .status())
                    .isEqualTo(500);
        } finally {
            levels.setLogLevel("no.samtidig", null);
            levels.setLogLevel("org.springframework.web", null);
            System.setOut(out);
            System.setErr(err);
        }

        String text = log.toString(StandardCharsets.UTF_8);
        assertThat(text).as("a failure was logged").contains("POST /svar/… failed");
        assertThat(text).doesNotContain(code, "hemmeligsvar");
    }

    @Test
    void a_code_is_found_as_it_is_pasted_and_a_whole_link_is_as_good() {
        Respondents round = Respondents.to(app, "alt");
        String code = round.code();
        String parts = code.substring(0, 4) + "\u00a0" + code.substring(4, 8) + "\u200b-" + code.substring(8, 12)
                + "\u2009" + code.substring(12).toUpperCase(java.util.Locale.ROOT);
        for (String typed : List.of(parts, " https://eksempel.invalid/svar/" + code + " ")) {
            assertThat(app.visitor().post("/svar", "kode", typed).path()).isEqualTo("/svar/" + code);
        }
    }

    @Test
    void a_text_as_long_as_a_book_gets_a_page_that_says_so_and_many_answers_are_no_mistake() {
        Respondents round = Respondents.to(app, "alt");
        Person somebody = app.visitor();
        String path = "/svar/" + round.code();
        Answer long1 = somebody.post(path, "gjor", "neste", "svar.forslag", "x".repeat(1_000_000));
        assertThat(long1.status()).isEqualTo(413);
        assertThat(long1.heading()).isEqualTo("Det du sendte, er for stort");
        String[] many = IntStream.range(0, 2_000)
                .boxed()
                .flatMap(it -> Stream.of("svar.felt" + it, "1"))
                .toArray(String[]::new);
        assertThat(somebody.post(path, many).status()).isNotEqualTo(400);
    }
}
