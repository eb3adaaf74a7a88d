package no.samtidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import no.samtidig.App;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.access.Role;
import no.samtidig.platform.Menu;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages that need no story, in a real browser: clean under axe, reached by keyboard, light. */
@Tag("browser")
@Tag("platform")
@RenewedApp
@Proves(Promise.FOR_ALL)
class PagesInBrowserTest {
    private static final App app = App.shared();

    @Test
    void other_pages_and_states_are_clean_too() {
        try (Window window = Screen.PHONE_LIGHT.open(app)) {
            Page page = window.page;
            page.navigate("/logg-inn");
            page.locator("#e-post").fill("finnes.ikke@sundvik.invalid");
            page.locator("#passord").fill("feil");
            page.locator("form[action='/logg-inn'] button").click();
            page.locator("[role=alert]").waitFor();
            window.expect(422);
            window.look("sign-in refused");
            page.navigate("/glemt-passord");
            window.look("forgotten");
            page.locator("#e-post").fill("solveig.tangerud@fag.invalid");
            page.locator("main form .ds-button").click();
            page.waitForURL("**/glemt-passord?sendt");
            window.look("forgotten, heard");
            window.signedIn("fagredaktor");
            for (String path : List.of(
                    "/min-side/refleksjoner",
                    "/min-side/mine-data",
                    "/min-side/mine-svar",
                    "/uten-nett",
                    "/min-side/konto",
                    "/min-side/konto/navn",
                    "/min-side/konto/e-post",
                    "/min-side/konto/passord",
                    "/min-side/konto/totrinn",
                    "/min-side/konto/passnokler",
                    "/min-side/konto/bekreft",
                    "/min-side/konto/lukk",
                    "/konto-lukket",
                    "/velkommen",
                    "/dette-ser-lederen",
                    "/kontaktpunkter",
                    "/tillit",
                    "/kursbevis",
                    "/min-side/kursbevis",
                    "/sok",
                    "/sok?q=vold",
                    "/sok?q=vold&type=leksjon&type=pastand",
                    "/sok?q=alkhol",
                    "/sok?q=alkxhxl",
                    "/dev/post",
                    "/moduler/mi",
                    "/redaksjon/dekning",
                    "/moduler/grunnmodul/hjernen-belonning-og-frykt/utskrift")) {
                page.navigate(path);
                window.look(path);
            }
            page.navigate("/");
            page.locator(".more-menu summary").click();
            window.look("menu open");
            page.locator("button[name=sprak][value=nn]").click();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("nn");
            window.look("nynorsk");
            page.navigate("/sok?q=vold");
            window.look("search, nynorsk");
            page.navigate("/sok?q=" + "vold".repeat(60));
            window.expect(422);
            window.look("search, too long");
            page.navigate("/finnes-ikke");
            window.expect(404);
            window.look("not found");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_LIGHT", "DESKTOP_DARK"})
    void the_gallery_of_components_is_clean(Screen screen) {
        try (Window window = screen.open(app)) {
            window.page.navigate("/dev/komponenter");
            assertThat(window.page.locator(".gallery__item").count()).isGreaterThan(10);
            window.look("gallery");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_LIGHT", "DESKTOP_DARK"})
    void the_pages_of_some_roles_are_clean(Screen screen) {
        try (Window window = screen.open(app)) {
            Page page = window.signedIn("enhetsleder").page;
            page.navigate("/enheten/ansatte");
            window.look("the unit");
            page.navigate("/logg-inn");
            window.signedIn("prosjektleder").page.navigate("/redaksjon/dekning");
            window.look("coverage");
            page.locator(".coverage__scroll").focus();
            page.keyboard().press("End");
            assertThat(page.locator("th.coverage__lesson[scope=row]").first().isVisible())
                    .as("the lesson stays in sight")
                    .isTrue();
        }
    }

    @Test
    void the_header_is_one_row_for_every_role_and_width() {
        try (Window window = Screen.DESKTOP_LIGHT.open(app)) {
            Page page = window.page;
            page.navigate("/");
            headerIsOneRow(page, "a visitor");
            for (Role role : Role.values()) {
                page.navigate("/logg-inn");
                window.signedIn(role.code());
                assertThat(page.locator(".site-nav__places > li").count())
                        .as(role.code())
                        .isBetween(2, Menu.MOST);
                headerIsOneRow(page, role.code());
            }
        }
    }

    private static void headerIsOneRow(Page page, String who) {
        for (int width : new int[] {1280, 1000, 999, 700, 360, 320}) {
            page.setViewportSize(width, 800);
            assertThat((Integer) page.evaluate("document.querySelector('.site-header__inner').offsetHeight"))
                    .as("height of the header of %s at %d px", who, width)
                    .isLessThan(80);
            assertThat(page.locator(".site-nav__places").isVisible())
                    .as("places in a row for %s at %d px", who, width)
                    .isEqualTo(width >= 1000);
        }
        page.locator(".more-menu summary").click();
        assertThat(page.locator(".more-menu a[href='/moduler']").isVisible()).isTrue();
        page.keyboard().press("Escape");
        assertThat(page.locator(".more-menu a[href='/moduler']").isVisible()).isFalse();
    }

    @Test
    void a_folded_place_opens_and_closes_and_is_clean() {
        try (Window window = Screen.DESKTOP_LIGHT.open(app)) {
            Page page = window.signedIn("prosjektleder").page;
            page.locator(".place > summary").click();
            assertThat(page.locator(".place a[href='/undersokelser']").isVisible())
                    .isTrue();
            window.look("a place, open");
            page.keyboard().press("Escape");
            assertThat(page.locator(".place a[href='/undersokelser']").isVisible())
                    .isFalse();
            page.locator(".place > summary").click();
            page.locator(".place a[href='/undersokelser']").click();
            page.waitForURL("**/undersokelser");
            assertThat(page.locator(".site-nav [aria-current]").count()).isEqualTo(1);
        }
    }

    @Test
    void the_keyboard_reaches_the_answer_and_the_focus_is_seen() {
        try (Window window = Screen.DESKTOP_LIGHT.open(app)) {
            Page page = window.page;
            page.navigate("/");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("ds-skip-link");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("innhold");
            page.keyboard().press("Tab");
            assertThat(
                            page.evaluate(
                                    "getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).boxShadow"))
                    .asString()
                    .isNotEqualTo("nonenone");
        }
    }

    @Test
    void the_first_view_is_light() {
        try (Window window = Screen.PHONE_LIGHT.open(app)) {
            String reader = window.signedIn("miljoterapeut").context.storageState();
            for (String path : List.of("/", "/logg-inn", "/min-side", "/moduler/grunnmodul/hvorfor-samtidig/to-koer")) {
                BrowserContext fresh = Chromium.BROWSER.newContext(
                        new Browser.NewContextOptions().setStorageState(path.startsWith("/m") ? reader : null));
                Page page = fresh.newPage();
                List<Response> answers = new ArrayList<>();
                page.onResponse(answers::add);
                page.navigate(app.address() + path);
                page.waitForLoadState(LoadState.NETWORKIDLE);
                List<Integer> sizes = answers.stream()
                        .filter(it -> !it.url().contains("/fonts/"))
                        .map(it -> it.request().sizes().responseBodySize)
                        .toList();
                assertThat(sizes.stream().mapToInt(Integer::intValue).sum())
                        .as("bytes of the first view of " + path)
                        .isBetween(5_000, 52 * 1024);
                assertThat(answers.stream()
                                .filter(it -> it.url().contains(".css"))
                                .mapToInt(it -> it.request().sizes().responseBodySize)
                                .sum())
                        .as("bytes of the style sheets of " + path)
                        .isBetween(5_000, 22 * 1024);
                fresh.close();
            }
            window.quiet("the first view");
        }
    }
}
