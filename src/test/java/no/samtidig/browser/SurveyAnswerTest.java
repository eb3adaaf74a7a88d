package no.samtidig.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.samtidig.App;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.platform.Language;
import no.samtidig.survey.Respondents;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answering a survey in a real browser on a phone: what the script adds, and what the device keeps. */
@Tag("browser")
@Tag("survey")
@RenewedApp
@Proves(Promise.FOR_ALL)
class SurveyAnswerTest {
    private static final String NEXT = "main button.ds-button[value=neste]";

    private static final App app = App.shared();
    private final List<String> complaints = new ArrayList<>();

    /** A phone whose owner has said that it is theirs, or a device that others use too. */
    private static BrowserContext device(boolean own) {
        BrowserContext context = Chromium.BROWSER.newContext(new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("nb-NO")
                .setBaseURL(app.address()));
        context.addCookies(List.of(new Cookie("enhet", own ? "egen" : "delt").setUrl(app.address())));
        return context;
    }

    private Page page(BrowserContext context) {
        Page page = context.newPage();
        page.onConsoleMessage(it -> {
            if (it.type().equals("error") || it.type().equals("warning")) {
                complaints.add(it.text() + " " + it.location());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private void look(Page page, String state) {
        Window.look(page, state);
        assertThat(complaints).as("console on " + state).isEmpty();
    }

    private static void heading(Page page, String text) {
        assertThat(page.locator("h1")).hasText(text);
    }

    @Test
    void every_page_holds_and_questions_come_and_go_as_one_answers() {
        Respondents round = Respondents.to(app, "alt");
        try (BrowserContext phone = device(true)) {
            Page page = page(phone);
            page.navigate("/svar");
            look(page, "code");
            page.navigate("/svar/om");
            look(page, "about");
            page.navigate("/svar/" + round.code(Optional.empty(), Language.NB, Optional.empty()));
            look(page, "start");
            page.locator(NEXT).click();
            heading(page, "Valg");
            assertThat(page.locator("h1")).isFocused();
            look(page, "choices");

            assertThat(page.locator("#svar-hvilket")).isHidden();
            page.locator("input[value=annet]").check();
            assertThat(page.locator("#svar-hvilket")).isVisible();
            page.locator("input[value=sykepleier]").check();
            assertThat(page.locator("#svar-hvilket")).isHidden();
            page.locator("input[value=tid]").check();
            page.locator("input[value=ingen]").check();
            assertThat(page.locator("input[value=tid]")).not().isChecked();
            page.locator("input[value=rom]").check();
            assertThat(page.locator("input[value=ingen]")).not().isChecked();
            page.locator(NEXT).click();
            heading(page, "Skalaer");
            look(page, "scales");
            page.locator(NEXT).click();
            heading(page, "Med egne ord");
            look(page, "words");
            page.locator("textarea").fill("x".repeat(290));
            assertThat(page.locator("#svar-forslag-room")).hasText("10 tegn igjen");
            page.locator(NEXT).click();
            heading(page, "Klar til å sende");
            look(page, "before sending");
            page.locator("button[value=send]").click();
            page.waitForURL("**/svar/takk");
            heading(page, "Takk, svarene er sendt");
            look(page, "receipt");

            assertThat(round.sent()).hasSize(1);
            assertThat(round.sent().getFirst().values())
                    .as("an untouched slider is no answer")
                    .containsOnlyKeys("yrke", "hindre", "forslag");
        }
    }

    @Test
    void a_slider_and_its_number_are_one() {
        Respondents round = Respondents.to(app, "alt");
        try (BrowserContext phone = device(true)) {
            Page page = page(phone);
            page.navigate("/svar/" + round.code());
            page.locator(NEXT).click();
            page.locator("input[value=sykepleier]").check();
            page.locator(NEXT).click();
            heading(page, "Skalaer");
            assertThat(page.locator(".slider__range")).hasAttribute("aria-valuetext", "Ikke besvart");
            page.locator(".slider__range").press("ArrowRight");
            assertThat(page.locator("[name='svar.tro']")).hasValue("6");
            page.locator("[name='svar.tro']").fill("9");
            assertThat(page.locator(".slider__range")).hasValue("9");
            page.locator("[name='svar.tro']").fill("");
            assertThat(page.locator(".slider__range")).hasAttribute("aria-valuetext", "Ikke besvart");
        }
    }

    @Test
    void on_ones_own_device_one_goes_on_where_one_left_off_after_closing_everything_and_nothing_is_left_when_sent() {
        Respondents round = Respondents.to(app, "alt");
        String path = "/svar/" + round.code();
        try (BrowserContext phone = device(true)) {
            Page first = page(phone);
            first.navigate(path);
            first.locator(NEXT).click();
            first.locator("input[value=sykepleier]").check();
            first.locator(NEXT).click();
            first.locator("[name='svar.ofte'][value='3']").check();
            assertThat(first.locator(".respond__save")).hasText("Lagret i denne nettleseren");
            first.close();

            Page again = page(phone);
            again.navigate(path);
            again.getByText("Fortsett", new Page.GetByTextOptions().setExact(true))
                    .click();
            heading(again, "Skalaer");
            assertThat(again.locator("[name='svar.ofte'][value='3']")).isChecked();
            look(again, "gone on");
            again.goBack();
            heading(again, "Alt på en gang");
            again.goForward();
            heading(again, "Skalaer");
            assertThat(again.locator("[name='svar.ofte'][value='3']")).isChecked();
            assertThat(again.evaluate("Object.keys(localStorage).filter(it => it.startsWith('samtidig-survey'))"
                            + ".some(it => it.includes(location.pathname.split('/')[2]))"))
                    .as("the code is not kept")
                    .isEqualTo(false);
            again.locator(NEXT).click();
            heading(again, "Med egne ord");
            again.locator(NEXT).click();
            heading(again, "Klar til å sende");
            again.locator("button[value=send]").click();
            again.waitForURL("**/svar/takk");
            assertThat(again.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))"
                            + ".filter(it => it.startsWith('samtidig-survey')).length"))
                    .isEqualTo(0);
            assertThat(round.sent().getFirst().values()).containsOnlyKeys("yrke", "ofte");
        }
    }

    @Test
    void on_a_shared_device_answers_outlive_a_reload_and_not_the_tab() {
        Respondents round = Respondents.to(app, "alt");
        String path = "/svar/" + round.code();
        try (BrowserContext shared = device(false)) {
            Page first = page(shared);
            first.navigate(path);
            first.locator(NEXT).click();
            first.locator("input[value=sykepleier]").check();
            assertThat(first.locator(".respond__save")).hasText("Lagret til du lukker fanen");
            first.reload();
            assertThat(first.locator("[data-resume]")).isVisible();
            assertThat(first.evaluate("localStorage.length")).isEqualTo(0);
            first.close();

            Page again = page(shared);
            again.navigate(path);
            heading(again, "Alt på en gang");
            assertThat(again.locator("[data-resume]")).isHidden();
        }
    }

    @Test
    void without_network_nothing_is_lost_and_one_tries_again() {
        Respondents round = Respondents.to(app, "alt");
        try (BrowserContext phone = device(true)) {
            Page page = phone.newPage();
            page.navigate("/svar/" + round.code());
            page.locator(NEXT).click();
            page.locator("input[value=sykepleier]").check();
            page.locator(NEXT).click();
            heading(page, "Skalaer");
            page.locator(NEXT).click();
            heading(page, "Med egne ord");
            page.locator(NEXT).click();
            heading(page, "Klar til å sende");
            phone.setOffline(true);
            page.locator("button[value=send]").click();
            assertThat(page.locator(".respond__save")).hasText("Ikke sendt (prøv igjen)");
            assertThat(round.sent()).isEmpty();
            phone.setOffline(false);
            page.locator("button[value=send]").click();
            page.waitForURL("**/svar/takk");
            assertThat(round.sent()).hasSize(1);
        }
    }

    @Test
    void it_can_be_done_with_the_keyboard_alone() {
        Respondents round = Respondents.to(app, "eksempel-glidebryter");
        try (BrowserContext desk = device(true)) {
            Page page = page(desk);
            page.navigate("/svar/" + round.code());
            tabTo(page, "Begynn");
            page.keyboard().press("Enter");
            assertThat(page.locator(".slider__range").first()).isVisible();
            page.keyboard().press("Tab");
            while (!"range".equals(page.evaluate("document.activeElement.type"))) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("ArrowRight");
            tabTo(page, "Neste");
            page.keyboard().press("Enter");
            while (page.locator("button[value=send]").count() == 0) {
                page.waitForTimeout(50);
            }
            tabTo(page, "Send svarene");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/svar/takk"));
            assertThat(round.sent()).hasSize(1);
        }
    }

    private static void tabTo(Page page, String button) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (button.equals(String.valueOf(page.evaluate("document.activeElement.textContent"))
                    .strip())) {
                return;
            }
        }
        throw new AssertionError("no " + button + " with the keyboard");
    }
}
