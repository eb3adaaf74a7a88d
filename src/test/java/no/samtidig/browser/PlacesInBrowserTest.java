package no.samtidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import no.samtidig.App;
import no.samtidig.RenewedApp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of places in a real browser, with axe on every state, by keyboard, and on a narrow phone. */
@Tag("browser")
@Tag("administration")
@RenewedApp(eachTest = true)
class PlacesInBrowserTest {
    private static final String STEDER = "/forvaltning/steder";
    private static final String ELVETUN = STEDER + "/no.sundvik_sykehus_hf.elvetun";

    private static final App app = App.shared();

    @ParameterizedTest
    @EnumSource(names = {"PHONE_DARK", "DESKTOP_LIGHT"})
    void places_are_found_made_changed_moved_and_closed(Screen screen) {
        try (Window window = screen.open(app)) {
            Page page = window.signedIn("administrator").page;
            page.navigate("/forvaltning");
            window.look("the first page");
            page.navigate(STEDER);
            window.look("units");
            page.locator("#steder-q").fill("finnes ikke");
            page.locator("#steder-q").press("Enter");
            page.waitForURL("**q=finnes**");
            window.look("nothing found");
            page.navigate(STEDER + "/eiere?slag=municipality&side=2");
            window.look("owners, the second page");
            page.navigate(STEDER + "/ny-enhet");
            window.look("a new unit");
            page.locator("#navn").fill("www.ond.no");
            page.locator("#fylke").selectOption("50");
            page.locator("#eier").selectOption("no.almenes_kommune");
            page.locator("input[name=niva]").first().check();
            page.locator("main form .ds-button").last().click();
            page.locator(".ds-error-summary").waitFor();
            window.expect(422);
            window.look("a new unit, refused");
            page.locator("#navn").fill("Havnesund post 2");
            page.locator("main form .ds-button").last().click();
            page.locator("main [role=status]").waitFor();
            window.look("a unit without a leader");
            page.navigate(STEDER + "/ny-eier");
            window.look("a new owner");
            page.navigate(ELVETUN);
            window.look("a unit");
            page.navigate(STEDER + "/no.sundvik_sykehus_hf");
            window.look("an owner");
            page.navigate(STEDER + "/no.finnes_ikke");
            window.expect(404);
            for (String step :
                    new String[] {"/endre-enhet", "/flytt", "/flytt?til=no.almenes_kommune", "/sla-sammen", "/legg-ned"
                    }) {
                page.navigate(ELVETUN + step);
                window.look(step);
            }
            page.locator("main form button").first().click();
            page.locator("main [role=status]").waitFor();
            window.look("a unit that will close");
            page.navigate(STEDER + "/no.almenes_kommune/legg-ned");
            window.look("closing an owner with units");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_LIGHT", "DESKTOP_DARK"})
    void a_file_is_looked_over_and_taken_in(Screen screen) {
        try (Window window = screen.open(app)) {
            Page page = window.signedIn("administrator").page;
            page.navigate(STEDER + "/importer");
            window.look("choosing a file");
            page.locator("#fil").setInputFiles(file("Navn;Alder\nKari;7\n"));
            page.locator("main form .ds-button").click();
            page.locator(".ds-error-summary").waitFor();
            window.expect(422);
            window.look("a file that cannot be read");
            page.locator("#fil").setInputFiles(file("""
                    Eier;Slag;Enhet;Nivå;Fylke
                    Fjordlia;Privat;Post 1;Spesialist;Oslo
                    Fjordlia;Privat;Post 2;Hvilken?;Oslo
                    Sundvik sykehus HF;;Elvetun døgnenhet;;Vestland
                    """));
            page.locator("main form .ds-button").click();
            page.locator("#feil").waitFor();
            window.look("what the file does");
            page.locator("main form .ds-button").first().click();
            page.locator("main [role=status]").waitFor();
            window.look("taken in");
        }
    }

    private static FilePayload file(String text) {
        return new FilePayload("steder.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_unit_is_given_another_name_by_keyboard_alone() {
        try (Window window = Screen.DESKTOP_LIGHT.open(app)) {
            Page page = window.signedIn("enhetsleder").page;
            page.navigate(ELVETUN + "/endre-enhet");
            page.locator("#navn").focus();
            page.keyboard().press("Control+a");
            page.keyboard().type("Elvetun nord");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.textContent.trim()"))
                    .isEqualTo("Lagre");
            page.keyboard().press("Enter");
            page.locator("main [role=status]").waitFor();
            assertThat(page.locator("h1").textContent()).isEqualTo("Elvetun nord");
        }
    }

    @Test
    void nothing_is_wider_than_a_narrow_phone() {
        try (Window window = Screen.PHONE_LIGHT.open(app)) {
            Page page = window.signedIn("administrator").page;
            page.setViewportSize(320, 640);
            for (String path : new String[] {
                STEDER, STEDER + "/eiere", STEDER + "/ny-enhet", STEDER + "/importer", ELVETUN, ELVETUN + "/legg-ned"
            }) {
                page.navigate(path);
                assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(path)
                        .isEqualTo(true);
            }
        }
    }
}
