package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Person.Answer;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Language;
import no.samtidig.questionnaire.Drafts;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every form that makes something is sent ten times at once: it makes one thing, and each sender is led to it. */
@Tag("platform")
class OneFormOneThingTest {
    private static final App APP = App.shared();
    private static final int TIMES = 10;
    private static final String NAME = "Sendt " + UUID.randomUUID().toString().substring(0, 8);

    private static long rows(String table) {
        return APP.bean(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    /** Sends the form at once as often as {@link #TIMES} says; all end at one place, which is given back. */
    private static String sentAtOnce(Person person, Element form, String... fields) throws Exception {
        try (ExecutorService presses = Executors.newFixedThreadPool(TIMES)) {
            List<Callable<Answer>> all = IntStream.range(0, TIMES)
                    .<Callable<Answer>>mapToObj(_ -> () -> person.submit(form, fields))
                    .toList();
            List<Future<Answer>> answers = presses.invokeAll(all);
            for (Future<Answer> it : answers) {
                assertThat(it.get().status()).as(it.get().text()).isEqualTo(200);
                assertThat(it.get().path()).isEqualTo(answers.getFirst().get().path());
            }
            return answers.getFirst().get().path();
        }
    }

    private static Element form(Answer page) {
        return page.one("main form[method=post]");
    }

    @Test
    void a_questionnaire_and_an_item_of_it() throws Exception {
        Person editor = APP.signedIn("fagredaktor");
        long before = rows("questionnaire.draft");
        String draft = sentAtOnce(editor, form(editor.get("/skjemaer/ny")), "tittel-nb", NAME, "tittel-nn", NAME);
        assertThat(rows("questionnaire.draft")).isEqualTo(before + 1);
        String slug = draft.split("/")[2];
        for (String code : List.of("", "egen-kode")) {
            int items = APP.bean(Drafts.class)
                    .find(slug)
                    .orElseThrow()
                    .questionnaire()
                    .items()
                    .size();
            Element item =
                    editor.get("/skjemaer/" + slug + "/nytt?type=frequency").one("form.form");
            sentAtOnce(editor, item, "tekst-nb", "Jeg spør", "tekst-nn", "Eg spør", "kode", code);
            assertThat(APP.bean(Drafts.class)
                            .find(slug)
                            .orElseThrow()
                            .questionnaire()
                            .items())
                    .hasSize(items + 1);
        }
    }

    @Test
    void a_questionnaire_that_is_brought_in() throws Exception {
        Person editor = APP.signedIn("fagredaktor");
        long before = rows("questionnaire.draft");
        Answer report = editor.post(
                "/skjemaer/importer",
                "tekst",
                "{\"resourceType\":\"Questionnaire\",\"status\":\"draft\",\"language\":\"nb\",\"title\":\"" + NAME
                        + "\",\"item\":[{\"linkId\":\"a\",\"type\":\"string\",\"text\":\"Hva?\"}]}");
        String slug = "sendt-" + UUID.randomUUID().toString().substring(0, 8);
        sentAtOnce(
                editor,
                form(report),
                "adresse",
                slug,
                "skjema",
                report.one("textarea[name=skjema]").wholeText());
        assertThat(rows("questionnaire.draft")).isEqualTo(before + 1);
    }

    @Test
    void a_round_and_slips_of_paper() throws Exception {
        Person lead = APP.signedIn("prosjektleder");
        long before = rows("survey.round");
        LocalDate today = LocalDate.now(APP.clock());
        String round = sentAtOnce(
                lead,
                lead.get("/undersokelser/ny").one("form.round-form"),
                "navn",
                NAME,
                "skjema",
                "praksis-og-behov",
                "anonym",
                "ja",
                "sted",
                "no.almenes_kommune.havnesund_ettervern",
                "apner",
                today.toString(),
                "lukker",
                today.plusDays(9).toString());
        assertThat(rows("survey.round")).isEqualTo(before + 1);
        Answer paper = lead.get(round + "/ark");
        String unit = paper.page()
                .select("[name=enhet] option[value^=no], [name=enhet][value^=no]")
                .getFirst()
                .val();
        long slips = rows("survey.ticket");
        sentAtOnce(lead, form(paper), "enhet", unit, "antall", "3");
        assertThat(rows("survey.ticket")).isEqualTo(slips + 3);
        lead.post(round + "/slett", "sikker", "true");
    }

    private static String last(Answer page, String selector) {
        return page.page().select(selector).getLast().val();
    }

    @Test
    void invitations() throws Exception {
        Person leader = APP.signedIn("enhetsleder");
        long before = rows("access.invitation");
        Answer page = leader.get("/invitasjoner/ny");
        Element first = form(page);
        Answer preview = leader.submit(
                first,
                "adresser",
                "ny-" + UUID.randomUUID() + "@eksempel.no",
                "rolle",
                last(page, "select[name=rolle] option, input[name=rolle]"),
                "sted",
                last(page, "select[name=sted] option, input[name=sted]"));
        Element send = preview.page().select("form[action=/invitasjoner]").first();
        assertThat(send).as(preview.text()).isNotNull();
        if (send != null) {
            sentAtOnce(leader, send);
        }
        assertThat(rows("access.invitation")).isEqualTo(before + 1);
    }

    @Test
    void a_form_that_was_refused_keeps_its_key_and_a_key_is_forgotten_in_the_end() {
        Person editor = APP.signedIn("fagredaktor");
        Element form = form(editor.get("/skjemaer/ny"));
        assertThat(editor.submit(form, "tittel-nb", "", "tittel-nn", "").status())
                .isEqualTo(422);
        assertThat(editor.submit(form, "tittel-nb", NAME + " to", "tittel-nn", "")
                        .path())
                .endsWith("/rediger");
        JdbcClient sql = APP.bean(JdbcClient.class);
        sql.sql("insert into platform.form_key values (gen_random_uuid(), '/gammel', timestamptz '2000-01-01')")
                .update();
        assertThat(APP.bean(FormKeys.class).forgetOld()).isEqualTo(1);
        assertThat(sql.sql("select count(*) from platform.form_key where path = '/gammel'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_answer_counts_once_whatever_is_chosen_when_its_form_comes_again() throws Exception {
        Person learner = APP.signedIn("behandler");
        Element form = questions()
                .map(it -> learner.get("/moduler/grunnmodul/" + it))
                .flatMap(it -> it.page().select("form[action$=/svar]:has(input[type=radio][name=valg])").stream())
                .findFirst()
                .orElseThrow();
        long before = rows("learning.answer");
        try (ExecutorService presses = Executors.newFixedThreadPool(TIMES)) {
            for (Future<Answer> it : presses.invokeAll(IntStream.range(0, TIMES)
                    .<Callable<Answer>>mapToObj(n -> () -> learner.submit(form, "valg", String.valueOf(n % 2)))
                    .toList())) {
                assertThat(it.get().status()).isEqualTo(200);
            }
        }
        assertThat(rows("learning.answer")).isEqualTo(before + 1);
    }

    /** Pages of steps with a question. */
    private static Stream<String> questions() {
        return APP.bean(KnowledgeModules.class).module("grunnmodul").orElseThrow().lessons(Language.NB).stream()
                .flatMap(lesson -> lesson.steps().stream()
                        .filter(step -> step.blocks().stream().anyMatch(Block.SingleChoice.class::isInstance))
                        .map(step -> lesson.slug() + "/" + step.id()));
    }
}
