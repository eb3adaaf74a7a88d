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

/** The region's pages in a real browser: clean under axe on phone and desktop, and a unit is moved by keyboard. */
@Tag("browser")
@Tag("improvement")
@RenewedApp
class PipelineInBrowserTest {
    private static final App app = App.shared();

    private static String card() {
        return "/regionen/enheter/"
                + app.asOwner()
                        .sql(
                                "select id from improvement.journey where unit = 'no.almenes_kommune.havnesund_ettervern' limit 1")
                        .query(String.class)
                        .single();
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_LIGHT", "PHONE_DARK", "DESKTOP_LIGHT"})
    void the_pages_are_clean(Screen screen) {
        try (Window window = screen.open(app)) {
            Page page = window.signedIn("regional-kontakt").page;
            for (String path : List.of(
                    "/regionen",
                    "/regionen/enheter",
                    "/regionen/enheter?venter=uten-steg",
                    "/regionen/nye",
                    "/regionen/nye/liste",
                    "/regionen/dekning",
                    "/regionen/tall",
                    card(),
                    card() + "/flytt",
                    card() + "/flytt?til=stopped",
                    card() + "/vent",
                    card() + "/veileder")) {
                page.navigate(path);
                window.look(path);
            }
        }
    }

    @Test
    void a_unit_is_moved_by_keyboard_alone() {
        try (Window window = Screen.DESKTOP_LIGHT.open(app)) {
            Page page = window.signedIn("regional-kontakt").page;
            page.navigate("/regionen");
            tabTo(page, ".unit-card:has(a[href='" + card() + "']) .unit-card__move");
            page.keyboard().press("Enter");
            page.waitForURL("**/flytt");
            tabTo(page, "input[name=til]");
            page.keyboard().press("Space");
            tabTo(page, "main .form button");
            page.keyboard().press("Enter");
            page.waitForURL("**/flytt?til=*");
            tabTo(page, "main .form button");
            page.keyboard().press("Enter");
            page.locator("main .ds-alert[role=status]").waitFor();
            assertThat(page.locator("main").innerText()).contains("Enheten er flyttet.");
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
