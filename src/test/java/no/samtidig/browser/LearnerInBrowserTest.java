package no.samtidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.Duration;
import java.util.List;
import no.samtidig.App;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.platform.Language;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Learning in a real browser, with axe on every page and state reached; any console error fails. */
@Tag("browser")
@Tag("learning")
@RenewedApp
@Proves(Promise.FOR_ALL)
class LearnerInBrowserTest {
    private static final App app = App.shared();

    @ParameterizedTest
    @EnumSource(names = {"PHONE_LIGHT", "DESKTOP_DARK"})
    void a_learner_goes_from_landing_to_done(Screen screen) {
        try (Window window = screen.open(app)) {
            boolean phone = screen.phone();
            journey(window, phone ? "miljoterapeut" : "behandler", phone ? 9 : 3);
        }
    }

    /** Does everything in the first so many lessons and looks at each step; the others are finished without being read. */
    private static void journey(Window window, String role, int read) {
        Page page = window.page;
        page.navigate("/");
        window.look("landing");
        page.locator(".hero .ds-button").first().click();
        window.look("sign-in");
        page.locator("button[name=rolle][value=" + role + "]").click();
        page.waitForURL("**/min-side");
        window.look("own page, empty");
        page.navigate("/moduler");
        window.look("modules");
        page.locator(".module-card__link").first().click();
        window.look("module");
        assertThat(page.locator("main .path__link").count()).isEqualTo(11);
        for (int i = 0; i < read; i++) {
            page.navigate("/moduler/grunnmodul");
            page.locator("main .path__link").nth(i).click();
            window.look("lesson " + i);
            page.locator(".page-head .actions a").first().click();
            while (page.locator(".step-nav").count() > 0) {
                window.look("step");
                boolean answered = answerSome(page);
                if (i < 2) {
                    answered |= writeNotes(page); // each waits a second for the script to save it
                }
                if (answered) { // else it was looked at just now
                    window.look("step, answered");
                }
                String before = page.url();
                page.locator(".step-nav__next").click();
                page.waitForURL(url -> !url.equals(before));
            }
            assertThat(page.locator("main").innerText()).contains("Leksjonen er fullført.");
            window.look("lesson completed");
        }
        app.bean(KnowledgeModules.class).module("grunnmodul").orElseThrow().lessons(Language.NB).stream()
                .skip(read)
                .forEach(window::finish);
        page.navigate("/min-side");
        assertThat(page.locator("main").innerText()).contains("Du har fullført alt som finnes nå");
        window.look("own page, full");
    }

    @Test
    void a_question_can_be_tried_again_and_again() {
        try (Window window = Screen.PHONE_LIGHT.open(app).signedIn("prosjektleder")) {
            Page page = window.page;
            page.navigate("/moduler/grunnmodul/hvorfor-samtidig/to-koer");
            String question = "#" + ids(page, "section.quiz").getFirst();
            for (int attempt = 0; attempt < 3; attempt++) {
                page.locator(question + " .choice input").first().check();
                page.locator(question + " form .ds-button").click();
                page.locator(question + " .verdict").waitFor();
                page.waitForURL(url -> !url.contains("igjen")); // what is shown is what the address says
                page.locator(question + " a[href*=igjen]").click();
                page.locator(question + " form").waitFor();
            }
        }
    }

