package no.samtidig.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.samtidig.App;
import no.samtidig.RenewedApp;
import no.samtidig.development.DemoWorld;
import no.samtidig.survey.RoundPost;
import no.samtidig.survey.disclosure.Releasing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A round from beginning to end as people meet it: the project lead makes it and invites the demo world, eight answer on phones from the
 * mail in the demo's mailbox, the round is closed, and each role sees what it may.
 */
@Tag("browser")
@Tag("survey")
@RenewedApp
class SurveyInBrowserTest {
    private static final App app = App.shared();

    @Test
    void a_round_is_made_answered_by_eight_on_phones_closed_and_read_by_each_role_in_its_scope() {
        String round;
        try (Window window = Screen.DESKTOP_LIGHT.open(app)) {
            round = invites(window.signedIn("prosjektleder").page);
            window.quiet("inviting");
        }
        RoundPost.write(app);
        List<String> links = mailbox();
        assertThat(links).hasSizeGreaterThan(12);
        for (int i = 0; i < 8; i++) {
            answers(links.get(i), i);
        }
        app.bean(Releasing.class).release();
        try (Window window = Screen.DESKTOP_LIGHT.open(app)) {
            Page page = window.signedIn("prosjektleder").page;
            page.navigate(round);
            page.locator("form[action$='/lukk']").evaluate("it => it.closest('details').open = true");
            page.locator("form[action$='/lukk'] button").click();
            page.locator("main [role=status]").first().waitFor();
            app.bean(Releasing.class).release();
            page.navigate(round + "/resultater");
            assertThat(page.locator(".results__rate").innerText()).contains("8 av");
            assertThat(page.locator(".matrix__row").count()).isGreaterThan(5);
        }
        try (Window window = Screen.PHONE_LIGHT.open(app)) {
            Page page = window.signedIn("regional-kontakt").page;
            page.navigate(round + "/resultater");
            assertThat(page.locator(".results__rate").innerText()).contains("8 av");
            assertThat(page.navigate(round + "/resultater?sted=country").status())
                    .isEqualTo(404);
            assertThat(page.navigate(round + "/resultater?sted=rvts/rvts_vest").status())
                    .isEqualTo(404);
        }
        leaderOfFour(round);
    }

    /** Makes a round of the first survey for RVTS Midt, and lets the invitations go. */
    private static String invites(Page page) {
        page.navigate("/undersokelser/ny");
        page.locator("#skjema").selectOption("praksis-og-behov");
        page.locator("#navn").fill("Høsten 2026");
        page.locator("#sted-rvts_midt").check();
        page.locator("#anonym-ja").check();
        page.locator("#apner").fill(LocalDate.now(app.clock()).toString());
        page.locator(".round-form .actions .ds-button").click();
        page.locator(".round .next-step").waitFor();
        String round = URI.create(page.url()).getPath();
        page.locator(".next-step .ds-button").click();
        page.locator("form[action$='/apne'] .ds-button").first().click();
        page.locator("main [role=status]").first().waitFor();
        return round;
    }

    /** The links in the mail that the demo's mailbox shows, of those who work where enough do. */
    private static List<String> mailbox() {
        try (Window window = Screen.DESKTOP_LIGHT.open(app)) {
            Page page = window.page;
            page.navigate("/dev/post");
            List<String> links = new ArrayList<>();
            for (Locator mail : page.locator(".mail").all()) {
                if (mail.locator(".mail__to").innerText().endsWith("@sundvik.invalid")) {
                    links.add(String.valueOf(
                            mail.locator("a[href*='/svar/']").first().getAttribute("href")));
                }
            }
            for (Locator mail : page.locator(".mail").all()) {
                if (!mail.locator(".mail__to").innerText().endsWith("@sundvik.invalid")
                        && mail.locator("a[href*='/svar/']").count() > 0) {
                    links.add(String.valueOf(
                            mail.locator("a[href*='/svar/']").first().getAttribute("href")));
                }
            }
            return links;
        }
    }

    /** Answers on a phone: something on each page, and whatever came up. */
    private static void answers(String link, int who) {
        try (Window window = Screen.PHONE_DARK.open(app)) {
            Page page = window.page;
            page.navigate(URI.create(link).getPath());
            page.locator("button[name=gjor][value=neste].ds-button").click();
            for (int i = 0; i < 20; i++) {
                page.locator(".respond__path, #svar").first().waitFor();
                if (page.locator("button[name=gjor][value=send]").count() > 0) {
                    break;
                }
                String heading = page.locator("h1").innerText();
                choose(page, who);
                page.locator("button[name=gjor][value=neste].ds-button").click();
                await().until(() -> !page.locator("h1").innerText().equals(heading));
            }
            page.locator("button[name=gjor][value=send]").click();
            page.waitForURL("**/svar/takk");
            assertThat(page.content()).doesNotContain(link.replaceAll(".*/", ""));
            page.navigate(URI.create(link).getPath());
            assertThat(page.locator("#svar-skjema").count()).isZero();
        }
    }

    /** Two do it as people do, one choice after the other; the others in one go, which leads to the same and takes a tenth of the time. */
    private static void choose(Page page, int who) {
        if (who >= 2) {
            page.evaluate("""
                    (who) => [...document.querySelectorAll('fieldset')].filter((it) => !it.querySelector('fieldset')).forEach((it) => {
                        const choices = [...it.querySelectorAll('input[type=radio], input[type=checkbox]')].filter((one) => one.checkVisibility());
                        const one = choices[who % Math.min(3, choices.length)];
                        if (one && !one.checked) one.click();
                    })
                    """, who);
            return;
        }
        for (Locator group : page.locator("fieldset").all()) {
            Locator choices = group.locator("input[type=radio]:visible, input[type=checkbox]:visible");
            if (choices.count() > 0 && group.locator("fieldset").count() == 0) {
                choices.nth(who % Math.min(3, choices.count())).check();
            }
        }
    }

    private static void leaderOfFour(String round) {
        try (Window window = Screen.PHONE_DARK.open(app)) {
            Page page = window.page;
            page.navigate("/logg-inn");
            page.locator("#e-post").fill("eli.marie.havnvik@almenes.invalid");
            page.locator("#passord").fill(DemoWorld.PASSWORD);
            page.locator("form[action='/logg-inn'] .ds-button").first().click();
            page.waitForURL(it -> !it.endsWith("/logg-inn"));
            page.navigate(round + "/resultater");
            assertThat(page.locator("main").innerText())
                    .containsIgnoringCase("kan ikke vises")
                    .contains("fem");
            assertThat(page.locator("main svg.chart").count()).isZero();
            assertThat(page.navigate(round + "/resultater?sted=country").status())
                    .isEqualTo(404);
            assertThat(page.navigate(round).status()).isEqualTo(404);
        }
    }
}
