package no.samtidig.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import no.samtidig.Airplane;
import no.samtidig.Killable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lessons without network, in a real browser with a kept profile: what is read and answered there arrives exactly once. */
class OfflineTest {
    private static final String LESSON = "/moduler/grunnmodul/hvorfor-samtidig";
    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Playwright playwright;

    @TempDir
    Path profile;

    @TempDir
    Path data;

    @BeforeAll
    static void start() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    @AfterAll
    static void stop() {
        playwright.close();
    }

    private BrowserContext browser() {
        return playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(
                                        Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                                .setArgs(BrowserTest.FLAGS)
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
    void what_is_answered_without_network_arrives_exactly_once_though_the_server_is_killed_twenty_times()
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
                for (int kill = 0; kill < KILLS; kill++) {
                    network.restore(server.port());
                    page.evaluate("dispatchEvent(new Event('online'))");
                    Thread.sleep(random.nextInt(900));
                    network.cut();
                    server.kill();
                    server = Killable.start(data);
                }
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
}
