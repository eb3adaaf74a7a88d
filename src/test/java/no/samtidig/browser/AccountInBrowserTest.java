package no.samtidig.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import no.samtidig.App;
import no.samtidig.AuthenticatorApp;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.development.DemoWorld;
import no.samtidig.platform.Language;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Coming in, signing in, and certificates in a real browser, with axe on every page and state reached. */
@Tag("browser")
@Tag("access")
@Tag("certificate")
@RenewedApp
@Proves(Promise.FOR_ALL)
class AccountInBrowserTest {
    private static final App app = App.shared();

    @ParameterizedTest
    @EnumSource(names = {"PHONE_DARK", "DESKTOP_LIGHT"})
    void somebody_is_invited_and_comes_to_the_first_lesson(Screen screen) {
        try (Window window = screen.open(app)) {
            invited(window, screen.phone() ? "phone@sundvik.invalid" : "deskt@sundvik.invalid");
        }
    }

    @Test
    void a_place_is_found_by_typing_some_of_its_name_and_what_is_chosen_stays() {
        try (Window window = Screen.PHONE_LIGHT.open(app)) {
            Page page = window.signedIn("administrator").page;
            page.navigate("/invitasjoner/ny");
            Locator places = page.locator("#sted option:not([value=''])");
            int all = places.count();
            page.locator("#sted-narrow").fill("elvetun");
            assertThat(places.allTextContents()).hasSize(1).allMatch(it -> it.contains("Elvetun"));
            assertThat(page.locator(".place-picker [role=status]").textContent())
                    .isEqualTo("Ett treff");
            window.look("invite, a place found");
            page.locator("#sted").selectOption("no.sundvik_sykehus_hf.elvetun");
            page.locator("#sted-narrow").press("Enter");
            page.locator("#sted-narrow").fill("finnes ikke");
            assertThat(places.count()).as("what is chosen stays").isOne();
            assertThat(page.locator("#sted").inputValue()).isEqualTo("no.sundvik_sykehus_hf.elvetun");
            window.look("invite, no place found");
            page.locator("#sted-narrow").fill("");
            assertThat(places.count()).isEqualTo(all).isGreaterThan(12);
            assertThat(page.url()).as("a half-typed place sends nothing").endsWith("/invitasjoner/ny");
        }
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
        window.expect(422);
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
        window.expect(422);
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
        window.expect(410);
        window.look("invitation used");
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_DARK", "DESKTOP_LIGHT"})
    void two_step_sign_in_is_set_up_and_used(Screen screen) {
        try (Window window = screen.open(app)) {
            boolean phone = screen.phone();
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
            window.expect(422);
            window.look("two-step, wrong code");
            page.locator("#kode").fill(codes.code(app.clock().instant()));
            page.locator("main form button").click();
            page.locator(".recovery-codes").waitFor();
            window.look("recovery codes");
            String recovery = page.locator(".recovery-codes li").first().innerText();
            page.locator("main form button").click();
            page.waitForURL("**/min-side/konto?gjort=totrinn-pa");
            window.look("account, two-step on");
            page.navigate("/min-side/konto/totrinn");
            window.look("two-step, on");
            page.navigate("/logg-inn");
            page.locator("#e-post")
                    .fill(phone ? "inger.lise.brandvoll@region-midt.invalid" : "per-ante.sarre@erfaring.invalid");
            page.locator("#passord").fill(DemoWorld.PASSWORD);
            page.locator("form[action='/logg-inn'] button").click();
            page.waitForURL("**/logg-inn/kode");
            page.locator("main .disclosure summary").click();
            window.look("sign-in, the code");
            page.locator("#gjenoppretting").fill(recovery);
            page.locator("main .disclosure button").click();
            page.waitForURL("**/min-side");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE_LIGHT", "DESKTOP_DARK"})
    void certificates_are_clean_in_each_state(Screen screen) {
        try (Window window = screen.open(app)) {
            certificates(window.signedIn(screen.phone() ? "kursholder" : "regional-kontakt"));
        }
    }

    private static void certificates(Window window) {
        Page page = window.page;
        page.navigate("/min-side/kursbevis");
        window.look("no certificates");
        app.bean(KnowledgeModules.class)
                .module("grunnmodul")
                .orElseThrow()
                .lessons(Language.NB)
                .forEach(window::finish);
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
        window.expect(422);
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
        window.expect(404);
        window.look("unknown code");
    }
}
