package no.samtidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import no.samtidig.App;
import no.samtidig.RenewedApp;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Administration in a real browser: clean under axe on phone and desktop, and all of it by keyboard. */
@Tag("browser")
@Tag("administration")
@RenewedApp
class AdministrationInBrowserTest {
    private static final App app = App.shared();

    @ParameterizedTest
    @EnumSource(names = {"PHONE_LIGHT", "PHONE_DARK", "DESKTOP_LIGHT", "NARROW_LIGHT"})
    void the_pages_are_clean(Screen screen) {
        try (Window window = screen.open(app)) {
            Page page = window.signedIn("administrator").page;
            for (String path : List.of(
                    "/forvaltning",
                    "/forvaltning/personer",
                    "/forvaltning/personer?q=finnes+ikke",
                    "/forvaltning/personer?status=invitert",
                    "/forvaltning/roller",
                    "/forvaltning/epost",
                    "/forvaltning/jobber",
                    "/forvaltning/logg",
                    "/forvaltning/tilstand")) {
                page.navigate(path);
                window.look(path);
            }
            page.navigate("/forvaltning/personer?q=maren");
            page.locator("tbody a").first().click();
            window.look("a person");
            page.locator("main a[href$=avslutt]").first().click();
            window.look("before a role is ended");
            page.navigate("/forvaltning/logg?fra=2026-02-02&til=2026-02-01");
            window.expect(422);
            window.look("days in the wrong order");
        }
    }

    @Test
    void a_person_is_found_and_a_role_ended_by_keyboard_alone() {
        try (Window window = Screen.DESKTOP_LIGHT.open(app)) {
            Page page = window.signedIn("administrator").page;
            page.navigate("/forvaltning/personer");
            page.locator("#personer-q").focus();
            page.keyboard().type("tomasz");
            page.keyboard().press("Enter");
            page.waitForURL("**/personer?*q=tomasz*");
            tabTo(page, "tbody a");
            page.keyboard().press("Enter");
            page.locator("#roller").waitFor();
            tabTo(page, "main a[href$=avslutt]");
            page.keyboard().press("Enter");
            page.locator(".confirm").waitFor();
            tabTo(page, ".confirm button");
            page.keyboard().press("Enter");
            page.locator("main .ds-alert[role=status]").waitFor();
            assertThat(page.locator("main").innerText()).contains("Rollen er avsluttet");
        }
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 120; i++) {
            if ((Boolean) page.evaluate("it => document.activeElement.matches(it)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no way by keyboard to " + selector);
    }
}
