package no.samtidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.improvement.meeting.ElvetunRound;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The results meeting in a real browser: its screen goes on without network, and a phone that loses it is counted once. */
@Tag("browser")
@Tag("improvement")
@RenewedApp(eachTest = true)
@Proves(Promise.WITHOUT_NETWORK)
class MeetingInBrowserTest {
    private static final App app = App.shared();

    private static List<String> steps(Page page) {
        return page.locator(".stage__step").all().stream()
                .map(it -> it.getAttribute("id"))
                .toList();
    }

    private static void each_step_is_clean(Screen screen, String stage, int steps) {
        try (Window window = screen.open(app)) {
            Page page = window.signedIn("enhetsleder").page;
            page.navigate(stage);
            List<String> all = steps(page);
            assertThat(all).hasSize(steps + 1).endsWith("kjoreplan");
            for (String step : all) {
                page.navigate(stage + "#" + step);
                assertThat(page.locator(".stage__step:visible").count()).isEqualTo(1);
                window.look(step + " " + screen);
            }
        }
    }

    @Test
    void every_step_of_both_meetings_is_clean() {
        Person leader = ElvetunRound.settled(app, 12);
        String hour = ElvetunRound.begun(app, leader, 60);
        each_step_is_clean(Screen.PHONE_DARK, hour, 10);
        each_step_is_clean(Screen.DESKTOP_LIGHT, hour, 10);
        leader.post(hour + "/slutt", "utfall", "abandoned");
        String half = ElvetunRound.begun(app, leader, 30);
        each_step_is_clean(Screen.PHONE_LIGHT, half, 6);
    }

    @Test
    void cards_are_sorted_on_the_screen_where_four_answered() {
        Person leader = ElvetunRound.settled(app, 4);
        String stage = ElvetunRound.begun(app, leader, 30);
        each_step_is_clean(Screen.PHONE_LIGHT, stage, 6);
        assertThat(leader.get(stage).one("#steg-findings").text())
                .contains("Får vi til", "Av og til", "Sjelden", "Legg hvert kort i en av tre bunker.");
        assertThat(leader.get(stage).page().select("#steg-findings .stage__statements li"))
                .hasSize(12);
        assertThat(leader.get(stage + "/manus").text()).contains("de tre bunkene og hvordan kortene sorteres");
    }

    @Test
    void once_opened_the_screen_needs_no_network_and_hands_are_typed_in_afterwards() {
        Person leader = ElvetunRound.settled(app, 12);
        String stage = ElvetunRound.begun(app, leader, 60);
        try (Window window = Screen.DESKTOP_LIGHT.open(app)) {
            Page page = window.signedIn("enhetsleder").page;
            page.navigate(stage);
            page.waitForLoadState();
            window.context.setOffline(true);
            List<String> steps = steps(page);
            for (String step : steps.subList(0, 10)) {
                Locator here = page.locator("#" + step);
                assertThat(here.isVisible()).as(step).isTrue();
                assertThat(here.locator(".stage__say").innerText()).isNotBlank();
                if (!step.equals("steg-end")) {
                    page.keyboard().press("ArrowRight");
                }
            }
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#steg-end").isVisible())
                    .as("the last step")
                    .isTrue();
            page.locator("#steg-end .stage__leave").click();
            Locator plan = page.locator("#kjoreplan");
            assertThat(plan.innerText()).contains("På skjermen", "30–34 min", "Vi tar det på vakt, ikke i plenum.");
            plan.locator("a[href='#steg-vote']").click();
            page.locator("#steg-vote summary").click();
            page.locator("#papir").fill("8");
            page.locator("#papir-mottak").fill("6");
            page.locator("#steg-vote form:has(#papir) button").click();
            assertThat(page.locator(".stage__lost").innerText()).contains("Skriv tallene på et ark");
            assertThat(page.locator("#papir").inputValue())
                    .as("nothing typed is lost")
                    .isEqualTo("8");

            window.context.setOffline(false);
            page.locator("#steg-vote form:has(#papir) button").click();
            page.waitForURL("**#steg-groups");
            assertThat(page.locator("#steg-groups").innerText()).contains("8 stemte.");
        }
    }

    private static int votes() {
        return app.asOwner()
                .sql("select count(*) from improvement.meeting_vote")
                .query(Integer.class)
                .single();
    }

    @Test
    void a_phone_has_three_votes_and_one_that_loses_network_is_counted_once() {
        Person leader = ElvetunRound.settled(app, 12);
        String stage = ElvetunRound.begun(app, leader, 60);
        String code = ElvetunRound.code(leader, stage);
        leader.post(stage + "/stemming", "hva", "apne", "rom", "12");
        try (Window window = Screen.PHONE_LIGHT.open(app)) {
            Page page = window.page;
            page.navigate("/delta/" + code);
            page.locator("main form button").click();
            Locator boxes = page.locator("#stemme input[type=checkbox]");
            for (int i = 0; i < 3; i++) {
                assertThat(boxes.nth(3).isEnabled()).isTrue();
                boxes.nth(i).check();
            }
            assertThat(boxes.nth(3).isDisabled()).isTrue();
            assertThat(page.locator(".delta__three").innerText()).contains("Du har brukt tre");
            window.look("three votes");
            boxes.nth(2).uncheck();
            assertThat(boxes.nth(3).isEnabled()).isTrue();
            boxes.nth(3).check();

            window.context.setOffline(true);
            page.locator("#stemme button").click();
            page.locator(".delta__lost:has-text('Stemmene er ikke sendt ennå')").waitFor();
            assertThat(votes()).isZero();
            window.context.setOffline(false);
            page.locator(".delta__taken").waitFor();
            assertThat(votes()).isEqualTo(3);

            // the server takes it, and the answer is lost on its way back: the phone sends again
            AtomicBoolean lost = new AtomicBoolean();
            page.route("**/delta/" + code, route -> {
                if (route.request().method().equals("POST") && lost.compareAndSet(false, true)) {
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            page.locator("#stemme button").click();
            page.locator(".delta__lost:has-text('Stemmene er ikke sendt ennå')").waitFor();
            page.waitForResponse(it -> it.request().method().equals("POST"), () -> {});
            page.locator(".delta__taken").waitFor();
            assertThat(lost).isTrue();
            assertThat(votes()).isEqualTo(3);
            assertThat(leader.get(stage + "/stand").body()).isEqualTo("1 1");
        }
    }
}
