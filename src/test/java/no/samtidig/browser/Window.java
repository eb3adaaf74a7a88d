package no.samtidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.samtidig.catalogue.Lesson;

/** A browser window with cookies of its own, and what its pages complained of. */
final class Window implements AutoCloseable {
    private static final String AXE = axe();

    final BrowserContext context;
    final Page page;
    private final List<String> complaints = new ArrayList<>();

    Window(Screen screen, String address) {
        context = Chromium.BROWSER.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(screen.scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("nb-NO")
                .setBaseURL(address));
        context.onConsoleMessage(it -> {
            if (it.type().equals("error") || it.type().equals("warning")) {
                complaints.add(it.text() + " " + it.location());
            }
        });
        context.onWebError(it -> complaints.add(it.error()));
        page = context.newPage();
    }

    private static String axe() {
        try {
            return Files.readString(Path.of("node_modules/axe-core/axe.min.js"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Window signedIn(String role) {
        page.navigate("/logg-inn");
        page.locator("button[name=rolle][value=" + role + "]").click();
        page.waitForURL("**/min-side");
        return this;
    }

    /** Finishes a lesson of Grunnmodul without reading it. */
    void finish(Lesson lesson) {
        String address = "/moduler/grunnmodul/" + lesson.slug();
        lesson.steps().forEach(it -> context.request().post(address + "/" + it.id() + "/ferdig"));
    }

    /** The browser complains of every answer that is a refusal; this one was asked for. */
    void expect(int status) {
        complaints.removeIf(it -> it.contains(String.valueOf(status)));
    }

    void look(String state) {
        look(page, state);
        quiet(state);
    }

    /** Nothing was complained of so far, on any page of the window. */
    void quiet(String state) {
        assertThat(complaints).as("console on " + state).isEmpty();
    }

    /** No overflow, one h1, and axe finds nothing. */
    static void look(Page page, String state) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(AXE);
        }
        String where = state + " " + page.url();
        Object violations = page.evaluate("""
                async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                    .map(it => it.id + ': ' + it.nodes.map(node => node.target).join(' | '))
                """);
        assertThat((List<?>) violations).as("axe on " + where).isEmpty();
        assertThat(page.locator("h1").count()).as("one h1 on " + where).isEqualTo(1);
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("overflow on " + where)
                .isEqualTo(0);
    }

    @Override
    public void close() {
        context.close();
    }
}
