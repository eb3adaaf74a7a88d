package no.samtidig.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.platform.mail.Daytime;
import no.samtidig.trust.Promise;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * A unit of seven goes the whole way with the meeting of thirty minutes, in words and without a figure, and every form on the way is sent
 * twice, as by somebody who presses twice or whose page is sent again after a restart: it makes one thing. And four who share cards.
 */
@RenewedApp(eachTest = true)
@Proves(Promise.SMALL_GROUPS)
class SmallUnitJourneyTest {
    private static final App app = App.shared();

    /** What is told of few is words: no count of people, no share, no mean, in page, file and on the screen. */
    private static final Pattern FIGURE = Pattern.compile("\\d+ av \\d+|\\d,\\d");

    private static final String COACHED = "/regionen/enheter/";

    /** Forms that this walk does not send, and the test that sends each twice, or why it makes nothing. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry(
                    "/enheten/mote/{id}/stemming",
                    "ResultsMeetingJourneyTest; thirty minutes have no vote on telephones"),
            Map.entry("/enheten/mote/{id}/leder", "the leader's yes follows the vote"),
            Map.entry("/enheten/mote/{id}/tiltak", "ResultsMeetingJourneyTest"),
            Map.entry("/enheten/etterlevelse/{maned}/med", "CalibrationJourneyTest"),
            Map.entry("/regionen/veiledning/ovelse/{enhet}", "CalibrationJourneyTest"),
            Map.entry("/enheten/veileder", "sets the coach to who sends it; AgreementJourneyTest"),
            Map.entry("/enheten/tiltak/mal/ingen", "GoalsAndActionsTest"),
            Map.entry(
                    "/regionen/nye/liste",
                    "reads a list and keeps it for a while under a new number, which nobody has confirmed"),
            Map.entry("/regionen/nye/liste/{id}", "AddingUnitsTest"),
            Map.entry("/enheten/veiledning/rytme", "CoachingTest; offered only where the rhythm may change"),
            Map.entry("/enheten/gap/{id}/vent", "sent twice here on days when the round cannot open at once"),
            Map.entry("/enheten/gap/{id}/paminn", "Mailing: a step is asked for once"));

    private final Set<String> sent = new TreeSet<>();
    private InventedUnit unit;
    private Person leader;
    private Person coach;

    @BeforeEach
    void a_unit_of_seven() {
        unit = new InventedUnit(app, "sandvika", "Sandvika ruspoliklinikk", 7);
        signIn();
    }

    private void signIn() {
        leader = unit.signedIn(unit.leader());
        coach = unit.signedIn(InventedUnit.COACH);
    }

    /** Sends the form of a page, whose address ends so, twice; the second time nothing is written. */
    private Person.Answer twice(Person who, String page, String action, String... fields) {
        Person.Answer there = who.get(page);
        Element form = there.one("main form[method=post][action~=" + action + "(\\?.*)?$]");
        Person.Answer first = who.submit(form, fields);
        assertThat(first.status()).as(action + ": " + first.text()).isEqualTo(200);
        Map<String, List<String>> rows = rows();
        Person.Answer again = who.submit(form, fields);
        assertThat(again.status()).as(action + " again").isIn(200, 404, 409, 422);
        assertThat(rows()).as(action + " again").isEqualTo(rows);
        sent.add(route(form.attr("action").replaceAll("\\?.*", "")));
        return first;
    }

