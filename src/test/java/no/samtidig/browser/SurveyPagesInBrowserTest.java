package no.samtidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import no.samtidig.App;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.survey.ResultWorld;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.StaffGroup;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of those who write questionnaires, run rounds and read results, in a real browser, with axe on every state. */
@Tag("browser")
@Tag("questionnaire")
@Tag("survey")
@RenewedApp
@Proves(Promise.FOR_ALL)
class SurveyPagesInBrowserTest {
    private static final App app = App.shared();

    @ParameterizedTest
    @EnumSource(names = {"PHONE_DARK", "DESKTOP_LIGHT"})
    void questionnaires_are_written_looked_at_and_checked(Screen screen) {
        try (Window window = screen.open(app)) {
            questionnaire(window, screen.phone() ? "skjema-a" : "skjema-b");
        }
    }

    private static void questionnaire(Window window, String slug) {
        Page page = window.signedIn("fagredaktor").page;
        String path = "/skjemaer/" + slug;
        page.navigate("/skjemaer");
        window.look("questionnaires");
        page.navigate("/skjemaer/ny");
        page.locator("#adresse").fill("Ikke En Adresse");
        page.locator("main form .ds-button").click();
        page.locator(".ds-error-summary").waitFor();
        window.expect(422);
        window.look("a new questionnaire, refused");
        page.locator("#tittel-nb").fill("Praksis");
        page.locator("#tittel-nn").fill("Praksis");
        page.locator("#fra").selectOption("praksis-og-behov");
        page.locator("#adresse").fill(slug);
        page.locator("main form .ds-button").click();
        page.waitForURL("**/rediger");
        window.look("a draft");
        for (String kind : List.of(
                "page",
                "information",
                "single",
                "multiple",
                "likert",
                "frequency",
                "importance",
                "slider",
                "number",
                "short-text",
                "long-text")) {
            page.navigate(path + "/nytt?type=" + kind);
            window.look("a new item: " + kind);
            page.locator("main .actions button").click();
            page.locator(".ds-error-summary").waitFor();
            window.expect(422);
            window.look("a new item, refused: " + kind);
        }
        page.navigate(path + "/nytt?type=frequency");
        page.locator("#tekst-nb").fill("Jeg spør");
        page.locator("#vis-nar-regel").check();
        page.locator("#vis-om").selectOption("arbeidstid");
        page.locator("button[value=vis-hent]").click();
        page.locator("#vis-hvordan").waitFor();
        window.look("a rule");
        page.locator("#vis-hvordan input[type=checkbox]").first().check();
        // Enter in a field saves: it does not press the first button of the page
        page.locator("#kode").fill("spor");
        page.locator("#kode").press("Enter");
        page.waitForURL("**/rediger?gjort=lagret*");
        window.look("saved");
        page.locator("form[action$='/spor/slett'] button").click();
        page.locator(".edit-done form button").waitFor();
        window.look("deleted");
        page.locator(".edit-done form button").click();
        page.waitForURL("**/rediger?gjort=angret");
        assertThat(page.locator("#punkt-spor").count()).isEqualTo(1);
        for (String place : List.of("/om", "/tekst", "/sjekk", "/kast", "?utkast", "?utkast&sprak=nn")) {
            page.navigate(path + place);
            window.look(path + place);
        }
        page.navigate(path + "/tekst");
        page.locator("#tekst").fill("title: {nb: Tom}\nminuttes: 3\n");
        page.locator("main form .ds-button").click();
        page.locator(".ds-error-summary").waitFor();
        window.expect(422);
        window.look("a text with a mistake");
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_LIGHT", "DESKTOP_DARK"})
    void a_round_is_made_and_run_with_clean_pages(Screen screen) {
        try (Window window = screen.open(app)) {
            running(window);
        }
    }

    private static void running(Window window) {
        Page page = window.signedIn("prosjektleder").page;
        page.navigate("/undersokelser");
        window.look("surveys");
        page.navigate("/undersokelser/ny");
        window.look("a new round");
        page.locator(".round-form .actions .ds-button").click();
        page.locator(".ds-error-summary").waitFor();
        window.expect(422);
        window.look("a new round with mistakes");
        page.locator("#skjema").selectOption("praksis-og-behov");
        page.locator("#navn").fill("Prøverunden");
        page.locator("[name='sted'][value='no.sundvik_sykehus_hf.elvetun']").check();
        page.locator("#anonym-ja").check();
        page.locator("#apner").fill(LocalDate.now(app.clock()).toString());
        page.locator(".round-form .actions .ds-button").click();
        page.locator(".round .next-step").waitFor();
        window.look("a draft");
        String round = URI.create(page.url()).getPath();
        page.locator(".next-step .ds-button").click();
        window.look("who gets what");
        page.locator("form[action$='/apne'] .ds-button").first().click();
        page.locator("main [role=status]").first().waitFor();
        window.look("an open round");
        for (String more : List.of("/epost", "/adresser", "/datoer", "/invitasjoner", "/ark")) {
            page.navigate(round + more);
            window.look(more);
        }
        page.locator("#antall").fill("3");
        page.locator("form[action$='/ark'] .ds-button").click();
        page.locator(".slip").first().waitFor();
        window.look("slips");
        page.navigate(round + "/adresser");
        page.locator("#liste").fill("e-post;enhet\nfeil;Elvetun døgnenhet");
        page.locator("main form .ds-button").click();
        page.locator(".ds-error-summary").waitFor();
        window.expect(422);
        window.look("a list with mistakes");
        page.locator("#liste").fill("e-post;enhet\na" + System.nanoTime() + "@x.invalid;Elvetun døgnenhet");
        page.locator("main form .ds-button").click();
        page.locator("form[action*='/adresser/']").waitFor();
        window.look("what a list comes to");
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_DARK", "DESKTOP_LIGHT"})
    void a_questionnaire_goes_out_as_fhir_and_comes_in(Screen screen) {
        try (Window window = screen.open(app)) {
            fhir(window, screen.phone() ? "fhir-a" : "fhir-b");
        }
    }

    private static void fhir(Window window, String slug) {
        Page page = window.signedIn("fagredaktor").page;
        for (String known : List.of("eksempel-vilkar-i-vilkar", "eksempel-tall")) {
            page.navigate("/skjemaer/" + known + "/fhir/innhold");
            window.look("out as FHIR: " + known);
        }
        page.navigate("/skjemaer/importer");
        window.look("in from FHIR");
        page.locator("#tekst").fill("<Questionnaire/>");
        page.locator("main form .ds-button").click();
        page.locator(".ds-error-summary").waitFor();
        window.expect(422);
        window.look("in from FHIR, refused");
        page.locator("#tekst").fill("""
                        {"resourceType": "Questionnaire", "status": "draft", "id": "eksempel-tall", "title": "Til prøve", "item": [
                          {"linkId": "1.1", "type": "boolean", "text": "Har du prøvd?", "code": [{"code": "X"}]},
                          {"linkId": "dato", "type": "date", "text": "Når?"},
                          {"linkId": "a", "type": "string", "text": "Hva?", "maxLength": 200}]}
                        """);
        page.locator("main form .ds-button").click();
        page.locator(".fhir-report").first().waitFor();
        assertThat(page.locator("[data-outcome=left_out]").count()).isEqualTo(1);
        window.look("the report of what comes along");
        page.locator("main form .ds-button").click();
        page.locator(".ds-error-summary").waitFor();
        window.expect(422);
        window.look("the draft's name is taken");
        page.locator("#adresse").fill(slug);
        page.locator("main form .ds-button").click();
        page.waitForURL("**/skjemaer/" + slug + "/rediger");
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_DARK", "DESKTOP_LIGHT", "DESKTOP_DARK", "NARROW_LIGHT"})
    void results_and_their_report_are_clean_in_both_schemes(Screen screen) {
        ResultWorld world = new ResultWorld(app);
        RoundId round = world.finished("Høsten 2026", ResultWorld.FORM, "no");
        world.asked(round, ResultWorld.ELVETUN, StaffGroup.MILIEU, 40, 26);
        world.asked(round, ResultWorld.ELVETUN, StaffGroup.LEADER, 3, 3);
        world.counted(round, "country", "", "all", "", 26, ResultWorld.everything(26));
        world.counted(round, "country", "", "staff-group", "miljopersonell", 23, ResultWorld.everything(23));
        world.wrote(round, "forslag", "en", "to", "tre", "fire", "fem");
        RoundId before = world.finished("Våren 2026", ResultWorld.FORM, "no");
        world.counted(before, "country", "", "all", "", 30, ResultWorld.everything(30));
        String results = "/undersokelser/" + round.value() + "/resultater";
        try (Window window = screen.open(app)) {
            Page page = window.signedIn("prosjektleder").page;
            page.navigate("/resultater");
            window.look("list of results");
            page.navigate(results);
            window.look("results");
            page.navigate(results + "?tema=alle&sorter=svakest&mot=" + before.value());
            page.locator("details").all().forEach(each -> each.evaluate("it => it.open = true"));
            window.look("results beside another round, the weakest first");
            assertThat(page.locator(".matrix-theirs").count()).isPositive();
            page.navigate(results + "?tema=alle&del=stillingsgruppe");
            page.locator("details").all().forEach(each -> each.evaluate("it => it.open = true"));
            window.look("results divided, with all tables open");
            assertThat(page.locator(".chart__few").count()).isPositive();
            page.navigate(results + "/rapport");
            window.look("report");
            page.navigate("/logg-inn");
            window.signedIn("enhetsleder").page.navigate(results);
            window.look("too few");
            assertThat(page.locator(".empty").innerText()).containsIgnoringCase("kan ikke vises");
        }
    }
}
