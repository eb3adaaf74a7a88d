package no.samtidig.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.improvement.InventedUnit;
import no.samtidig.platform.mail.Daytime;
import no.samtidig.survey.disclosure.Releasing;
import no.samtidig.trust.Promise;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A unit's whole journey in a real browser, from the regional contact who puts it into the pipeline to the status that is printed after the
 * six-month round: at every station no complaint on the console, nothing for axe to find on phone and desktop, the right next step on the
 * unit's page, and the region's board telling the same stage. The unit and everybody in it are made up.
 */
@Tag("browser")
@Tag("improvement")
@RenewedApp
@Proves(Promise.FOR_ALL)
class WholeJourneyTest {
    private static final App app = App.shared();
    private static final int STAFF = 12;
    private static final int BY_BROWSER = 2;
    private static final List<String> SEVEN =
            List.of("begge-veier", "etter-svaret", "samme-plan", "samme-ord", "til-tiltak", "personen-med", "vi-over");

    private final InventedUnit unit = new InventedUnit(app, "skogstua", "Skogstua døgnenhet", STAFF);
    private final Window leader = Screen.DESKTOP_LIGHT.open(app);
    private final Window coach = Screen.DESKTOP_LIGHT.open(app);
    private final Window staff = Screen.PHONE_LIGHT.open(app);

    @Test
    void a_unit_goes_from_interested_to_a_printed_status_after_six_months() throws IOException {
        try (leader;
                coach;
                staff) {
            signIn();
            recruited();
            agreed();
            anchored();
            rated();
            asked();
            met();
            acted();
            talked();
            askedAgain();
            printed();
            Stream.of(leader, coach, staff).forEach(it -> it.quiet("the whole journey"));
        }
    }

    /** By password; after so long that the clock was moved they must again. */
    private void signIn() {
        signIn(leader, unit.leader());
        signIn(coach, InventedUnit.COACH);
        signIn(staff, unit.staff(STAFF - 1));
    }

    private static void signIn(Window who, String email) {
        int status = who.context
                .request()
                .post(
                        "/logg-inn",
                        RequestOptions.create()
                                .setForm(FormData.create().set("e-post", email).set("passord", InventedUnit.PASSWORD)))
                .status();
        assertThat(status).isEqualTo(200);
    }

    // What one does in a window.

    private static void press(Window who, String button) {
        button(who.page.locator("main"), button).click();
        who.page.waitForLoadState();
    }

