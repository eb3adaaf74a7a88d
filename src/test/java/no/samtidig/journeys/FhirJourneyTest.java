package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.access.Role;
import no.samtidig.questionnaire.Drafts;
import no.samtidig.questionnaire.Questionnaires;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Questionnaires out as FHIR, and in again, as an editor does it. */
@Tag("interoperability")
class FhirJourneyTest {
    private static final String IMPORT = "/skjemaer/importer";
    private static final Set<Role> EDITORS = EnumSet.of(Role.EDITOR, Role.PROJECT_LEAD);

    private static App app() {
        return App.shared();
    }

    /** A browser without JavaScript that can send a file. */
    private static final class Uploader {
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        Uploader(String role) {
            send(HttpRequest.newBuilder(URI.create(app().address() + "/demo/logg-inn"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "rolle=" + URLEncoder.encode(role, StandardCharsets.UTF_8))));
        }

        HttpResponse<String> upload(String pasted, String file) {
            String edge = "----samtidig";
            String body = "--" + edge + "\r\nContent-Disposition: form-data; name=\"tekst\"\r\n\r\n" + pasted + "\r\n--"
                    + edge
                    + "\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"skjema.json\"\r\nContent-Type: application/json\r\n\r\n"
                    + file + "\r\n--" + edge
                    + "\r\nContent-Disposition: form-data; name=\"sprak-i-fila\"\r\n\r\nnb\r\n--" + edge + "--\r\n";
            return send(HttpRequest.newBuilder(URI.create(app().address() + IMPORT))
                    .header("Content-Type", "multipart/form-data; boundary=" + edge)
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    @Test
    void a_form_that_cannot_be_taken_names_each_question_and_its_reason() {
        Person.Answer refused = app().signedIn("fagredaktor")
                .post(
                        IMPORT,
                        "tekst",
                        "{\"resourceType\":\"Questionnaire\",\"status\":\"draft\",\"language\":\"nb\",\"item\":[{\"linkId\":\"d\","
                                + "\"type\":\"date\",\"text\":\"Når reiste du?\"}]}",
                        "sprak-i-fila",
                        "nb");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.one(".fhir-report__item").text()).contains("Når reiste du?", "typen «date»");
    }

    @Test
    void a_questionnaire_goes_out_comes_in_again_and_becomes_a_draft_that_says_the_same() {
        Person editor = app().signedIn("fagredaktor");
        Person.Answer file = editor.get("/skjemaer/eksempel-vilkar-i-vilkar/fhir");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("application/fhir+json");
        assertThat(file.header("Content-Disposition")).contains("attachment").contains("eksempel-vilkar-i-vilkar.json");
        assertThat(editor.get("/skjemaer/eksempel-vilkar-i-vilkar/fhir/innhold").text())
                .contains("Dette forstår bare Samtidig")
                .contains("Vises alltid i andre systemer");
        assertThat(editor.get("/skjemaer/eksempel-enkeltvalg/fhir/innhold").text())
                .contains("kan lese alt i dette skjemaet");

        Person.Answer report = editor.post(IMPORT, "tekst", file.body(), "sprak-i-fila", "nb");
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.one(".page-head [role=status]").text()).contains("kommer med slik de er");
        assertThat(report.page().select("[data-outcome=whole]")).isNotEmpty();
        assertThat(report.page().select("[data-outcome=changed], [data-outcome=left_out]"))
                .isEmpty();
        assertThat(report.one("#adresse-trouble").text()).contains("Det finnes alt et skjema med dette navnet");

        Person.Answer taken = editor.submit(report.one("main form"));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.one("[role=alert] a").attr("href")).isEqualTo("#adresse");
        assertThat(editor.submit(taken.one("main form"), "adresse", "Nei, sånn!")
                        .status())
                .isEqualTo(422);
        Person.Answer draft = editor.submit(taken.one("main form"), "adresse", "fra-fhir");
        assertThat(draft.path()).isEqualTo("/skjemaer/fra-fhir/rediger");
        assertThat(draft.status()).isEqualTo(200);
        var made = app().bean(Drafts.class).find("fra-fhir").orElseThrow().questionnaire();
        var original = app().bean(Questionnaires.class)
                .find("eksempel-vilkar-i-vilkar")
                .orElseThrow();
        assertThat(made.items()).isEqualTo(original.items());
        assertThat(made.introduction()).isEqualTo(original.introduction());
        assertThat(editor.submit(taken.one("main form"), "adresse", "fra-fhir").path())
                .as("the same form again")
                .isEqualTo(draft.path());
        String another = UUID.randomUUID().toString();
        assertThat(editor.submit(taken.one("main form"), "adresse", "fra-fhir", "nokkel", another)
                        .status())
                .as("another form")
                .isEqualTo(422);
        assertThat(editor.get("/skjemaer/fra-fhir/fhir").body()).contains("\"status\": \"draft\"");
    }

