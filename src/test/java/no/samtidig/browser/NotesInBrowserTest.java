package no.samtidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;
import no.samtidig.App;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes while the network is bad: whoever writes alone is never told of a conflict, and whoever does not is told at once. */
@Tag("browser")
@Tag("learning")
@RenewedApp
@Proves(Promise.NEVER_LOST)
class NotesInBrowserTest {
    private static final String STEP = "/moduler/grunnmodul/hvorfor-samtidig/et-oyeblikk";
    private static final App app = App.shared();

    private static Window writing(String role) {
        Window window = Screen.PHONE_LIGHT.open(app).signedIn(role);
        window.page.navigate(STEP);
        return window;
    }

    private static void write(Page page, String text, String state) {
        page.locator("form.reflection textarea").fill(text);
        line(page, state).waitFor();
        assertThat(page.locator("form.reflection textarea").inputValue()).isEqualTo(text);
    }

    private static Locator line(Page page, String state) {
        return page.locator("form.reflection .save-line[data-state=" + state + "]");
    }

    private static String kept() {
        return app.bean(JdbcClient.class)
                .sql("select text from learning.note")
                .query(String.class)
                .single();
    }

    @Test
    void what_is_written_while_requests_and_answers_are_lost_is_saved_when_they_no_longer_are() {
        try (Window window = writing("miljoterapeut")) {
            Page page = window.page;
            write(page, "A", "saved");
            AtomicInteger lost = new AtomicInteger();
            page.route("**/notat", route -> {
                if (lost.incrementAndGet() % 2 == 0) {
                    route.fetch(); // the server has it, and the answer is lost
                }
                route.abort();
            });
            for (String text : new String[] {"A B", "A B C", "B C", "B C D"}) {
                int before = lost.get();
                write(page, text, "local");
                page.waitForCondition(() -> lost.get() > before);
                line(page, "local").waitFor();
            }
            page.reload();
            line(page, "local").waitFor();
            assertThat(page.locator("form.reflection textarea").inputValue()).isEqualTo("B C D");
            page.locator("form.reflection textarea").fill("B C D E");
            page.unroute("**/notat");
            line(page, "saved").waitFor();
            assertThat(kept()).isEqualTo("B C D E");
        }
    }

    @Test
    void what_is_written_after_the_session_ended_is_sent_when_one_has_signed_in_in_a_new_tab() {
        try (Window window = writing("miljoterapeut")) {
            Page page = window.page;
            write(page, "A", "saved");
            app.bean(JdbcClient.class).sql("delete from access.session").update();
            write(page, "A B", "failed");
            page.locator(".save-line:has-text('Logg inn igjen i en ny fane')").waitFor();
            write(page, "A B C", "failed");
            page.locator(".save-line:has-text('Logg inn igjen i en ny fane')").waitFor();
            Page tab = window.context.newPage();
            tab.navigate("/logg-inn");
            tab.locator("button[name=rolle][value=miljoterapeut]").click();
            tab.waitForURL("**/min-side");
            line(page, "saved").waitFor();
            assertThat(kept()).isEqualTo("A B C");
            write(page, "A B C D", "saved");
            assertThat(kept()).isEqualTo("A B C D");
        }
    }

    @Test
    void two_devices_are_told_of_each_other_before_anything_is_pressed_and_neither_text_is_lost() {
        try (Window one = writing("miljoterapeut");
                Window other = writing("miljoterapeut")) {
            write(one.page, "fra den ene", "saved");
            write(other.page, "fra den andre", "failed");
            other.page.locator(".save-line:has-text('endret et annet sted')").waitFor();
            assertThat(kept()).isEqualTo("fra den ene");
            other.page.reload();
            other.page.locator(".save-line:has-text('endret et annet sted')").waitFor();
            assertThat(other.page.locator("form.reflection textarea").inputValue())
                    .isEqualTo("fra den andre");
            write(other.page, "fra den andre, og mer", "failed");
            assertThat(kept())
                    .as("a page opened anew does not overwrite it either")
                    .isEqualTo("fra den ene");
            other.page.locator("form.reflection button").click();
            other.page.locator(".reflection__there").waitFor();
            assertThat(other.page.locator(".reflection__there").innerText()).isEqualTo("fra den ene");
            assertThat(other.page.locator("form.reflection textarea").inputValue())
                    .isEqualTo("fra den andre, og mer");
            other.expect(409);
            other.look("two devices");
            write(other.page, "fra den ene og den andre", "saved");
            assertThat(kept()).isEqualTo("fra den ene og den andre");
        }
    }
}