    private static Locator button(Locator where, String words) {
        return where.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true));
    }

    private static void write(Window who, String label, String text) {
        who.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private static String read(Window who) {
        return who.page.locator("main").innerText();
    }

    /** The page as it is now, on a phone and on a desk. */
    private static void look(Window who, String state) {
        for (int width : new int[] {360, 1280}) {
            who.page.setViewportSize(width, 900);
            who.look(state + " at " + width);
        }
    }

    private static void look(Window who, String path, String state) {
        who.page.navigate(path);
        look(who, state);
    }

    /** Where the unit is: what its leader is to do next, what the pages of leader and staff tell, and in which column of the board it stands. */
    private void stands(String step, String stage) {
        look(leader, "/enheten", stage);
        assertThat(leader.page.locator("#neste")).hasText(step);
        assertThat(read(leader)).contains(stage.toLowerCase(java.util.Locale.ROOT));
        staff.page.navigate("/enheten");
        staff.look("staff, " + stage);
        assertThat(read(staff))
                .contains(stage.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("Flytt enheten");
        Person.Answer board = unit.signedIn(InventedUnit.COACH).get("/regionen");
        assertThat(board.page().select(".board__column").stream()
                        .filter(it -> it.select(".unit-card__name").eachText().contains(unit.name()))
                        .map(it -> it.select("h3").getFirst().ownText()))
                .as("columns of the board")
                .containsExactly(stage);
    }

    // The stations.

    private void recruited() {
        look(coach, "/regionen/nye?q=skogstua", "finding a unit");
        coach.page.locator("input[name=enhet]").check();
        press(coach, "Legg til");
        assertThat(coach.page.locator("h1")).hasText(unit.name());
        look(coach, "the card");
        write(coach, "Kontaktperson", "Oppdiktet Kontakt");
        write(coach, "E-postadresse", "kontakt@skogstua.invalid");
        press(coach, "Lagre kontaktperson");
        assertThat(read(coach)).contains("Oppdiktet Leder");
        stands("Fyll ut avtalen", "Interessert");
    }

    private void agreed() {
        look(leader, "/enheten/avtale", "before anything is agreed");
        assertThat(read(leader)).contains("timer");
        assertThat(leader.page.locator("main button:has-text('Si ja')")).hasCount(0);
        look(leader, "/enheten/avtale/endre", "writing the agreement");
        write(leader, "Hvem", "alle på kveldsvakt");
        write(leader, "Hva", "en øving på tolv minutter");
        write(leader, "Hvor", "på personalmøtet");
        write(leader, "Når", "første halvtime");
        write(leader, "Hvor ofte", "annenhver uke");
        write(leader, "Sammen med hvem", "en kollega");
        leader.page.locator("input[name=ansatte]").fill(String.valueOf(STAFF));
        press(leader, "Lagre avtalen");
        if (button(leader.page.locator("main"), "Lagre avtalen").count() > 0) { // so many have another team
            leader.expect(422);
            press(leader, "Lagre avtalen");
        }
        assertThat(read(leader)).contains("Regnet for 12 ansatte", "Hver ansatt: om lag 14 timer");
        look(leader, "the agreement");
        press(leader, "Si ja for enheten");
        look(coach, "/enheten/avtale" + unit.which(), "the agreement, by the coach");
        press(coach, "Si ja for regionen");
        assertThat(read(coach)).contains("Begge har sagt ja");
        coach.page.navigate("/enheten" + unit.which());
        assertThat(coach.page.locator("#neste")).hasText("Flytt enheten til avtalt");
        moved("agreed", "Flytt til avtalt");
        stands("Få de ti punktene på plass", "Avtalt");
    }

    private void moved(String to, String button) {
        look(coach, "/enheten/flytt" + unit.which() + "&til=" + to, "moving to " + to);
        press(coach, button);
    }

    private void anchored() {
        leader.page.navigate("/enheten/avtale");
        Locator points = leader.page.locator("input[name=punkt]");
        assertThat(points).hasCount(10);
        points.all().forEach(Locator::check);
        press(leader, "Lagre sjekklisten");
        look(leader, "the checklist");
        moved("anchored", "Flytt til forankret");
        stands("Åpne neste GAP-runde", "Forankret");
    }

    private static String[] levels(String grounds, int... levels) {
        List<String> fields = new ArrayList<>();
        for (int at = 0; at < levels.length; at++) {
            fields.addAll(List.of("niva-" + SEVEN.get(at), String.valueOf(levels[at])));
            if (!grounds.isEmpty()) {
                fields.addAll(List.of("grunn-" + SEVEN.get(at), grounds));
            }
        }
        return fields.toArray(String[]::new);
    }

    /** Four rate in silence: the leader's and the coach's pages are looked at, the levels are sent without a browser. */
    private void rated() {
        look(leader, "/enheten/etterlevelse/ny", "beginning a rating");
        press(leader, "Begynn vurderingen");
        String start = "/enheten/etterlevelse/0";
        Person asLeader = unit.signedIn(unit.leader());
        asLeader.post(start + "/hvem", "miljo", unit.account(unit.staff(11)), "behandler", unit.account(unit.staff(0)));
        look(leader, start + "/min", "rating");
        asLeader.post(start + "/min", levels("rutine", 2, 2, 3, 2, 3, 2, 2));
        unit.signedIn(InventedUnit.COACH).post(start + "/min" + unit.which(), levels("rutine", 1, 2, 2, 2, 3, 2, 2));
        unit.signedIn(unit.staff(11)).post(start + "/min", levels("rutine", 2, 2, 2, 2, 3, 2, 2));
        unit.signedIn(unit.staff(0)).post(start + "/min", levels("rutine", 3, 2, 2, 2, 3, 2, 2));
        look(leader, start, "revealed");
        look(leader, start + "/enige", "agreeing");
        leader.page.locator("input[name=niva-begge-veier][value='2']").check();
        press(leader, "Lagre");
        look(coach, start + unit.which(), "what the unit wrote");
        press(coach, "Ja, dette står");
        look(leader, "/enheten/etterlevelse", "fidelity");
        assertThat(read(leader)).contains("2,1");
    }

    private void asked() {
        look(leader, "/enheten/gap", "making a round");
        leader.page.locator("input[name=dogn][value=ja]").check();
        press(leader, "Lag runden");
        press(leader, unit.round().opens().isAfter(unit.today()) ? "La den åpne på dagen" : "Åpne og inviter");
        List<String> codes = unit.codes();
        signIn();
        assertThat(codes).as("the staff, and not the leader").hasSize(STAFF);
        look(staff, "/enheten/gap", "a round that is open");
        for (int who = 0; who < BY_BROWSER; who++) {
            answers(codes.get(who), who);
        }
        IntStream.range(BY_BROWSER, STAFF).forEach(who -> unit.answers(codes.get(who), who, false));
        leader.page.navigate("/enheten/gap");
        leader.page.locator("summary:has-text('Lukk runden før tiden')").click();
        press(leader, "Lukk");
        app.bean(Releasing.class).release(unit.round().id());
        look(leader, "/enheten/gap", "a round that is over");
        stands("Hold resultatmøtet", "Forankret");
        look(leader, "/enheten/gap/resultat", "the result");
        assertThat(leader.page.locator(".gap-result__tier[data-tier=largest]")).containsText("Mottak og inntak");
        staff.page.navigate("/enheten/gap/resultat");
        assertThat(staff.page.locator("main .section").allInnerTexts())
                .as("leader and staff read the same")
                .isEqualTo(leader.page.locator("main .section").allInnerTexts());
    }

    /** On a phone of one's own, page by page. */
    private void answers(String code, int who) {
        try (Window phone = Screen.PHONE_LIGHT.open(app)) {
            phone.page.navigate("/svar/" + code);
            phone.look("an invitation");
            Locator heading = phone.page.locator("h1");
            boolean looked = false;
            while (!heading.innerText().equals("Klar til å sende")) {
                List<?> fields = (List<?>) phone.page.evaluate("""
                        [...new Set([...document.querySelectorAll('#svar-skjema input[type=radio]')].map(it => it.name))]
                        """);
                for (Object field : fields) {
                    String value = unit.answer(field.toString(), who, false);
                    phone.page.evaluate(
                            "it => document.querySelector(`#svar-skjema input[name=\"${it[0]}\"][value=\"${it[1]}\"]`).click()",
                            List.of(field, value));
                }
                if (!looked && fields.size() > 4) {
                    phone.look("statements");
                    looked = true;
                }
                phone.page.evaluate("document.querySelector('#svar-skjema').dataset.left = ''");
                phone.page.locator("main button.ds-button[value=neste]").click();
                assertThat(phone.page.locator("#svar-skjema:not([data-left])")).hasCount(1);
            }
            phone.look("before sending");
            phone.page.locator("button[value=send]").click();
            phone.page.waitForURL("**/svar/takk");
            phone.quiet("answering");
        }
    }

    private void met() {
        look(leader, "/enheten/mote", "before the meeting");
        leader.page.locator("input[name=lengde][value='60']").check();
        press(leader, "Begynn møtet");
        String stage = leader.page.url().replaceAll("#.*", "");
        look(leader, "the shared screen");
        String code = leader.page.locator(".stage__big").first().innerText();
        List<Window> phones =
                List.of(Screen.PHONE_LIGHT.open(app), Screen.PHONE_DARK.open(app), Screen.PHONE_LIGHT.open(app));
        List<Person> others = List.of(app.visitor(), app.visitor());
        String typed = code.replaceAll("\\s", "");
        try {
            for (Window phone : phones) {
                phone.page.navigate("/delta");
                phone.page.locator("input[name=kode]").fill(code);
                press(phone, "Fortsett");
                press(phone, "Bli med og stem");
                assertThat(phone.page.locator("h1")).hasText("Du er med");
            }
            phones.getFirst().look("joined");
            others.forEach(it -> it.post("/delta/" + typed + "/med"));
            leader.page.navigate(stage + "#steg-vote");
            look(leader, "before the vote");
            press(leader, "Åpne avstemningen");
            for (Window phone : phones) {
                assertThat(phone.page.locator("h1")).hasText("Stem");
                phone.page.locator("input[value=mottak]").check();
                phone.page.locator("input[value=risiko]").check();
                phone.page.locator("input[value=kompetanse]").check();
                phone.look("voting");
                press(phone, "Send stemmene");
                assertThat(phone.page.locator("main")).containsText("Stemmene er tatt imot");
            }
            others.forEach(it -> it.post("/delta/" + typed, "omrade", "mottak", "omrade", "ledelse"));
            leader.page.navigate(stage + "#steg-groups");
            assertThat(read(leader)).as("hidden until it is closed").doesNotContain("5 stemte");
            leader.page.navigate(stage + "#steg-vote");
            press(leader, "Lukk og vis");
            assertThat(leader.page.locator("#steg-groups")).containsText("5 stemte.");
            assertThat(leader.page.locator("#steg-groups")).containsText("Mottak og inntak 4 stemmer eller flere");
            look(leader, "groups of areas");
            for (Window phone : phones) {
                assertThat(phone.page.locator("h1")).hasText("Avstemningen er lukket");
                phone.quiet("the vote");
            }
        } finally {
            phones.forEach(Window::close);
        }
        leader.page.navigate(stage + "#steg-leader");
        leader.page
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Dette kan jeg gi tid til: Mottak og inntak"))
                .click();
        assertThat(leader.page.locator("#steg-leader")).containsText("Leder gir tid");
        for (String area : List.of("mottak", "risiko", "kompetanse")) {
            leader.page.navigate(stage + "#steg-goals");
            leader.page.locator("#mal-omrade").selectOption(area);
            write(
                    leader,
                    "Målet i én setning",
                    "Vi på kveldsvakt øver på " + area + " på personalmøtet annenhver uke.");
            press(leader, "Legg til mål");
        }
        assertThat(leader.page.locator("#steg-goals")).containsText("Dere har tre mål. Velg bort ett først.");
        assertThat(button(leader.page.locator("main"), "Legg til mål")).hasCount(0);
        Person.Answer fourth = unit.signedIn(unit.leader())
                .post(
                        stage.substring(app.address().length()) + "/mal",
                        "nokkel",
                        UUID.randomUUID().toString(),
                        "omrade",
                        "mottak",
                        "mal",
                        "Et fjerde mål.");
        assertThat(fourth.status()).isEqualTo(422);
        leader.page.navigate(stage + "#steg-end");
        press(leader, "Avslutt møtet");
        assertThat(leader.page.locator("#steg-end")).containsText("Møtet er avsluttet");
        stands("Velg et tiltak", "Forankret");
    }

    private void acted() {
        look(leader, "/enheten/tiltak", "goals");
        for (int goal = 0; goal < 3; goal++) {
            leader.page.navigate("/enheten");
            leader.page.locator(".next-step a").click();
            leader.page.waitForLoadState();
            if (goal == 0) {
                look(leader, "an action");
            }
            leader.page.locator(".ready a").first().click();
            leader.page.waitForLoadState();
            leader.page.locator("select[name=eier]").selectOption(unit.account(unit.staff(STAFF - 1)));
            press(leader, "Lagre tiltaket");
            assertThat(read(leader)).contains("Tiltaket er lagt til.");
        }
        look(leader, "goals with actions");
        look(staff, "/enheten/tiltak", "goals, by staff");
        moved("running", "Flytt til i gang");
        leader.page.navigate("/enheten/veiledning");
        look(leader, "before any talk");
    }

    private void talked() {
        java.time.LocalDate day = unit.today();
        while (!Daytime.working(day)) {
            day = day.plusDays(1);
        }
        leader.page.locator("input[name=forste]").fill(day.toString());
        leader.page.locator("input[name=tid]").fill("10:00");
        press(leader, "Lag datoene");
        assertThat(read(leader)).contains("Datoene er laget.");
        look(leader, "talks");
        if (day.isAfter(unit.today())) {
            unit.goTo(day);
            signIn();
        }
        stands("Veiledning " + no.samtidig.platform.Language.NB.date(day), "I gang");
        leader.page.locator(".next-step a").click();
        leader.page.waitForLoadState();
        String talk = leader.page.url().substring(app.address().length());
        leader.page.locator("input[name=hindring]").first().check();
        write(leader, "Neste steg", "Leder setter av tolv minutter på personalmøtet på fredag.");
        press(leader, "Lagre notatet");
        look(leader, "the note");
        press(leader, "Lest høyt, og jeg er enig");
        look(coach, talk + unit.which(), "the note, by the coach");
        press(coach, "Lest høyt, og jeg er enig");
        assertThat(read(coach)).contains("Leder sa seg enig", "Veileder sa seg enig");
        staff.page.navigate("/enheten/veiledning");
        assertThat(read(staff)).as("days only").doesNotContain("tolv minutter på personalmøtet på fredag");
    }

    /** The clock is moved half a year; the same staff and their answers are simulated. */
    private void askedAgain() {
        unit.goTo(unit.today().plusMonths(6));
        signIn();
        Person asLeader = unit.signedIn(unit.leader());
        unit.opens(asLeader, "full");
        unit.answered(STAFF, true);
        signIn();
        unit.settled(unit.signedIn(unit.leader()));
        look(leader, "/enheten/gap/resultat", "the change");
        assertThat(leader.page.locator("#endring")).containsText("Endring fra «ved start»");
        assertThat(leader.page.locator("#endring")).containsText("Det er ikke nødvendigvis de samme som svarer.");
        assertThat(leader.page.locator("#endring li:has-text('Mottak og inntak')"))
                .containsText("Endret.");
        assertThat(leader.page.locator("#endring li:has-text('Medvirkning')"))
                .containsText("Vi kan ikke kalle det endret.");
        assertThat(read(leader)).contains("Slike tall flytter seg ofte litt mot midten");
        look(coach, "/regionen/endring", "change in the region");
        look(coach, "/regionen/tall", "figures of the region");
    }

    private void printed() throws IOException {
        look(leader, "/enheten/status", "the status before it is released");
        write(leader, "Med dine egne ord (valgfritt)", "Øvingen trenger fast tid i turnus.");
        press(leader, "Frigi i dag");
        assertThat(read(leader)).contains("Statusen er frigitt");
        look(coach, "/enheten/status" + unit.which(), "the status that is released");
        staff.page.navigate("/enheten/status");
        assertThat(read(staff)).contains("Øvingen trenger fast tid i turnus.");
        byte[] pdf = staff.page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text).contains(unit.name(), "Mottak og inntak", "Øvingen trenger fast tid", "Metode og grenser");
            assertThat(document.getNumberOfPages()).as(text).isEqualTo(1);
        }
    }
}