    @Test
    void a_note_written_without_network_arrives_when_the_network_is_back() {
        try (Window window = Screen.PHONE_DARK.open(app).signedIn("kursholder")) {
            Page page = window.page;
            page.navigate("/moduler/grunnmodul/hvorfor-samtidig/et-oyeblikk");
            window.context.setOffline(true);
            page.locator("form.reflection textarea").fill("Skrevet i kjelleren.");
            page.locator(".save-line[data-state=local]").waitFor();
            assertThat(page.locator(".save-line").innerText()).contains("Lagret i denne nettleseren");
            window.context.setOffline(false);
            page.locator(".save-line[data-state=saved]").waitFor();
            page.navigate("/min-side/refleksjoner");
            assertThat(page.locator("main").innerText()).contains("Skrevet i kjelleren.");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_DARK", "DESKTOP_LIGHT"})
    void the_daily_exercise_is_clean_from_the_first_question_to_the_end(Screen screen) {
        try (Window window = screen.open(app)) {
            exercise(window, screen.phone() ? "erfaringskonsulent" : "kursholder");
        }
    }

    private static void exercise(Window window, String role) {
        Page page = window.signedIn(role).page;
        page.navigate("/min-side/ovelse");
        window.look("exercise, nothing met");
        page.navigate("/moduler/grunnmodul/hvorfor-samtidig/to-koer");
        answerSome(page);
        page.navigate("/moduler/grunnmodul/hvorfor-samtidig/tre-mater");
        answerSome(page);
        page.navigate("/moduler/grunnmodul/hvorfor-samtidig/hva-vi-vet");
        answerSome(page);
        page.navigate("/min-side/ovelse");
        window.look("exercise, nothing due");
        app.clock().forward(Duration.ofDays(3));
        window.signedIn(role);
        window.look("own page, exercise due");
        page.locator(".exercise-card .ds-button[href='/min-side/ovelse']").click();
        page.waitForURL("**/min-side/ovelse");
        int asked = 0;
        while (page.locator("form[action$='/svar']").count() > 0) {
            window.look("exercise, question");
            String question = "#" + ids(page, "section.quiz, section.duty").getFirst();
            if (page.locator(question + " select").count() > 0) {
                for (Locator select : page.locator(question + " select").all()) {
                    select.selectOption("0");
                }
            } else {
                page.locator(question + " .choice input").first().check();
            }
            page.locator(question + " form .actions .ds-button").nth(asked % 2).click();
            page.locator(question + " .verdict").waitFor();
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("verdict");
            window.look("exercise, answered");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(
                            page.evaluate(
                                    "Math.min(0, ...[...document.querySelectorAll('.answer[data-chosen]')].map(it => it.offsetLeft - it.parentElement.offsetLeft))"))
                    .as("a chosen answer keeps within the page on paper")
                    .isEqualTo(0);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.locator(question + " > .actions .ds-button").click();
            page.waitForURL("**/min-side/ovelse");
            asked++;
        }
        assertThat(asked).isEqualTo(3);
        assertThat(page.locator("h1").innerText()).isEqualTo("Ferdig for i dag");
        page.locator("section.try form .ds-button").click();
        page.locator("section.try .verdict").waitFor();
        page.locator(".exercise__about summary").last().click();
        window.look("exercise, done");
        page.locator("button[name=pa]").click();
        page.locator("button[name=pa][value=true]").waitFor();
        window.look("exercise, off");
    }

    /** Answers what the page asks; false where it asks nothing. */
    private static boolean answerSome(Page page) {
        List<String> questions = ids(page, "section.quiz, section.duty");
        List<String> cases = ids(page, "section.case");
        List<String> more = ids(page, "section.try, section.team");
        for (String id : questions) {
            String block = "#" + id;
            if (page.locator(block + " select").count() > 0) {
                for (int i = 0; i < page.locator(block + " select").count(); i++) {
                    page.locator(block + " select").nth(i).selectOption(String.valueOf(i));
                }
            } else if (page.locator(block + " .order").count() > 0) {
                String before = page.locator(block + " .order").innerText();
                page.locator(block + " .move:not([disabled])").first().click();
                page.waitForFunction(
                        "([block, before]) => document.querySelector(block + ' .order').innerText !== before",
                        List.of(block, before));
            } else {
                page.locator(block + " .choice input").first().check();
            }
            page.locator(block + " form .actions .ds-button").click();
            page.locator(block + " .verdict").waitFor();
        }
        for (String id : cases) {
            while (page.locator("#" + id + " .case__choices").count() > 0) {
                int taken = page.locator("#" + id + " .case__trail > li").count();
                page.locator("#" + id + " .case__choice").first().click();
                page.waitForFunction(
                        "([id, taken]) => document.querySelectorAll('#' + id + ' .case__trail > li').length > taken",
                        List.of(id, taken));
            }
        }
        for (String id : more) {
            page.locator("#" + id + " form .ds-button").first().click();
            page.locator("#" + id + " .verdict").waitFor();
        }
        return !questions.isEmpty() || !cases.isEmpty() || !more.isEmpty();
    }

    private static boolean writeNotes(Page page) {
        List<String> notes = ids(page, "form.reflection");
        for (String id : notes) {
            page.locator("#" + id + " textarea").fill("Jeg spør i kveld.");
            page.locator("#" + id + " .save-line[data-state=saved]").waitFor();
        }
        return !notes.isEmpty();
    }

    private static List<String> ids(Page page, String selector) {
        return ((List<?>) page.locator(selector).evaluateAll("all => all.map(it => it.id)"))
                .stream().map(String::valueOf).toList();
    }
}
