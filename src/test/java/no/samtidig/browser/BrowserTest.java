package no.samtidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.AuthenticatorApp;
import no.samtidig.catalogue.KnowledgeModule;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.development.DemoWorld;
import no.samtidig.platform.Language;
import no.samtidig.survey.ResultWorld;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.StaffGroup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** In a real browser, with axe on every page and state reached; any console error fails. */
class BrowserTest {
    static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    static final String AXE = read("node_modules/axe-core/axe.min.js");

    private static App app;
    private static Playwright playwright;
    private static Browser browser;

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @BeforeAll
    static void start() {
        app = App.start();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String chromium = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(FLAGS));
    }

    @AfterAll
    static void stop() {
        playwright.close();
        app.close();
    }

    /** A browser window, and what it complained of. */
    private static final class Window implements AutoCloseable {
        private final BrowserContext context;
        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        Window(int width, int height, ColorScheme scheme) {
            context = browser.newContext(new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setColorScheme(scheme)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setLocale("nb-NO")
                    .setBaseURL(app.address()));
            page = context.newPage();
            page.onConsoleMessage(it -> {
                if (it.type().equals("error") || it.type().equals("warning")) {
                    complaints.add(it.text() + " " + it.location());
                }
            });
            page.onPageError(complaints::add);
        }

        Window signedIn(String role) {
            page.navigate("/logg-inn");
            page.locator("button[name=rolle][value=" + role + "]").click();
            page.waitForURL("**/min-side");
            return this;
        }

        /** No overflow, one h1, nothing raw, and axe finds nothing. */
        void look(String state) {
            page.evaluate(AXE);
            Object violations = page.evaluate("""
                    async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                        .map(it => it.id + ': ' + it.nodes.map(node => node.target).join(' | '))
                    """);
            assertThat((List<?>) violations)
                    .as("axe on " + state + " " + page.url())
                    .isEmpty();
            assertThat(page.locator("h1").count()).as("one h1 on " + state).isEqualTo(1);
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as("overflow on " + state + " " + page.url())
                    .isEqualTo(0);
            assertThat(complaints).as("console on " + state).isEmpty();
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> a_learner_goes_from_landing_to_done() {
        return Stream.of(
                        Map.entry("phone, light", new Window(360, 740, ColorScheme.LIGHT)),
                        Map.entry("desktop, dark", new Window(1280, 900, ColorScheme.DARK)))
                .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> {
                    try (Window window = it.getValue()) {
                        boolean phone = it.getKey().startsWith("phone");
                        journey(window, phone ? "miljoterapeut" : "behandler", phone ? 9 : 3);
                    }
                }));
    }

    /** Does everything in all lessons, and looks at each step of the first so many. */
    private static void journey(Window window, String role, int looked) {
        Page page = window.page;
        page.navigate("/");
        window.look("landing");
        page.locator(".hero .ds-button").first().click();
        window.look("sign-in");
        page.locator("button[name=rolle][value=" + role + "]").click();
        page.waitForURL("**/min-side");
        window.look("own page, empty");
        page.navigate("/moduler");
        window.look("modules");
        page.locator(".module-card__link").first().click();
        window.look("module");
        int lessons = page.locator("main .path__link").count();
        assertThat(lessons).isEqualTo(9);
        for (int i = 0; i < lessons; i++) {
            page.navigate("/moduler/grunnmodul");
            page.locator("main .path__link").nth(i).click();
            window.look("lesson " + i);
            page.locator(".page-head .actions a").first().click();
            while (page.locator(".step-nav").count() > 0) {
                if (i < looked) {
                    window.look("step");
                }
                answerSome(window, page, i < looked);
                String before = page.url();
                page.locator(".step-nav__next").click();
                page.waitForURL(url -> !url.equals(before));
            }
            assertThat(page.locator("main").innerText()).contains("Leksjonen er fullført.");
            window.look("lesson completed");
        }
        page.navigate("/min-side");
        assertThat(page.locator("main").innerText()).contains("Du har fullført alt som finnes nå");
        window.look("own page, full");
    }

    @TestFactory
    Stream<DynamicTest> certificates_are_clean_in_each_state() {
        return Stream.of(
                        Map.entry("kursholder", new Window(360, 740, ColorScheme.LIGHT)),
                        Map.entry("regional-kontakt", new Window(1280, 900, ColorScheme.DARK)))
                .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> {
                    try (Window window = it.getValue()) {
                        certificates(window.signedIn(it.getKey()));
                    }
                }));
    }

    private static void certificates(Window window) {
        Page page = window.page;
        page.navigate("/min-side/kursbevis");
        window.look("no certificates");
        KnowledgeModule module =
                app.bean(KnowledgeModules.class).module("grunnmodul").orElseThrow();
        module.lessons(Language.NB)
                .forEach(lesson -> lesson.steps()
                        .forEach(step -> window.context
                                .request()
                                .post("/moduler/grunnmodul/" + lesson.slug() + "/" + step.id() + "/ferdig")));
        page.navigate("/moduler/grunnmodul");
        window.look("module, completed");
        page.locator("main a[href='/min-side/kursbevis']").first().click();
        window.look("certificates, one ready");
        page.locator("form.offer button").click();
        page.waitForURL("**?ny");
        window.look("own certificate");
        String own = page.url().replaceAll("[?].*", "");
        page.locator("#vis-innhold").check();
        page.locator("form[action$=visning] button").click();
        page.waitForURL("**?lagret");
        page.locator("main summary").last().click();
        window.look("own certificate, opened");
        page.locator("form[action$=trekk-tilbake] button").click();
        page.locator(".ds-error-summary").waitFor();
        window.complaints.removeIf(it -> it.contains("422"));
        window.look("withdrawing without saying so");
        page.navigate("/min-side/kursbevis");
        window.look("certificates");
        page.navigate(own.replace("/min-side", ""));
        window.look("public certificate");
        page.navigate("/kursbevis/kontroller");
        window.look("check a credential");
        page.locator("#tekst").fill("tull");
        page.locator("main form button").click();
        page.locator("#verdict").waitFor();
        window.look("no credential");
        page.navigate("/kursbevis/0000-0000-0000-0000");
        window.complaints.removeIf(it -> it.contains("404"));
        window.look("unknown code");
    }

    /** Answers what stands on the step, perhaps with a look at the answered state. */
    private static void answerSome(Window window, Page page, boolean look) {
        for (String id : ids(page, "section.quiz, section.duty")) {
            String block = "#" + id;
            if (page.locator(block + " select").count() > 0) {
                for (int i = 0; i < page.locator(block + " select").count(); i++) {
                    page.locator(block + " select").nth(i).selectOption(String.valueOf(i));
                }
            } else if (page.locator(block + " .order").count() > 0) {
                String before = page.locator(block + " .order").innerText();
                page.locator(block + " .move:not([disabled])").first().click();
                page.waitForFunction(
                        "([block, before]) => document.querySelector(block + ' .order').innerText !== before",
                        List.of(block, before));
            } else {
                page.locator(block + " .choice input").first().check();
            }
            page.locator(block + " form .actions .ds-button").click();
            page.locator(block + " .verdict").waitFor();
        }
        for (String id : ids(page, "section.case")) {
            while (page.locator("#" + id + " .case__choices").count() > 0) {
                int taken = page.locator("#" + id + " .case__trail > li").count();
                page.locator("#" + id + " .case__choice").first().click();
                page.waitForFunction(
                        "([id, taken]) => document.querySelectorAll('#' + id + ' .case__trail > li').length > taken",
                        List.of(id, taken));
            }
        }
        for (String id : ids(page, "section.try, section.team")) {
            page.locator("#" + id + " form .ds-button").first().click();
            page.locator("#" + id + " .verdict").waitFor();
        }
        for (String id : ids(page, "form.reflection")) {
            page.locator("#" + id + " textarea").fill("Jeg spør i kveld.");
            page.locator("#" + id + " .save-line[data-state=saved]").waitFor();
        }
        if (look) {
            window.look("step, answered");
        }
    }

    private static List<String> ids(Page page, String selector) {
        return page.locator(selector).all().stream()
                .map(it -> it.getAttribute("id"))
                .toList();
    }

    @Test
    void a_note_written_without_network_arrives_when_the_network_is_back() {
        try (Window window = new Window(360, 740, ColorScheme.DARK).signedIn("kursholder")) {
            Page page = window.page;
            page.navigate("/moduler/grunnmodul/hvorfor-samtidig/et-oyeblikk");
            window.context.setOffline(true);
            page.locator("form.reflection textarea").fill("Skrevet i kjelleren.");
            page.locator(".save-line[data-state=local]").waitFor();
            assertThat(page.locator(".save-line").innerText()).contains("Lagret på denne enheten");
            window.context.setOffline(false);
            page.locator(".save-line[data-state=saved]").waitFor();
            page.navigate("/min-side/refleksjoner");
            assertThat(page.locator("main").innerText()).contains("Skrevet i kjelleren.");
        }
    }

    @Test
    void other_pages_and_states_are_clean_too() {
        try (Window window = new Window(360, 740, ColorScheme.LIGHT)) {
            Page page = window.page;
            page.navigate("/logg-inn");
            page.locator("#e-post").fill("finnes.ikke@sundvik.invalid");
            page.locator("#passord").fill("feil");
            page.locator("form[action='/logg-inn'] button").click();
            page.locator("[role=alert]").waitFor();
            window.complaints.removeIf(it -> it.contains("422"));
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
                    "/min-side/konto/passord",
                    "/min-side/konto/totrinn",
                    "/min-side/konto/passnokler",
                    "/min-side/konto/bekreft",
                    "/min-side/konto/lukk",
                    "/konto-lukket",
                    "/velkommen",
                    "/dette-ser-lederen",
                    "/kontaktpunkter",
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
            window.complaints.removeIf(it -> it.contains("422"));
            window.look("search, too long");
            page.navigate("/finnes-ikke");
            window.complaints.removeIf(it -> it.contains("404"));
            window.look("not found");
        }
    }

    @TestFactory
    Stream<DynamicTest> two_step_sign_in_is_set_up_and_used() {
        return Stream.of(
                        Map.entry("phone, dark", new Window(360, 740, ColorScheme.DARK)),
                        Map.entry("desktop, light", new Window(1280, 900, ColorScheme.LIGHT)))
                .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> {
                    try (Window window = it.getValue()) {
                        boolean phone = it.getKey().startsWith("phone");
                        Page page = window.signedIn(phone ? "regional-kontakt" : "erfaringskonsulent").page;
                        page.navigate("/min-side/konto/totrinn");
                        page.locator("main form button").click();
                        page.locator("svg.qr").waitFor();
                        window.look("two-step, being set up");
                        AuthenticatorApp codes =
                                new AuthenticatorApp(page.locator(".key-text").innerText());
                        page.locator("#kode").fill("000000");
                        page.locator("main form button").click();
                        page.locator("[role=alert]").waitFor();
                        window.complaints.removeIf(line -> line.contains("422"));
                        window.look("two-step, wrong code");
                        page.locator("#kode").fill(codes.code(app.clock().instant()));
                        page.locator("main form button").click();
                        page.locator(".recovery-codes").waitFor();
                        window.look("recovery codes");
                        String recovery =
                                page.locator(".recovery-codes li").first().innerText();
                        page.locator("main form button").click();
                        page.waitForURL("**/min-side/konto?gjort=totrinn-pa");
                        window.look("account, two-step on");
                        page.navigate("/min-side/konto/totrinn");
                        window.look("two-step, on");
                        page.navigate("/logg-inn");
                        page.locator("#e-post")
                                .fill(
                                        phone
                                                ? "inger.lise.brandvoll@region-midt.invalid"
                                                : "per-ante.sarre@erfaring.invalid");
                        page.locator("#passord").fill(DemoWorld.PASSWORD);
                        page.locator("form[action='/logg-inn'] button").click();
                        page.waitForURL("**/logg-inn/kode");
                        page.locator("main .disclosure summary").click();
                        window.look("sign-in, the code");
                        page.locator("#gjenoppretting").fill(recovery);
                        page.locator("main .disclosure button").click();
                        page.waitForURL("**/min-side");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_gallery_of_components_is_clean() {
        return Stream.of(
                        Map.entry("phone, light", new Window(360, 740, ColorScheme.LIGHT)),
                        Map.entry("desktop, dark", new Window(1280, 900, ColorScheme.DARK)))
                .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> {
                    try (Window window = it.getValue()) {
                        window.page.navigate("/dev/komponenter");
                        assertThat(window.page.locator(".gallery__item").count())
                                .isGreaterThan(10);
                        window.look("gallery");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_pages_of_some_roles_are_clean() {
        return Stream.of(
                        Map.entry("phone, light", new Window(360, 740, ColorScheme.LIGHT)),
                        Map.entry("desktop, dark", new Window(1280, 900, ColorScheme.DARK)))
                .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> {
                    try (Window window = it.getValue()) {
                        Page page = window.signedIn("enhetsleder").page;
                        page.navigate("/enheten");
                        window.look("the unit");
                        page.navigate("/logg-inn");
                        window.signedIn("prosjektleder").page.navigate("/redaksjon/dekning");
                        window.look("coverage");
                        page.locator(".coverage__scroll").focus();
                        page.keyboard().press("End");
                        assertThat(page.locator("th.coverage__lesson[scope=row]")
                                        .first()
                                        .isVisible())
                                .as("the lesson stays in sight")
                                .isTrue();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_round_is_made_and_run_with_clean_pages() {
        return Stream.of(
                        Map.entry("phone, light", new Window(360, 740, ColorScheme.LIGHT)),
                        Map.entry("desktop, dark", new Window(1280, 900, ColorScheme.DARK)))
                .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> {
                    try (Window window = it.getValue()) {
                        running(window);
                    }
                }));
    }

    private static void running(Window window) {
        Page page = window.signedIn("prosjektleder").page;
        page.navigate("/undersokelser");
        window.look("surveys");
        page.navigate("/undersokelser/ny");
        window.look("a new round");
        page.locator(".round-form .actions .ds-button").click();
        page.locator(".ds-error-summary").waitFor();
        window.complaints.removeIf(it -> it.contains("422"));
        window.look("a new round with mistakes");
        page.locator("#skjema").selectOption("praksis-og-behov");
        page.locator("#navn").fill("Prøverunden");
        page.locator("[name='sted'][value='no.sundvik_sykehus_hf.elvetun']").check();
        page.locator("#anonym-ja").check();
        page.locator("#apner").fill(java.time.LocalDate.now(app.clock()).toString());
        page.locator(".round-form .actions .ds-button").click();
        page.locator(".round .next-step").waitFor();
        window.look("a draft");
        String round = java.net.URI.create(page.url()).getPath();
        page.locator(".next-step .ds-button").click();
        window.look("who gets what");
        page.locator("form[action$='/apne'] .ds-button").first().click();
        page.locator("main [role=status]").first().waitFor();
        window.look("an open round");
        for (String more : java.util.List.of("/epost", "/adresser", "/datoer", "/invitasjoner", "/ark")) {
            page.navigate(round + more);
            window.look(more);
        }
        page.locator("#antall").fill("3");
        page.locator("form[action$='/ark'] .ds-button").click();
        page.locator(".slip").first().waitFor();
        window.look("slips");
        page.navigate(round + "/adresser");
        page.locator("#liste").fill("e-post;enhet\nfeil;Elvetun døgnenhet");
        page.locator("main form .ds-button").click();
        page.locator(".ds-error-summary").waitFor();
        window.complaints.removeIf(it -> it.contains("422"));
        window.look("a list with mistakes");
        page.locator("#liste").fill("e-post;enhet\na" + System.nanoTime() + "@x.invalid;Elvetun døgnenhet");
        page.locator("main form .ds-button").click();
        page.locator("form[action*='/adresser/']").waitFor();
        window.look("what a list comes to");
    }

    @TestFactory
    Stream<DynamicTest> a_questionnaire_goes_out_as_fhir_and_comes_in() {
        return Stream.of(
                        Map.entry("phone, dark", new Window(360, 740, ColorScheme.DARK)),
                        Map.entry("desktop, light", new Window(1280, 900, ColorScheme.LIGHT)))
                .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> {
                    try (Window window = it.getValue()) {
                        fhir(window, it.getKey().startsWith("phone") ? "fhir-a" : "fhir-b");
                    }
                }));
    }

    private static void fhir(Window window, String slug) {
        Page page = window.signedIn("fagredaktor").page;
        for (String known : List.of("eksempel-vilkar-i-vilkar", "eksempel-tall")) {
            page.navigate("/skjemaer/" + known + "/fhir/innhold");
            window.look("out as FHIR: " + known);
        }
        page.navigate("/skjemaer/importer");
        window.look("in from FHIR");
        page.locator("#tekst").fill("<Questionnaire/>");
        page.locator("main form .ds-button").click();
        page.locator(".ds-error-summary").waitFor();
        window.complaints.removeIf(it -> it.contains("422"));
        window.look("in from FHIR, refused");
        page.locator("#tekst").fill("""
                        {"resourceType": "Questionnaire", "status": "draft", "id": "eksempel-tall", "title": "Til prøve", "item": [
                          {"linkId": "1.1", "type": "boolean", "text": "Har du prøvd?", "code": [{"code": "X"}]},
                          {"linkId": "dato", "type": "date", "text": "Når?"},
                          {"linkId": "a", "type": "string", "text": "Hva?", "maxLength": 200}]}
                        """);
        page.locator("main form .ds-button").click();
        page.locator(".fhir-report").first().waitFor();
        assertThat(page.locator("[data-outcome=left_out]").count()).isEqualTo(1);
        window.look("the report of what comes along");
        page.locator("main form .ds-button").click();
        page.locator(".ds-error-summary").waitFor();
        window.complaints.removeIf(it -> it.contains("422"));
        window.look("the draft's name is taken");
        page.locator("#adresse").fill(slug);
        page.locator("main form .ds-button").click();
        page.waitForURL("**/skjemaer/" + slug + "/rediger");
    }

    @TestFactory
    Stream<DynamicTest> the_daily_exercise_is_clean_from_the_first_question_to_the_end() {
        return Stream.of(
                        Map.entry("phone, dark", new Window(360, 740, ColorScheme.DARK)),
                        Map.entry("desktop, light", new Window(1280, 900, ColorScheme.LIGHT)))
                .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> {
                    try (Window window = it.getValue()) {
                        exercise(window, it.getKey().startsWith("phone") ? "erfaringskonsulent" : "regional-kontakt");
                    }
                }));
    }

    private static void exercise(Window window, String role) {
        Page page = window.signedIn(role).page;
        page.navigate("/min-side/ovelse");
        window.look("exercise, nothing met");
        page.navigate("/moduler/grunnmodul/hvorfor-samtidig/tre-mater");
        answerSome(window, page, false);
        page.navigate("/moduler/grunnmodul/hvorfor-samtidig/hva-vi-vet");
        answerSome(window, page, false);
        page.navigate("/min-side/ovelse");
        window.look("exercise, nothing due");
        app.clock().forward(Duration.ofDays(3));
        window.signedIn(role);
        window.look("own page, exercise due");
        page.locator(".exercise-card .ds-button").click();
        page.waitForURL("**/min-side/ovelse");
        int asked = 0;
        while (page.locator("form[action$='/svar']").count() > 0) {
            window.look("exercise, question");
            String question = "#" + ids(page, "section.quiz, section.duty").getFirst();
            if (page.locator(question + " select").count() > 0) {
                for (com.microsoft.playwright.Locator select :
                        page.locator(question + " select").all()) {
                    select.selectOption("0");
                }
            } else {
                page.locator(question + " .choice input").first().check();
            }
            page.locator(question + " form .actions .ds-button").nth(asked % 2).click();
            page.locator(question + " .verdict").waitFor();
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("verdict");
            window.look("exercise, answered");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(
                            page.evaluate(
                                    "Math.min(0, ...[...document.querySelectorAll('.answer[data-chosen]')].map(it => it.offsetLeft - it.parentElement.offsetLeft))"))
                    .as("a chosen answer keeps within the page on paper")
                    .isEqualTo(0);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            page.locator(question + " > .actions .ds-button").click();
            page.waitForURL("**/min-side/ovelse");
            asked++;
        }
        assertThat(asked).isEqualTo(3);
        assertThat(page.locator("h1").innerText()).isEqualTo("Ferdig for i dag");
        page.locator("section.try form .ds-button").click();
        page.locator("section.try .verdict").waitFor();
        page.locator(".exercise__about summary").last().click();
        window.look("exercise, done");
        page.locator("button[name=pa]").click();
        page.locator("button[name=pa][value=true]").waitFor();
        window.look("exercise, off");
    }

    @TestFactory
    Stream<DynamicTest> somebody_is_invited_and_comes_to_the_first_lesson() {
        return Stream.of(
                        Map.entry("phone, dark", new Window(360, 740, ColorScheme.DARK)),
                        Map.entry("desktop, light", new Window(1280, 900, ColorScheme.LIGHT)))
                .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> {
                    try (Window window = it.getValue()) {
                        invited(window, it.getKey().substring(0, 5).strip() + "@sundvik.invalid");
                    }
                }));
    }

    private static void invited(Window window, String email) {
        Page page = window.signedIn("enhetsleder").page;
        page.navigate("/invitasjoner");
        window.look("invitations");
        page.locator(".page a[href='/invitasjoner/ny']").first().click();
        window.look("invite");
        page.locator("#adresser").fill("Sara Utsi " + email);
        page.locator("#rolle").selectOption("miljoterapeut");
        page.locator("main form .ds-button").click();
        page.locator("[role=alert]").waitFor();
        window.complaints.removeIf(text -> text.contains("422"));
        window.look("invite, bad address");
        assertThat(page.evaluate("document.activeElement.className"))
                .as("the summary has focus")
                .isEqualTo("ds-error-summary");
        page.locator("#adresser").fill("Sara Utsi <" + email + ">");
        page.locator("main form .ds-button").click();
        page.locator(".letter").waitFor();
        window.look("invite, preview");
        page.locator("form[action='/invitasjoner'] .ds-button").first().click();
        page.locator(".ds-alert[role=status]").waitFor();
        window.look("invitations, sent");
        page.navigate("/dev/post");
        window.look("mailbox with a link");
        String link = page.locator(".mail", new Page.LocatorOptions().setHasText(email))
                .locator("a")
                .getAttribute("href");
        page.navigate(link);
        window.look("invitation, somebody else is signed in");
        page.locator("main form[action='/logg-ut'] .ds-button").click();
        page.locator("#navn").waitFor();
        window.look("invitation");
        page.locator("#passord").fill("sommersommer");
        page.locator("button[data-show]").click();
        assertThat(page.locator("#passord").getAttribute("type")).isEqualTo("text");
        window.look("invitation, password shown");
        page.locator("main form .actions .ds-button").click();
        page.locator("[role=alert]").waitFor();
        window.complaints.removeIf(text -> text.contains("422"));
        window.look("invitation, weak password");
        page.locator("#passord").fill("hest batteri stift kopp");
        page.locator("main form .actions .ds-button").click();
        page.waitForURL("**/velkommen");
        window.look("welcome");
        page.locator("main form .ds-button").click();
        page.locator(".begin").waitFor();
        window.look("begin here");
        page.locator(".begin__link").first().click();
        page.locator(".step-nav").waitFor();
        window.look("the first step");
        page.navigate(link);
        window.complaints.removeIf(text -> text.contains("410"));
        window.look("invitation used");
    }

    @Test
    void the_keyboard_reaches_the_answer_and_the_focus_is_seen() {
        try (Window window = new Window(1280, 900, ColorScheme.LIGHT)) {
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
        try (Window window = new Window(360, 740, ColorScheme.LIGHT)) {
            String reader = window.signedIn("miljoterapeut").context.storageState();
            for (String path : List.of("/", "/logg-inn", "/min-side", "/moduler/grunnmodul/hvorfor-samtidig/to-koer")) {
                BrowserContext fresh = browser.newContext(
                        new Browser.NewContextOptions().setStorageState(path.startsWith("/m") ? reader : null));
                Page page = fresh.newPage();
                List<com.microsoft.playwright.Response> answers = new ArrayList<>();
                page.onResponse(answers::add);
                page.navigate(app.address() + path);
                page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
                List<Integer> sizes = answers.stream()
                        .filter(it -> !it.url().contains("/fonts/"))
                        .map(it -> it.request().sizes().responseBodySize)
                        .toList();
                fresh.close();
                assertThat(sizes.stream().mapToInt(Integer::intValue).sum())
                        .as("bytes of the first view of " + path)
                        .isBetween(5_000, 60 * 1024);
            }
            assertThat(window.complaints).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> questionnaires_are_written_looked_at_and_checked() {
        return Stream.of(
                        Map.entry("phone, dark", new Window(360, 740, ColorScheme.DARK)),
                        Map.entry("desktop, light", new Window(1280, 900, ColorScheme.LIGHT)))
                .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> {
                    try (Window window = it.getValue()) {
                        questionnaire(window, it.getKey().startsWith("phone") ? "skjema-a" : "skjema-b");
                    }
                }));
    }

    private static void questionnaire(Window window, String slug) {
        Page page = window.signedIn("fagredaktor").page;
        String path = "/skjemaer/" + slug;
        page.navigate("/skjemaer");
        window.look("questionnaires");
        page.navigate("/skjemaer/ny");
        page.locator("#adresse").fill("Ikke En Adresse");
        page.locator("main form .ds-button").click();
        page.locator(".ds-error-summary").waitFor();
        window.complaints.removeIf(it -> it.contains("422"));
        window.look("a new questionnaire, refused");
        page.locator("#tittel-nb").fill("Praksis");
        page.locator("#tittel-nn").fill("Praksis");
        page.locator("#fra").selectOption("praksis-og-behov");
        page.locator("#adresse").fill(slug);
        page.locator("main form .ds-button").click();
        page.waitForURL("**/rediger");
        window.look("a draft");
        for (String kind : List.of(
                "page",
                "information",
                "single",
                "multiple",
                "likert",
                "frequency",
                "importance",
                "slider",
                "number",
                "short-text",
                "long-text")) {
            page.navigate(path + "/nytt?type=" + kind);
            window.look("a new item: " + kind);
            page.locator("main .actions button").click();
            page.locator(".ds-error-summary").waitFor();
            window.complaints.removeIf(it -> it.contains("422"));
            window.look("a new item, refused: " + kind);
        }
        page.navigate(path + "/nytt?type=frequency");
        page.locator("#tekst-nb").fill("Jeg spør");
        page.locator("#vis-nar-regel").check();
        page.locator("#vis-om").selectOption("arbeidstid");
        page.locator("button[value=vis-hent]").click();
        page.locator("#vis-hvordan").waitFor();
        window.look("a rule");
        page.locator("#vis-hvordan input[type=checkbox]").first().check();
        // Enter in a field saves: it does not press the first button of the page
        page.locator("#kode").fill("spor");
        page.locator("#kode").press("Enter");
        page.waitForURL("**/rediger?gjort=lagret*");
        window.look("saved");
        page.locator("form[action$='/spor/slett'] button").click();
        page.locator(".edit-done form button").waitFor();
        window.look("deleted");
        page.locator(".edit-done form button").click();
        page.waitForURL("**/rediger?gjort=angret");
        assertThat(page.locator("#punkt-spor").count()).isEqualTo(1);
        for (String place : List.of("/om", "/tekst", "/sjekk", "/kast", "?utkast", "?utkast&sprak=nn")) {
            page.navigate(path + place);
            window.look(path + place);
        }
        page.navigate(path + "/tekst");
        page.locator("#tekst").fill("title: {nb: Tom}\nminuttes: 3\n");
        page.locator("main form .ds-button").click();
        page.locator(".ds-error-summary").waitFor();
        window.complaints.removeIf(it -> it.contains("422"));
        window.look("a text with a mistake");
    }

    @TestFactory
    Stream<DynamicTest> results_and_their_report_are_clean_in_both_schemes() {
        ResultWorld world = new ResultWorld(app);
        RoundId round = world.finished("Høsten 2026", ResultWorld.FORM, "no");
        world.asked(round, ResultWorld.ELVETUN, StaffGroup.MILIEU, 40, 26);
        world.asked(round, ResultWorld.ELVETUN, StaffGroup.LEADER, 3, 3);
        world.counted(round, "country", "", "all", "", 26, ResultWorld.everything(26));
        world.counted(round, "country", "", "staff-group", "miljopersonell", 23, ResultWorld.everything(23));
        world.wrote(round, "forslag", "en", "to", "tre", "fire", "fem");
        String results = "/undersokelser/" + round.value() + "/resultater";
        return Stream.of(
                        Map.entry("phone, dark", new Window(360, 740, ColorScheme.DARK)),
                        Map.entry("desktop, light", new Window(1280, 900, ColorScheme.LIGHT)),
                        Map.entry("desktop, dark", new Window(1280, 900, ColorScheme.DARK)),
                        Map.entry("narrow, light", new Window(320, 740, ColorScheme.LIGHT)))
                .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> {
                    try (Window window = it.getValue()) {
                        Page page = window.signedIn("prosjektleder").page;
                        page.navigate("/resultater");
                        window.look("list of results");
                        page.navigate(results);
                        window.look("results");
                        page.navigate(results + "?del=stillingsgruppe");
                        page.locator("details").all().forEach(each -> each.evaluate("it => it.open = true"));
                        window.look("results divided, with all tables open");
                        assertThat(page.locator(".chart__few").count()).isPositive();
                        page.navigate(results + "/rapport");
                        window.look("report");
                        page.navigate("/logg-inn");
                        window.signedIn("enhetsleder").page.navigate(results);
                        window.look("too few");
                        assertThat(page.locator(".empty").innerText()).contains("For få svar");
                    }
                }));
    }
}
