package no.samtidig.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.time.Duration;
import no.samtidig.Airplane;
import no.samtidig.App;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing out while the server does not answer, and answers that are not the server's. */
@Tag("browser")
@Tag("learning")
@RenewedApp
@Proves(Promise.WITHOUT_NETWORK)
class SignedOutWithoutNetworkTest {
    private static final String LESSON = "/moduler/grunnmodul/hvorfor-samtidig";
    private static final App app = App.shared();

    private interface Scene {
        void play(Airplane network, Window window) throws Exception;
    }

    private static void play(Scene scene) throws Exception {
        app.bean(JdbcClient.class).sql("delete from access.session").update();
        try (Airplane network = new Airplane(URI.create(app.address()).getPort());
                Window window = new Window(Screen.PHONE_LIGHT, network.address()).signedIn("miljoterapeut")) {
            scene.play(network, window);
        }
    }

    private static void download(Page page) {
        page.navigate(LESSON);
        page.locator("[data-do=keep]").click();
        page.locator(".copy[data-state=kept]").waitFor();
    }

    private static void signOut(Page page) {
        page.locator(".more-menu summary").click();
        page.locator("form[action='/logg-ut'] button").click();
    }

    private static int count(String query) {
        return app.bean(JdbcClient.class).sql(query).query(Integer.class).single();
    }

    @Test
    void without_network_one_is_told_that_one_is_still_signed_in_and_is_signed_out_when_it_is_back() throws Exception {
        play((network, window) -> {
            Page page = window.page;
            download(page);
            page.navigate(LESSON + "/et-oyeblikk");
            network.cut();
            page.locator("form.reflection textarea").fill("ikke sendt ennå");
            page.locator(".save-line[data-state=local]").waitFor();
            signOut(page);
            page.locator("h1:has-text('Du er ikke logget ut ennå')").waitFor();
            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Du er ikke logget ut ennå");
            Window.look(page, "signing out waits");
            assertThat(page.evaluate("caches.keys().then((all) => all.length)"))
                    .as("copies")
                    .isEqualTo(0);
            assertThat(count("select count(*) from access.session")).isEqualTo(1);

            network.restore();
            page.evaluate("dispatchEvent(new Event('online'))");
            page.waitForURL(network.address() + "/");
            assertThat(page.locator("a[href='/logg-inn']").count())
                    .as("signed out")
                    .isPositive();
            assertThat(count("select count(*) from access.session")).isZero();
            assertThat(count("select count(*) from learning.note where text = 'ikke sendt ennå'"))
                    .as("sent before")
                    .isEqualTo(1);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Integer.valueOf(0)
                            .equals(page.evaluate("indexedDB.databases().then((all) => all.length)")));
        });
    }

    @Test
    void closed_meanwhile_the_next_page_is_not_shown_before_one_is_signed_out() throws Exception {
        play((network, window) -> {
            Page page = window.page;
            download(page);
            network.cut();
            signOut(page);
            page.locator("h1:has-text('Du er ikke logget ut ennå')").waitFor();
            BrowserContext context = page.context();
            page.close();
            network.restore();
            Page next = context.newPage();
            next.navigate("/min-side");
            assertThat(next.url()).contains("/logg-inn");
            assertThat(count("select count(*) from access.session")).isZero();
        });
    }

    @Test
    void an_answer_that_is_not_the_servers_is_never_kept_and_a_copy_is_shown_instead() throws Exception {
        play((network, window) -> {
            Page page = window.page;
            String portal = "<!doctype html><title>Gjestenett</title><h1>Logg inn på gjestenettet</h1>";
            Route.FulfillOptions portals = new Route.FulfillOptions()
                    .setStatus(200)
                    .setContentType("text/html")
                    .setBody(portal);
            page.navigate(LESSON);
            window.context.route("**" + LESSON + "/*", route -> route.fulfill(portals));
            page.locator("[data-do=keep]").click();
            page.locator(".copy[data-state=failed]").waitFor();
            window.context.unroute("**" + LESSON + "/*");

            download(page);
            window.context.route("**/moduler/**", route -> route.fulfill(portals));
            page.navigate(LESSON + "/to-koer");
            assertThat(page.locator("html[data-copy]").count()).as("the copy").isEqualTo(1);
            assertThat(page.content()).doesNotContain("gjestenettet");
            page.navigate("/moduler/grunnmodul");
            assertThat(page.locator("h1").textContent())
                    .as("without a copy the network may show its own")
                    .contains("gjestenettet");
            window.context.unroute("**/moduler/**");
            network.cut();
            page.navigate(LESSON + "/to-koer");
            assertThat(page.locator("html[data-copy]").count()).as("as it was").isEqualTo(1);
            assertThat(page.locator(".block form").count()).isPositive();
        });
    }
}
