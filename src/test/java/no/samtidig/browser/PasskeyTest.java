package no.samtidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import no.samtidig.App;
import no.samtidig.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys in a real browser with Chromium's own virtual authenticator, at a host name: they do not work at a number. */
@Tag("browser")
@Tag("access")
class PasskeyTest {
    private static final String PASSKEYS = "/min-side/konto/passnokler";

    @AutoClose
    private static App app;

    private static String base;

    @BeforeAll
    static void start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        base = "http://localhost:" + port;
        app = App.start("--server.port=" + port, "--samtidig.address=" + base);
    }

    /** A browser on a device with a fingerprint reader. */
    private static final class Device implements AutoCloseable {
        private final Window window = new Window(Screen.PHONE_LIGHT, base);
        private final Page page = window.page;
        private final CDPSession authenticator = window.context.newCDPSession(page);
        private final String id;
        private String answer = "";

        Device() {
            authenticator.send("WebAuthn.enable");
            JsonObject kind = new JsonObject();
            kind.addProperty("protocol", "ctap2");
            kind.addProperty("transport", "internal");
            kind.addProperty("hasResidentKey", true);
            kind.addProperty("hasUserVerification", true);
            kind.addProperty("isUserVerified", true);
            kind.addProperty("automaticPresenceSimulation", true);
            JsonObject options = new JsonObject();
            options.add("options", kind);
            id = authenticator
                    .send("WebAuthn.addVirtualAuthenticator", options)
                    .get("authenticatorId")
                    .getAsString();
            page.onRequest(it -> {
                if (it.method().equals("POST") && it.url().endsWith("/logg-inn/passnokkel")) {
                    answer = String.valueOf(it.postData());
                }
            });
        }

        Device signedIn(String role) {
            window.signedIn(role);
            return this;
        }

        void add(String name) {
            page.navigate(PASSKEYS);
            page.locator("#navn").fill(name);
            page.locator("form[data-passkey] button").click();
            page.waitForURL("**/passnokler?gjort=lagt-til");
        }

        void signOut() {
            page.locator(".more-menu summary").click();
            page.locator("form[action='/logg-ut'] button").click();
            page.waitForURL(base + "/");
        }

        void tryPasskey() {
            page.navigate("/logg-inn");
            page.locator("form[data-passkey] button").click();
            page.waitForURL(Pattern.compile(".*/(min-side|logg-inn/passnokkel)$"));
        }

        @Override
        public void close() {
            window.close();
        }
    }

    @Test
    void a_passkey_is_made_signs_in_and_does_so_no_more_when_it_is_removed() {
        try (Device phone = new Device().signedIn("miljoterapeut")) {
            phone.page.navigate(PASSKEYS);
            assertThat(phone.page.locator("[data-no-passkey]").isVisible()).isFalse();
            phone.window.look("passkeys, none");
            phone.add("Telefonen min");
            assertThat(phone.page.locator("main").innerText()).contains("Telefonen min", "Ikke brukt ennå");
            phone.window.look("passkeys, one");
            phone.signOut();
            phone.tryPasskey();
            assertThat(phone.page.url()).endsWith("/min-side");
            phone.page.navigate(PASSKEYS);
            assertThat(phone.page.locator("main").innerText()).contains("Sist brukt");
            phone.page.locator("form[action$=fjern] button").click();
            phone.page.waitForURL("**/passnokler?gjort=fjernet");
            phone.signOut();
            phone.tryPasskey();
            assertThat(phone.page.locator("[role=alert]").first().innerText()).contains("gjelder ikke her");
            phone.window.expect(422);
            phone.window.look("sign-in, passkey refused");
        }
    }

    @Test
    void an_answer_is_good_once_and_a_copied_authenticator_is_refused() {
        try (Device phone = new Device().signedIn("behandler")) {
            phone.add("");
            phone.signOut();
            phone.tryPasskey();
            assertThat(phone.page.url()).endsWith("/min-side");
            phone.signOut();
            APIResponse replayed = phone.window
                    .context
                    .request()
                    .post(
                            base + "/logg-inn/passnokkel",
                            RequestOptions.create()
                                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                                    .setData(phone.answer));
            assertThat(phone.answer).contains("svar=");
            assertThat(replayed.status()).isEqualTo(422);
            phone.tryPasskey();
            assertThat(phone.page.url())
                    .as("the authenticator itself still works")
                    .endsWith("/min-side");
            phone.signOut();
            app.bean(JdbcClient.class)
                    .sql("update access.passkey set counter = 1000000 where name <> 'Telefonen min'")
                    .update();
            phone.tryPasskey();
            assertThat(phone.page.url()).as("the counter has gone back").endsWith("/logg-inn/passnokkel");
        }
    }

    @Test
    void whoever_cancels_is_told_that_nothing_happened() {
        try (Device phone = new Device().signedIn("kursholder")) {
            JsonObject refuse = new JsonObject();
            refuse.addProperty("authenticatorId", phone.id);
            refuse.addProperty("isUserVerified", false);
            phone.authenticator.send("WebAuthn.setUserVerified", refuse);
            phone.page.navigate(PASSKEYS);
            phone.page.locator("form[data-passkey] button").click();
            phone.page.locator("form[data-passkey] [role=alert]:visible").waitFor();
            assertThat(phone.page.locator("form[data-passkey] [role=alert]").innerText())
                    .contains("Ingenting skjedde");
            assertThat(phone.page.locator("form[action$=fjern]").count()).isZero();
        }
    }

    @Test
    void somebody_elses_passkey_does_not_exist_and_nonsense_is_refused() {
        try (Device phone = new Device().signedIn("enhetsleder")) {
            phone.add("Lederens");
            String remove = phone.page.locator("form[action$=fjern]").getAttribute("action");
            Person stranger = app.signedIn("fagredaktor");
            assertThat(stranger.post(remove).status()).isEqualTo(404);
            assertThat(stranger.post(PASSKEYS + "/" + UUID.randomUUID() + "/fjern")
                            .status())
                    .isEqualTo(404);
            for (String nonsense : List.of(
                    "",
                    "{}",
                    "null",
                    "[]",
                    "{\"id\":1}",
                    "\u0000",
                    "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"response\":{},\"type\":\"public-key\"}")) {
                stranger.post(PASSKEYS + "/begynn");
                assertThat(stranger.post(PASSKEYS, "svar", nonsense, "navn", "x")
                                .status())
                        .as(nonsense)
                        .isEqualTo(422);
                Person visitor = app.visitor();
                visitor.post("/logg-inn/passnokkel/begynn");
                assertThat(visitor.post("/logg-inn/passnokkel", "svar", nonsense)
                                .status())
                        .as(nonsense)
                        .isEqualTo(422);
            }
            phone.page.reload();
            assertThat(phone.page.locator("main").innerText()).contains("Lederens");
        }
    }

    @Test
    void a_passkey_makes_sure_that_it_is_oneself() {
        try (Device phone = new Device().signedIn("regional-kontakt")) {
            phone.add("Min");
            app.clock().forward(java.time.Duration.ofMinutes(11));
            phone.page.navigate(PASSKEYS);
            assertThat(phone.page.locator("#navn").count()).isZero();
            phone.page.locator("main a.ds-button").click();
            phone.window.look("make sure");
            phone.page.locator("form[data-passkey] button").click();
            phone.page.locator("#navn").waitFor();
            assertThat(phone.page.url()).endsWith(PASSKEYS);
        }
    }
}
