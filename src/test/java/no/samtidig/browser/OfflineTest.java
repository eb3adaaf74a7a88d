package no.samtidig.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import no.samtidig.Airplane;
import no.samtidig.App;
import no.samtidig.Killable;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lessons without network, in a real browser with a kept profile: what is read and answered there arrives exactly once. */
@Tag("browser")
@Tag("faults")
@Tag("learning")
@RenewedApp
@Proves({Promise.NEVER_LOST, Promise.WITHOUT_NETWORK})
class OfflineTest {
    private static final String LESSON = "/moduler/grunnmodul/hvorfor-samtidig";
    /** In the long run twenty: {@code mvn test -Dtest=OfflineTest -Dkills=20}. */
    private static final int KILLS = Integer.getInteger("kills", 4);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final App app = App.shared();

    @TempDir
    Path profile;

    @TempDir
    Path data;

    private BrowserContext browser() {
        return Chromium.PLAYWRIGHT
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Chromium.PROGRAM)
                                .setArgs(Chromium.FLAGS)
                                .setViewportSize(360, 740)
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setLocale("nb-NO"));
    }

    private static Page signedIn(BrowserContext browser, Airplane network, String role) {
        Page page = browser.newPage();
        page.navigate(network.address() + "/logg-inn");
        page.locator("button[name=rolle][value=" + role + "]").click();
        page.waitForURL("**/min-side");
        return page;
    }

    private static void download(Page page, Airplane network) {
        page.navigate(network.address() + LESSON);
        page.locator("[data-do=keep]").click();
        page.locator(".copy[data-state=kept]").waitFor();
    }

    /** Reads the lesson from its first step to its last and answers everything in it. */
    private static void work(Page page, Airplane network) {
        page.navigate(network.address() + LESSON);
        page.locator(".page-head .ds-button").first().click();
        for (int step = 0; step < 20; step++) {
            for (Locator block : page.locator(".block").all()) {
                answer(page, block);
            }
            boolean last =
                    page.locator(".step-nav__next .icon[data-name=check]").count() == 1;
            String before = page.url();
            page.locator(".step-nav__next").click();
            page.waitForURL(it -> !it.equals(before));
            if (last) {
                return;
            }
        }
    }

    private static void answer(Page page, Locator block) {
        String kind = String.valueOf(block.getAttribute("class"));
        if (kind.contains("case")) {
            for (int i = 0; i < 6 && block.locator(".case__choice").count() > 0; i++) {
                String scene = block.locator(".case__scene").textContent();
                block.locator(".case__choice").first().click();
                await().atMost(PATIENCE)
                        .until(() ->
                                !block.locator(".case__scene").textContent().equals(scene));
            }
        } else if (kind.contains("reflection")) {
            block.locator("textarea").fill("Skrevet uten nett: " + page.url().replaceAll(".*/", ""));
            block.locator(".save-line[data-state=local]").waitFor();
        } else if (block.locator("form").count() == 1) {
            if (block.locator(".choices input").count() > 0) {
                block.locator(".choices input").first().check();
            }
            for (Locator select : block.locator("select").all()) {
                select.selectOption(select.locator("option").nth(1).getAttribute("value"));
            }
            if (block.locator(".move:enabled").count() > 0) {
                block.locator(".move:enabled").first().click();
            }
            block.locator("form .ds-button").last().click();
            block.locator("[data-kept-shown] .save-line[data-state=local]").waitFor();
        }
    }

    private static List<?> waiting(Page page) {
        return (List<?>) page.evaluate("""
                () => new Promise((resolve) => {
                    indexedDB.open('samtidig').onsuccess = ({target}) => {
                        target.result.transaction('outbox').objectStore('outbox').getAll().onsuccess = (all) => resolve(all.target.result
                            .map((it) => (it.fields.find(([name]) => name === 'nokkel')?.[1] ?? it.url) + (it.state === 'waiting' ? '' : ` ${it.state} ${it.status}`)));
                        target.result.close();
                    };
                })
                """);
    }

    @Test
    void what_is_answered_without_network_arrives_exactly_once_though_the_server_is_killed_again_and_again()
            throws Exception {
        Killable server = Killable.start(data);
        try (Airplane network = new Airplane(server.port())) {
            List<String> keys;
            try (BrowserContext browser = browser()) {
                Page page = signedIn(browser, network, "miljoterapeut");
                download(page, network);
                network.cut();
                work(page, network);
                assertThat(page.locator(".offline-note").isVisible()).isTrue();
                keys = waiting(page).stream().map(String::valueOf).toList();
                assertThat(keys).hasSizeGreaterThan(12).doesNotHaveDuplicates();
            }
            try (BrowserContext browser = browser()) {
                Page page = browser.newPage();
                page.navigate(network.address() + LESSON);
                assertThat(page.locator("h1").textContent()).isNotBlank();
                assertThat(waiting(page)).as("closed and opened again").hasSameSizeAs(keys);

                network.slow(Duration.ofMillis(150));
                Random random = new Random(7);
                List<Integer> left = new ArrayList<>();
                for (int kill = 0; kill < KILLS; kill++) {
                    network.restore(server.port());
                    page.evaluate("dispatchEvent(new Event('online'))");
                    Thread.sleep(random.nextInt(900));
                    network.cut();
                    server.kill();
                    left.add(waiting(page).size());
                    server = Killable.start(data);
                }
                assertThat(left).as("killed in the middle of sending").anyMatch(it -> 0 < it && it < keys.size());
                network.slow(Duration.ZERO);
                network.restore(server.port());
                page.evaluate("dispatchEvent(new Event('online'))");
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(waiting(page)).isEmpty());
            }

            JdbcClient database = server.database();
            List<UUID> answers = keys.stream()
                    .filter(it -> it.length() == 36)
                    .map(UUID::fromString)
                    .toList();
            assertThat(database.sql("select key from learning.answer")
                            .query(UUID.class)
                            .list())
                    .as("every answer once, and no other")
                    .containsExactlyInAnyOrderElementsOf(answers);
            assertThat(database.sql("select count(*) from learning.note where text like 'Skrevet uten nett%'")
                            .query(Integer.class)
                            .single())
                    .isEqualTo((int)
                            keys.stream().filter(it -> it.endsWith("/notat")).count());
            assertThat(database.sql("select lesson from learning.lesson_completion")
                            .query(String.class)
                            .list())
                    .containsExactly("hvorfor-samtidig");
        } finally {
            server.close();
        }
    }

    /** A browser of its own with an empty profile, at an address of its own, and nobody has answered yet. */
    private void inBrowser(String role, Scene scene) throws Exception {
        app.bean(JdbcClient.class).sql("delete from learning.answer").update();
        try (Airplane network = new Airplane(URI.create(app.address()).getPort());
                BrowserContext browser = browser()) {
            scene.play(network, signedIn(browser, network, role));
        }
    }

    private interface Scene {
        void play(Airplane network, Page page) throws Exception;
    }

    private static int answers() {
        return app.bean(JdbcClient.class)
                .sql("select count(*) from learning.answer")
                .query(Integer.class)
                .single();
    }

    private static void reconnect(Page page, Airplane network) {
        network.restore();
        page.evaluate("dispatchEvent(new Event('online'))");
    }

    /** The names of the caches that hold copies of the lesson. */
    private static List<String> copies(Page page) {
        return ((List<?>) page.evaluate("caches.keys()"))
                .stream().map(String::valueOf).filter(it -> it.contains(LESSON)).toList();
    }

    /** Opens the lesson's second step without network: what comes is the copy. */
    private static Locator copyOfQuestion(Page page, Airplane network) {
        page.navigate(network.address() + LESSON + "/to-koer");
        assertThat(page.locator("html[data-copy]").count())
                .as("this is the copy")
                .isEqualTo(1);
        return page.locator(".block:has(form)").first();
    }

    private static void answerOne(Page page, Airplane network) {
        answer(page, copyOfQuestion(page, network));
    }

    @Test
    void an_unfinished_answer_is_asked_about_and_the_question_stands_above_its_answer() throws Exception {
        inBrowser("miljoterapeut", (network, page) -> {
            download(page, network);
            network.cut();
            page.navigate(network.address() + LESSON + "/tre-mater");
            Locator block = page.locator("section.quiz:has(select)");
            String question = block.locator(".quiz__question").innerText();
            block.locator("form .ds-button").click();
            assertThat(block.locator("[role=alert]").innerText()).contains("Du har ikke svart på alt");
            assertThat(waiting(page)).isEmpty();
            answer(page, block);
            assertThat(block.locator("h2.quiz__question").innerText()).isEqualTo(question);
            assertThat(block.locator("[role=alert]").count()).isZero();
            assertThat(waiting(page)).hasSize(1);
        });
    }

    @Test
    void a_login_that_ended_meanwhile_keeps_the_answers_until_the_same_person_signs_in() throws Exception {
        inBrowser("miljoterapeut", (network, page) -> {
            download(page, network);
            Window.look(page, "without network");
            network.cut();
            answerOne(page, network);
            Window.look(page, "without network");
            page.navigate(network.address() + "/min-side/mine-svar");
            page.locator("[data-outbox-list] .waiting").waitFor();
            Window.look(page, "without network");
            page.navigate(network.address() + "/uten-nett");
            page.locator(".kept-lesson").waitFor();
            Window.look(page, "without network");
            page.navigate(network.address() + LESSON + "/to-koer");
            page.locator("[data-kept-shown]").waitFor();
            app.bean(JdbcClient.class).sql("delete from access.session").update();
            reconnect(page, network);
            page.locator("[data-kept-shown] .save-line[data-state=failed]:has-text('Logg inn')")
                    .waitFor();
            assertThat(waiting(page)).hasSize(1);
            assertThat(answers()).isZero();

            page.navigate(network.address() + "/logg-inn");
            page.locator("button[name=rolle][value=miljoterapeut]").click();
            page.waitForURL("**/min-side");
            await().atMost(PATIENCE).until(() -> waiting(page).isEmpty());
            assertThat(answers()).isEqualTo(1);
        });
    }

    @Test
    void another_person_on_the_same_device_sees_and_sends_nothing_of_it() throws Exception {
        inBrowser("miljoterapeut", (network, page) -> {
            download(page, network);
            network.cut();
            answerOne(page, network);
            app.bean(JdbcClient.class).sql("delete from access.session").update();
            network.restore();

            page.navigate(network.address() + "/logg-inn");
            page.locator("button[name=rolle][value=behandler]").click();
            page.waitForURL("**/min-side");
            page.navigate(network.address() + "/min-side/mine-svar");
            page.locator("[data-when=others]:visible").waitFor();
            assertThat(page.locator("[data-outbox-list] .waiting").count()).isZero();
            await().atMost(PATIENCE)
                    .until(() -> page.evaluate("caches.keys()").toString().indexOf(LESSON) < 0);
            assertThat(answers()).isZero();
            network.cut();
            Page without = page.context().newPage();
            assertThatThrownBy(() -> without.navigate(network.address() + LESSON + "/to-koer"))
                    .as("the other's copy is gone")
                    .hasMessageContaining("ERR_");
            without.close();
            network.restore();

            app.bean(JdbcClient.class).sql("delete from access.session").update();
            page.navigate(network.address() + "/logg-inn");
            page.locator("button[name=rolle][value=miljoterapeut]").click();
            page.waitForURL("**/min-side");
            await().atMost(PATIENCE).until(() -> answers() == 1);
        });
    }

    @Test
    void signing_out_asks_about_what_is_not_sent_and_leaves_nothing() throws Exception {
        inBrowser("miljoterapeut", (network, page) -> {
            download(page, network);
            page.locator(".more-menu summary").click();
            page.locator("form[action='/logg-ut'] button").click();
            page.waitForURL("**/");
            await().atMost(PATIENCE)
                    .until(() -> "[]".equals(page.evaluate("caches.keys()").toString()));
            assertThat(page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)"))
                    .isEqualTo(0);
            assertThat(page.evaluate("indexedDB.databases().then((all) => all.length)"))
                    .isEqualTo(0);
        });
    }

    @Test
    void a_full_device_is_told_of_and_holds_no_half_lesson() throws Exception {
        inBrowser("miljoterapeut", (network, page) -> {
            page.navigate(network.address() + LESSON);
            CDPSession tools = page.context().newCDPSession(page);
            JsonObject quota = new JsonObject();
            quota.addProperty("origin", network.address());
            quota.addProperty("quotaSize", 200_000);
            tools.send("Storage.overrideQuotaForOrigin", quota);
            page.locator("[data-do=keep]").click();
            page.locator(".copy[data-state=full]").waitFor();
            assertThat(page.locator(".copy [role=status]").textContent()).contains("ikke plass");
            assertThat(page.evaluate("caches.keys()").toString()).doesNotContain(LESSON);
        });
    }

    @Test
    void a_newer_wording_replaces_the_copy_and_a_broken_download_leaves_the_old_one() throws Exception {
        inBrowser("miljoterapeut", (network, page) -> {
            download(page, network);
            List<String> first = copies(page);
            page.evaluate("sessionStorage.clear()");
            AtomicInteger broken = new AtomicInteger();
            page.route("**" + LESSON + "/*", route -> {
                broken.incrementAndGet();
                route.abort();
            });
            page.navigate(network.address() + "/min-side");
            page.locator(".more-menu summary").click();
            page.locator("button[name=sprak][value=nn]").click();
            page.locator("html[lang=nn]").waitFor();
            while (broken.get() == 0) {
                page.waitForTimeout(100); // lets the browser's requests come through
            }
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(copies(page)).as("broken off").isEqualTo(first));

            page.unroute("**" + LESSON + "/*");
            page.navigate(network.address() + "/min-side");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(copies(page)).hasSize(1).isNotEqualTo(first));
            network.cut();
            page.navigate(network.address() + LESSON);
            page.locator(".copy[data-state=kept]").waitFor();
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("nn");
        });
    }

    @Test
    void an_answer_to_a_wording_that_is_gone_is_told_of_and_not_lost() throws Exception {
        inBrowser("miljoterapeut", (network, page) -> {
            download(page, network);
            network.cut();
            Locator question = copyOfQuestion(page, network);
            page.evaluate("document.querySelectorAll('[name=versjon]').forEach((it) => (it.value = '000000000000'))");
            answer(page, question);
            reconnect(page, network);
            page.locator("[data-kept-shown] .save-line[data-state=failed]").waitFor();
            page.navigate(network.address() + "/min-side/mine-svar");
            assertThat(page.locator(".waiting__state").textContent()).contains("endret");
            page.locator(".waiting [data-do=remove]").click();
            page.locator("[data-outbox-list] [data-when=empty]:visible").waitFor();
            assertThat(answers()).isZero();
        });
    }

    @Test
    void on_a_shared_device_nothing_is_kept_and_notes_are_saved_all_the_same() throws Exception {
        inBrowser("miljoterapeut", (network, page) -> {
            page.navigate(network.address() + "/uten-nett");
            page.locator("form[action='/enhet'] button").click();
            page.navigate(network.address() + LESSON);
            page.locator(".copy[data-state=shared]").waitFor();
            page.navigate(network.address() + LESSON + "/et-oyeblikk");
            page.locator("textarea").fill("På delt maskin");
            page.locator(".save-line[data-state=saved]").waitFor();
            assertThat(page.evaluate("indexedDB.databases().then((all) => all.length)"))
                    .isEqualTo(0);
            network.cut();
            page.locator("textarea").fill("På delt maskin, uten nett");
            page.locator(".save-line[data-state=failed]").waitFor();
            reconnect(page, network);
            page.locator(".save-line[data-state=saved]").waitFor();
        });
    }
}