    @Test
    void what_cannot_be_read_gets_one_clear_sentence_at_its_field_and_what_was_typed_stays() {
        Person editor = app().signedIn("prosjektleder");
        for (String[] it : new String[][] {
            {"", "Lim inn et skjema eller velg en fil."},
            {"<Questionnaire/>", "Dette er XML."},
            {"{ oi }", "Dette er ikke gyldig JSON. Feilen er på linje 1."},
            {"{\"resourceType\":\"Patient\"}", "Dette er en «Patient», ikke et skjema."},
        }) {
            Person.Answer answer = editor.post(IMPORT, "tekst", it[0]);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.one("#tekst-trouble").text()).startsWith(it[1]);
            assertThat(answer.one("#tekst").attr("aria-describedby")).contains("tekst-trouble");
            assertThat(answer.one("#tekst").val()).isEqualTo(it[0]);
            assertThat(answer.one("[role=alert] a").attr("href")).isEqualTo("#tekst");
        }
        editor.post("/sprak", "sprak", "nn", "retur", "/");
        assertThat(editor.post(IMPORT, "tekst", "<x/>").one("#tekst-trouble").text())
                .startsWith("Dette er XML. Vi tek berre imot JSON.");
        editor.post("/sprak", "sprak", "en", "retur", "/");
        assertThat(editor.post(IMPORT, "tekst", "<x/>").one("#tekst-trouble").text())
                .startsWith("This is XML.");
    }

    @Test
    void markup_in_a_questionnaire_is_shown_as_letters() {
        Person.Answer answer = app().signedIn("fagredaktor")
                .post(
                        IMPORT,
                        "tekst",
                        "{\"resourceType\":\"Questionnaire\",\"status\":\"draft\",\"title\":\"<img src=x>\",\"item\":[{\"linkId\":"
                                + "\"<i>\",\"type\":\"string\",\"text\":\"</textarea><script>alert(1)</script>\"}]}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().select("main script, main img, main i")).isEmpty();
        assertThat(answer.text()).contains("<script>alert(1)</script>");
    }

    @Test
    void a_file_of_a_megabyte_is_read_and_one_of_five_is_refused_in_a_sentence() {
        Uploader editor = new Uploader("fagredaktor");
        String small = app().signedIn("fagredaktor")
                .get("/skjemaer/eksempel-tall/fhir")
                .body();
        HttpResponse<String> read = editor.upload("", small + " ".repeat(1024 * 1024));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(read.body()).select("[data-outcome=whole]")).isNotEmpty();
        HttpResponse<String> refused = editor.upload("", "x".repeat(5 * 1024 * 1024));
        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select("#fil-trouble").text()).startsWith("Skjemaet er for stort.");
        assertThat(editor.upload("ikke json", "").body()).contains("Feilen er på linje 1");
    }

    @Test
    void a_large_questionnaire_becomes_a_draft_and_a_paste_that_is_too_large_gets_a_page_that_says_so() {
        Person editor = app().signedIn("fagredaktor");
        String items = IntStream.range(0, 1000)
                .mapToObj(it -> "{\"linkId\":\"p" + it + "\",\"type\":\"string\",\"text\":\""
                        + "Hva er det? ".repeat(22) + it + "\"}")
                .collect(Collectors.joining(","));
        String large =
                "{\"resourceType\":\"Questionnaire\",\"status\":\"draft\",\"language\":\"nb\",\"title\":\"Stort\",\"item\":["
                        + items + "]}";
        HttpResponse<String> read = new Uploader("fagredaktor").upload(large, "");
        assertThat(read.statusCode()).as("pasted, " + large.length()).isEqualTo(200);
        Document report = Jsoup.parse(read.body(), app().address());
        Person.Answer made =
                editor.submit(report.select("form[action$=/utkast]").get(0), "adresse", "stort-skjema");
        assertThat(made.path()).isEqualTo("/skjemaer/stort-skjema/rediger");
        assertThat(app().bean(Drafts.class)
                        .find("stort-skjema")
                        .orElseThrow()
                        .questionnaire()
                        .items())
                .hasSize(1000);
        HttpResponse<String> more =
                new Uploader("fagredaktor").upload(large.replace("Hva er det? ", "Hva er det? ".repeat(4)), "");
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(more.body()).text()).contains("Skjemaet har for mye tekst", "400000 tegn til sammen");
        HttpResponse<String> over = new Uploader("fagredaktor").upload("x".repeat(4 * 1024 * 1024), "");
        assertThat(over.statusCode()).isEqualTo(413);
        assertThat(Jsoup.parse(over.body()).select("h1").text()).isEqualTo("Det du sendte, er for stort");
    }

    @Test
    void nobody_else_finds_any_of_it() {
        for (Role role : Role.values()) {
            Person person = app().signedIn(role.code());
            int expected = EDITORS.contains(role) ? 200 : 404;
            for (String path :
                    new String[] {IMPORT, "/skjemaer/eksempel-tall/fhir", "/skjemaer/eksempel-tall/fhir/innhold"}) {
                assertThat(person.get(path).status()).as(role + " " + path).isEqualTo(expected);
            }
            assertThat(person.post(IMPORT, "tekst", "{}").status()).isEqualTo(EDITORS.contains(role) ? 422 : 404);
        }
        Person editor = app().signedIn("fagredaktor");
        assertThat(editor.get("/skjemaer/finnes-ikke/fhir").status()).isEqualTo(404);
        assertThat(editor.get("/skjemaer/finnes-ikke/fhir/innhold").status()).isEqualTo(404);
    }
}