    private static Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>(JourneyRoutes.rows(app));
        for (String table : List.of("survey.round", "survey.ticket", "platform.mail")) {
            rows.put(
                    table,
                    app.asOwner()
                            .sql("select it::text from " + table + " it order by 1")
                            .query(String.class)
                            .list());
        }
        return rows;
    }

    private static List<String> forms() {
        return JourneyRoutes.of(app).stream()
                .filter(it -> it.method() == RequestMethod.POST)
                .map(JourneyRoutes.Route::path)
                .toList();
    }

    private static String route(String path) {
        return forms().stream()
                .filter(it -> path.matches(it.replaceAll("\\{[^}]+}", "[^/]+")))
                .min(java.util.Comparator.comparingLong(
                        (String it) -> it.chars().filter(c -> c == '{').count()))
                .orElseThrow(() -> new AssertionError("no address " + path));
    }

    private String card() {
        return COACHED + unit.journey().id().value();
    }

    @Test
    void a_unit_of_seven_goes_the_whole_way_in_words_and_each_form_makes_one_thing() {
        twice(coach, "/regionen/nye?q=sandvika", "/regionen/nye", "enhet", "no.sundvik_sykehus_hf.sandvika");
        twice(
                coach,
                card(),
                "/kontakt",
                "kontakt-navn",
                "Oppdiktet Kontakt",
                "kontakt-adresse",
                "kontakt@sandvika.invalid");
        twice(
                coach,
                card(),
                "/neste",
                "neste",
                "Ringe lederen",
                "dag",
                unit.today().plusDays(3).toString());
        twice(coach, card(), "/notat", "notat", "Vil begynne etter påske.");
        twice(coach, card() + "/vent", "/vent", "til", unit.today().plusWeeks(2).toString(), "grunn", "ferie");
        twice(coach, card() + "/vent", "/vent/slutt");
        twice(leader, "/enheten/vent", "/vent", "til", unit.today().plusWeeks(2).toString(), "grunn", "krise");
        twice(leader, "/enheten/vent", "/vent/slutt");
        agreed();
        rated();
        asked();
        inWords();
        met();
        acted();
        talked();
        twice(leader, "/enheten/status", "/enheten/status/frigi", "ord", "Vi er i gang.");
        assertThat(leader.get("/enheten/status").one(".status-page").text())
                .doesNotContainPattern("\\d+ av \\d+ (svarte|sier)");
        twice(coach, "/enheten/ny-leder" + unit.which(), "/enheten/ny-leder");
        twice(leader, "/enheten/ny-leder", "/enheten/ny-leder/svar", "svar", "yes");
        twice(leader, "/enheten/stans", "/enheten/stans", "grunn", "ikke-tid");
        twice(coach, card() + "/nytt", "/nytt");
        twice(coach, card() + "/veileder", "/veileder", "veileder", unit.account(InventedUnit.COACH));
        Set<String> all = new TreeSet<>(sent);
        all.addAll(ELSEWHERE.keySet());
        assertThat(forms())
                .as("every form of the unit's and the region's pages")
                .isSubsetOf(all);
    }

    private void agreed() {
        String edit = "/enheten/avtale/endre";
        twice(
                leader,
                edit,
                edit,
                "hvem",
                "alle",
                "hva",
                "øver",
                "hvor",
                "på møtet",
                "nar",
                "mandag",
                "ofte",
                "hver uke",
                "med",
                "en kollega",
                "ansatte",
                "8",
                "mer",
                "");
        twice(leader, "/enheten/avtale", "/enheten/avtale/ja");
        twice(leader, "/enheten/avtale", "/enheten/avtale/trekk");
        twice(leader, "/enheten/avtale", "/enheten/avtale/ja");
        twice(coach, "/enheten/avtale" + unit.which(), "/enheten/avtale/ja");
        twice(coach, card() + "/flytt?til=agreed", "/flytt");
        twice(leader, "/enheten/avtale", "/enheten/avtale/sjekkliste", "punkt", "team");
        twice(coach, "/enheten/flytt" + unit.which() + "&til=anchored", "/enheten/flytt", "til", "anchored");
    }

    private void rated() {
        String start = "/enheten/etterlevelse/0";
        twice(leader, "/enheten/etterlevelse/ny", "/enheten/etterlevelse/ny");
        twice(leader, start + "/hvem", "/hvem", "miljo", unit.account(unit.staff(1)));
        List<String> levels = List.of(
                "begge-veier", "etter-svaret", "samme-plan", "samme-ord", "til-tiltak", "personen-med", "vi-over");
        String[] marks = levels.stream()
                .flatMap(it -> List.of("niva-" + it, "2", "grunn-" + it, "rutine").stream())
                .toArray(String[]::new);
        twice(leader, start + "/min", "/min", marks);
        twice(coach, start + "/min" + unit.which(), "/min", marks);
        twice(leader, start + "/vis", "/vis");
        twice(leader, start + "/enige", "/enige");
        twice(coach, start + unit.which(), "/ja");
        assertThat(leader.get("/enheten/etterlevelse").text()).contains("2,0");
    }

    private void asked() {
        String opens = leader.get("/enheten/gap").one("input[name=apner]").val();
        String[] round = {"utgave", "kort", "dogn", "nei", "apner", opens};
        twice(leader, "/enheten/gap", "/enheten/gap", round);
        twice(leader, "/enheten/gap", "/slett");
        twice(leader, "/enheten/gap", "/enheten/gap", round);
        if (unit.round().opens().isAfter(unit.today())) {
            twice(leader, "/enheten/gap", "/apne");
            twice(leader, "/enheten/gap", "/vent");
            unit.goTo(unit.round().opens());
            signIn();
        }
        twice(leader, "/enheten/gap", "/apne");
        unit.answered(7, false);
        twice(leader, "/enheten/gap/leder", "/enheten/gap/leder", "svar.p-spor-utsatt", "3");
        twice(leader, "/enheten/gap/leder", "/enheten/gap/leder/vis", "vis", "ja");
        twice(leader, "/enheten/gap/brukerrad", "/enheten/gap/brukerrad", "rad.b-regler", "noen-ganger");
        twice(leader, "/enheten/gap", "/lukk");
        unit.settled(leader);
    }

    /** The result, its file and the screen tell of seven in words. */
    private void inWords() {
        Person.Answer page = leader.get("/enheten/gap/resultat");
        assertThat(page.text()).contains("Her er det avstand", "Få gjør det ofte.");
        assertThat(page.one("main").text()).doesNotContainPattern(FIGURE.pattern());
        assertThat(page.one(".gap-result__areas").text()).doesNotContain("%");
        assertThat(page.page().select(".dumbbell, .chart, .chart__table")).isEmpty();
        assertThat(leader.get("/enheten/gap/resultat.csv").body()).doesNotContainPattern("(?m)(^|;)\"?[−\\d]");
        // what a coach sees of the region tells nothing more
        assertThat(coach.get("/regionen/endring").one("main").text()).doesNotContain(unit.name());
    }

    private void met() {
        Person.Answer stage = twice(leader, "/enheten/mote", "/enheten/mote", "lengde", "30");
        assertThat(stage.text()).contains("Tre fingre", "Mottak og inntak");
        assertThat(stage.one("main, .stage").text())
                .doesNotContainPattern("\\d+ av \\d+ (svar|sier|gjør)|\\d,\\d|\\d ?%");
        assertThat(stage.page().select("form[action$=/stemming], .stage__qr")).isEmpty();
        twice(leader, stage.path(), "/mal", "omrade", "mottak", "mal", "Vi på dagvakt spør alle nye innen tredje dag.");
        twice(leader, stage.path(), "/slutt");
        assertThat(unit.journey().monthZero()).isEqualTo(unit.today());
    }

    private void acted() {
        twice(
                leader,
                "/enheten/tiltak/mal",
                "/enheten/tiltak/mal",
                "omrade",
                "risiko",
                "mal",
                "Hver vurdering ender i et tiltak.");
        String[] goals = app.asOwner()
                .sql("select g.id from improvement.goal g where g.journey = :journey order by g.made, g.sentence desc")
                .param("journey", unit.journey().id().value())
                .query(String.class)
                .list()
                .toArray(String[]::new);
        twice(
                leader,
                "/enheten/tiltak/mal/" + goals[1],
                "/enheten/tiltak/mal/" + goals[1],
                "hvorfor",
                "dropped",
                "ord",
                "Ikke nå.");
        twice(
                leader,
                "/enheten/tiltak/ny?mal=" + goals[0],
                "/enheten/tiltak/ny",
                "tiltak",
                "Velg ett spørsmål",
                "eier",
                "alle",
                "tegn",
                "Tre på vakt sier det likt");
        String action = leader.get("/enheten/tiltak").one(".action-line a").attr("href");
        twice(leader, action + "/endre", "/endre", "tegn", "To på vakt sier det likt");
        twice(leader, action, "/logg", "sett", "partly", "provde", "Kort setning");
        twice(coach, card() + "/flytt?til=running", "/flytt");
        unit.goTo(unit.today().plusDays(95));
        signIn();
        twice(leader, action, "/blikk", "valg", "kept", "grunn", "Trenger mer tid.");
    }

    private void talked() {
        java.time.LocalDate day = unit.today();
        while (!Daytime.working(day)) {
            day = day.plusDays(1);
        }
        twice(leader, "/enheten/veiledning", "/plan", "forste", day.toString(), "tid", "10:00");
        if (day.isAfter(unit.today())) {
            unit.goTo(day);
            signIn();
        }
        List<String> talks = app.asOwner()
                .sql("select id from improvement.talk where journey = :journey order by day")
                .param("journey", unit.journey().id().value())
                .query(String.class)
                .list();
        String talk = "/enheten/veiledning/" + talks.getFirst();
        twice(leader, talk, talk, "hindring", "tid", "steg", "Leder setter av ti minutter.");
        twice(leader, talk, "/enig");
        twice(coach, talk + unit.which(), "/enig");
        String next = "/enheten/veiledning/" + talks.get(1);
        twice(
                leader,
                next + "/flytt",
                "/flytt",
                "dag",
                weekday(day.plusDays(17)).toString(),
                "tid",
                "11:00");
        twice(leader, next + "/flytt", "/avlys", "hvem", "leader");
    }

    private static java.time.LocalDate weekday(java.time.LocalDate from) {
        java.time.LocalDate day = from;
        while (!Daytime.working(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    @Test
    void four_get_cards_and_not_a_word_of_what_they_answered() {
        unit = new InventedUnit(app, "holmen", "Holmen ettervern", 4).anchored();
        leader = unit.signedIn(unit.leader());
        unit.opens(leader, "kort");
        unit.answered(4, false);
        leader = unit.signedIn(unit.leader());
        unit.settled(leader);
        Person.Answer page = leader.get("/enheten/gap/resultat");
        assertThat(page.text()).contains("For få svar til å vise noe");
        assertThat(page.page().select(".gap-result__areas, .gap-result__list, .dumbbell, .chart"))
                .isEmpty();
        String file = leader.get("/enheten/gap/resultat.csv").body();
        Map<String, String> told = new LinkedHashMap<>();
        told.put("file", file.lines().skip(1).collect(Collectors.joining("\n")));
        assertThat(told.get("file")).doesNotContain("Få", "De fleste", "ofte;", "Størst");
        String stage = leader.post("/enheten/mote", "nokkel", UUID.randomUUID().toString(), "lengde", "30")
                .path();
        Person.Answer screen = leader.get(stage);
        assertThat(screen.text()).contains("Tre fingre").doesNotContain("De fleste synes", "Få gjør det ofte");
        assertThat(leader.get("/enheten/mote/kort")
                        .page()
                        .select(".cards:not(.cards--heads) > .cards__card > span:first-child")
                        .size())
                .as("twelve statements, and slips to vote on")
                .isEqualTo(12);
    }
}
