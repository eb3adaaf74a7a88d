package no.samtidig.journeys;

import static no.samtidig.survey.ResultWorld.DPS;
import static no.samtidig.survey.ResultWorld.ELVETUN;
import static no.samtidig.survey.ResultWorld.FORM;
import static no.samtidig.survey.ResultWorld.MORGENSTIEN;
import static no.samtidig.survey.ResultWorld.everything;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import no.samtidig.access.Role;
import no.samtidig.survey.ResultWorld;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.StaffGroup;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** What rounds showed, to those who may see it, and in the same numbers wherever they stand. */
@Tag("survey")
@RenewedApp
class ResultsJourneyTest {
    private static final App app = App.shared();
    private static ResultWorld world;
    private static RoundId national;
    private static RoundId earlier;
    private static RoundId small;

    @BeforeAll
    static void start() {
        world = new ResultWorld(app);
        national = world.finished("Høsten 2026", FORM, "no");
        world.asked(national, ELVETUN, StaffGroup.MILIEU, 20, 12);
        world.asked(national, ELVETUN, StaffGroup.LEADER, 3, 2);
        world.asked(national, DPS, StaffGroup.CLINICIAN, 10, 3);
        world.asked(national, MORGENSTIEN, StaffGroup.CLINICIAN, 12, 9);
        world.counted(national, "country", "", "all", "", 26, everything(26));
        world.counted(national, "country", "", "staff-group", "miljopersonell", 12, everything(12));
        world.counted(national, "country", "", "staff-group", "behandler", 12, everything(12));
        world.counted(national, "country", "", "staff-group", "leder", 2, everything(7));
        world.counted(national, "country", "", "level", "specialist", 26, everything(26));
        world.counted(national, "rvts", "rvts_midt", "all", "", 17, everything(17));
        world.counted(national, "rvts", "rvts_vest", "all", "", 9, everything(9));
        Map<String, Map<String, Integer>> unit = new HashMap<>(everything(12));
        unit.put("hindre", Map.of("", 4, "tid", 4));
        world.counted(national, "unit", ELVETUN, "all", "", 12, unit);
        world.counted(national, "unit", DPS, "all", "", 3, everything(7));
        world.wrote(national, "forslag", "Tid til å øve", "Noen å ringe", "<b>Plan</b>", "Veiledning", "=2+2");
        earlier = world.finished("Våren 2026", FORM.replace("Jeg spør om vold.", "Jeg spør alltid om vold."), "no");
        world.counted(earlier, "country", "", "all", "", 30, everything(30));
        small = world.finished("Bare Elvetun", FORM, ELVETUN);
        world.asked(small, ELVETUN, StaffGroup.MILIEU, 6, 3);
        world.counted(small, "unit", ELVETUN, "all", "", 3, everything(7));
    }

    private static String at(RoundId round, String end) {
        return "/undersokelser/" + round.value() + "/resultater" + end;
    }

    private static Person signedIn(String email) {
        Person person = app.visitor();
        person.post("/logg-inn", "e-post", email, "passord", "samtidig-demo");
        return person;
    }

    private static Person lead() {
        return app.signedIn("prosjektleder");
    }

    private static List<String> row(Person.Answer page, String question, String head) {
        return page.one("table[data-question='" + question + "'] tbody tr:has(th:contains(" + head + "))")
                .select("td")
                .eachText();
    }

    @Test
    void a_project_lead_sees_the_country_in_words_pictures_and_tables() {
        Person.Answer page = lead().get(at(national, "?tema=alle"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("Høsten 2026");
        assertThat(page.page().title()).contains("Hele landet");
        assertThat(page.one(".results__rate").text()).isEqualTo("26 av 45 inviterte svarte (58 %).");
        assertThat(page.one(".results__summary").text()).contains("Mange har ikke svart", "1. oktober 2026");
        assertThat(page.one(".results__facts").text())
                .contains("de som ikke ble invitert", "tilfeldigheter", "rundet av", "aldri prosent");
        assertThat(row(page, "tro.rus", "Hele landet"))
                .containsExactly(
                        "26", "1 (4 %)", "2 (8 %)", "1 (4 %)", "20 (77 %)", "1 (4 %)", "1 (4 %)", "3,72", "3,37–4,07");
        assertThat(page.page().select("h2").eachText()).contains("Om deg", "Trygghet");
        assertThat(page.page()
                        .select(".matrix:has(#rad-tro-rus) .chart__keys li")
                        .eachText())
                .containsExactly("Helt uenig", "Uenig", "Verken eller", "Enig", "Helt enig");
        assertThat(page.one("#hindre").text()).contains("bare stilt til noen", "velge flere");
        assertThat(page.one("#ar").text())
                .contains("Den midterste er i gruppen 10–19")
                .doesNotContain("Snitt");
    }

    /** Six of a unit who answered: all the same, or all but one. */
    private static RoundId six(String name, boolean oneMind) {
        RoundId round = world.finished(name, FORM, ELVETUN);
        world.asked(round, ELVETUN, StaffGroup.MILIEU, 12, 6);
        Map<String, Map<String, Integer>> answers = new HashMap<>();
        Map<String, List<String>> said = Map.of(
                "vakt", List.of("natt", "dag"),
                "ar", List.of("0..9", "10..19"),
                "tro.rus", List.of("4", "vet-ikke"),
                "tro.vold", List.of("5", "1"),
                "ofte", List.of("0", "4"),
                "alt", List.of("10", "0"),
                "hindre", List.of("tid", "frykt"));
        said.forEach((item, values) -> answers.put(
                item,
                oneMind
                        ? Map.of("", 6, values.getFirst(), 6)
                        : Map.of("", 6, values.getFirst(), 5, values.getLast(), 1)));
        world.counted(round, "unit", ELVETUN, "all", "", 6, answers);
        world.counted(round, "unit", ELVETUN, "staff-group", "miljopersonell", 6, answers);
        return round;
    }

    /** What was sent, but for which of the two rounds it is, and that the other one can be laid beside it. */
    private static String nameless(Person.Answer page) {
        return page.body()
                .replaceAll("<option value=\"[^\"]*\">Runde [AB]</option>", "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("Runde [AB]", "X");
    }

    /** Whoever reads that all of six said the same knows what each of them said. */
    @Test
    void that_six_are_of_one_mind_stands_nowhere() {
        Person leader = app.signedIn("enhetsleder");
        RoundId alike = six("Runde A", true);
        RoundId nearly = six("Runde B", false);
        for (String end : List.of(
                "",
                "?tema=alle&sorter=svakest",
                "?tema=alle&del=stillingsgruppe",
                ".csv",
                ".csv?form=koder",
                "/rapport")) {
            Person.Answer one = leader.get(at(alike, end));
            Person.Answer two = leader.get(at(nearly, end));
            assertThat(one.status()).as(end).isEqualTo(200);
            assertThat(nameless(one)).as(end).isEqualTo(nameless(two));
        }
        assertThat(leader.get(at(alike, "")).text())
                .contains("6 av 12 inviterte", "5–9", "Alle, eller alle unntatt én, svarer «Enig» på «Jeg spør om rus»")
                .doesNotContain("6 (", "100 %");
    }

    @Test
    void a_reversed_statement_says_which_answer_is_the_good_one() {
        Person.Answer page = lead().get(at(national, ""));
        assertThat(page.page().select(".matrix .chart__reversed").eachText())
                .containsExactly("Snudd påstand: Jo flere som svarer «Helt uenig», jo bedre.");
        assertThat(page.one(".matrix__row:has(.chart__reversed) .matrix__text").text())
                .startsWith("Jeg spør om vold.");
        assertThat(lead().get(at(national, ".csv")).body()).contains("Jeg spør om vold. (snudd påstand)");
    }

    @Test
    void every_picture_has_its_numbers_in_words() {
        Person.Answer page = lead().get(at(national, "?tema=alle&del=stillingsgruppe"));
        List<Element> pictures = page.page().select("main svg:not([aria-hidden=true])");
        assertThat(pictures)
                .hasSizeGreaterThan(8)
                .allMatch(it ->
                        it.attr("role").equals("img") && it.attr("aria-label").matches("(?s).*\\d.*"));
        assertThat(page.page().select("main [role=img]"))
                .hasSizeGreaterThan(pictures.size())
                .allMatch(it -> it.attr("aria-label").contains("svar"));
        assertThat(page.one("#rad-ofte svg[role=img]").attr("aria-label").replace('\u00a0', ' '))
                .isEqualTo(
                        "Hele landet, 26 svar: Aldri 2 (8 %), Sjelden 0 (0 %), Av og til 1 (4 %), Ofte 0 (0 %), Alltid 23 (88 %)");
        assertThat(page.page().select("main [style]")).isEmpty();
    }

    @Test
    void divided_by_group_a_group_with_too_few_says_so_and_shows_no_number() {
        Person.Answer page = lead().get(at(national, "?del=stillingsgruppe"));
        assertThat(page.one(".results__groups").select("tbody th").eachText())
                .containsExactly("Hele landet", "Behandlere", "Miljøpersonell", "Ledere", "Andre");
        assertThat(page.one(".results__groups tr:contains(Ledere)").select("td").eachText())
                .containsExactly(
                        "3", "kan ikke vises Bare 3 ble invitert. Vi viser aldri tall for færre enn fem.", "–");
        assertThat(row(page, "alt", "Ledere"))
                .startsWith("kan ikke vises")
                .endsWith("–")
                .doesNotContain("7");
        assertThat(page.page().select("#alt .chart__few")).hasSize(2);
        assertThat(page.page().select("#alt .chart__who").eachText().subList(0, 2))
                .containsExactly("Hele landet n = 26", "Behandlere n = 12");
    }

    @Test
    void regions_stand_in_a_fixed_order_and_those_not_asked_are_left_out() {
        Person.Answer page = lead().get(at(national, "?del=rvts"));
        assertThat(page.one(".results__groups").select("tbody th").eachText())
                .containsExactly("Hele landet", "RVTS Midt", "RVTS Vest");
    }

    @Test
    void what_is_chosen_stands_as_chips_and_can_be_taken_away() {
        Person person = lead();
        Person.Answer page = person.get(at(national, "?sted=rvts/rvts_midt&del=niva"));
        assertThat(page.page().select(".results__chips li").eachText().stream().map(it -> it.replace("×", "")))
                .containsExactly("Sted: RVTS Midt, ta bort", "Delt etter: Tjenestenivå, ta bort", "Nullstill");
        assertThat(page.page().title()).contains("RVTS Midt").contains("Tjenestenivå");
        assertThat(page.one(".results__reset").attr("href")).isEqualTo(at(national, ""));
        assertThat(page.one(".results__chip").attr("href")).isEqualTo(at(national, "?del=niva"));
        assertThat(page.page().select("a[download]").eachAttr("href"))
                .allMatch(it -> it.contains("sted=rvts/rvts_midt&del=niva"));
        assertThat(person.get(at(national, "?sted=rvts/rvts_midt&del=niva"))
                        .one("select[name=sted] [selected]")
                        .text())
                .isEqualTo("RVTS Midt");
    }

    @Test
    void a_regional_contact_sees_the_own_region_and_no_other() {
        Person contact = app.signedIn("regional-kontakt");
        Person.Answer page = contact.get(at(national, ""));
        assertThat(page.one(".results__chips").text()).contains("Sted: RVTS Midt");
        assertThat(row(contact.get(at(national, "?tema=1")), "vakt", "Antall svar"))
                .containsExactly("17");
        assertThat(page.page().select("select[name=sted]")).isEmpty();
        String unknown = contact.get("/finnes-ikke").one("main").html();
        for (String other : List.of(
                "?sted=no",
                "?sted=rvts/rvts_vest",
                "?sted=korus/korus_midt",
                "?sted=" + ELVETUN,
                "?del=rvts",
                "?sted=x",
                "?del=x")) {
            for (String end : List.of("", ".csv", ".xlsx", "/rapport", "/rapport.pdf")) {
                Person.Answer refused = contact.get(at(national, end + other));
                assertThat(refused.status()).as(end + other).isEqualTo(404);
                assertThat(refused.one("main").html()).isEqualTo(unknown);
            }
        }
    }

    @Test
    void a_leader_sees_the_own_unit_and_no_other_unit_by_name_or_number() {
        Person leader = app.signedIn("enhetsleder");
        Person.Answer page = leader.get(at(national, ""));
        assertThat(page.one(".results__rate").text())
                .isEqualTo("Minst 12 av 23 inviterte svarte. Disse 12 svarene er med i tallene her.");
        assertThat(page.one(".results__summary").text()).contains("kan flere ha svart enn tallet her viser");
        assertThat(page.one("#hindre .chart__none").text())
                .contains("kan ikke vises", "ble bare stilt til noen", "ikke fem svar som kan vises sammen");
        assertThat(page.page().select("#hindre table")).isEmpty();
        assertThat(page.one("main").text()).doesNotContain("Sundvik DPS", "Morgenstien", "RVTS", "Hele landet");
        assertThat(leader.get(at(national, "?sted=" + DPS)).status()).isEqualTo(404);
        assertThat(leader.get(at(national, "?sted=no")).status()).isEqualTo(404);
    }

    @Test
    void a_leader_with_too_few_is_told_why_and_what_to_do() {
        Person.Answer page = signedIn("frode.kleiven@sundvik.invalid").get(at(national, ""));
        assertThat(page.one(".empty").text())
                .contains("Kan ikke vises for dette stedet", "for ikke å røpe noen av dem som svarte");
        assertThat(page.one(".results__summary").text())
                .contains(
                        "10 ble invitert. Det er ikke fem svar herfra som kan vises sammen.",
                        "Spør aldri hvem som har svart");
        assertThat(page.page().select(".chart, .matrix, .findings, a[download]"))
                .isEmpty();
        assertThat(page.one("main").text()).doesNotContain("n = 3", "3 av");
    }

    @Test
    void a_round_that_did_not_ask_my_unit_does_not_exist_for_me() {
        Person other = signedIn("torunn.espeland@morgenstien.invalid");
        Person.Answer refused = other.get(at(small, ""));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.one("main").html())
                .isEqualTo(other.get("/finnes-ikke").one("main").html());
        assertThat(other.get("/resultater").text()).contains("Høsten 2026").doesNotContain("Bare Elvetun");
        assertThat(app.signedIn("enhetsleder").get("/resultater").text()).contains("Bare Elvetun");
        assertThat(lead().get("/undersokelser/ikke-en-runde/resultater").status())
                .isEqualTo(404);
    }

    @Test
    void only_those_with_the_permission_find_results() {
        for (Role role : Role.values()) {
            Person person = app.signedIn(role.code());
            boolean may = role == Role.PROJECT_LEAD || role == Role.REGIONAL_CONTACT || role == Role.UNIT_LEADER;
            assertThat(person.get("/resultater").status()).as(role.code()).isEqualTo(may ? 200 : 404);
            assertThat(person.get(at(national, "")).status()).as(role.code()).isEqualTo(may ? 200 : 404);
            assertThat(person.get("/min-side").page().select(".site-nav a[href=/resultater]"))
                    .hasSize(may ? 1 : 0);
        }
        assertThat(app.visitor().get(at(national, "")).path()).isEqualTo("/logg-inn");
    }

    @Test
    void nothing_is_shown_before_the_last_answers_are_let_out() {
        RoundId open = world.open("annet-skjema", "Åpen nå", FORM, false, "no");
        world.counted(open, "country", "", "all", "", 26, everything(26));
        world.asked(open, ELVETUN, StaffGroup.MILIEU, 20, 12);
        Person lead = lead();
        assertThat(lead.get(at(open, "")).one(".empty").text()).contains("Undersøkelsen er åpen");
        assertThat(lead.get(at(open, "")).one("main").text())
                .contains("20 er invitert.")
                .doesNotContain("26 svar", "12 av");
        assertThat(lead.get(at(open, ".csv")).path()).isEqualTo(at(open, ""));
        assertThat(lead.get(at(open, "/rapport")).path()).isEqualTo(at(open, ""));
        world.close(open);
        assertThat(lead.get(at(open, "")).one(".empty").text()).contains("Svarene gjøres klare");
        RoundId underway = world.open("annet-skjema", "Underveis", FORM, true, "no");
        world.counted(underway, "country", "", "all", "", 26, everything(26));
        assertThat(lead.get(at(underway, "")).one(".results__summary").text()).contains("fortsatt åpen");
    }

    @Test
    void two_rounds_side_by_side_and_only_what_was_asked_the_same_way() {
        Person.Answer page = lead().get(at(national, "?tema=alle&mot=" + earlier.value()));
        assertThat(row(page, "vakt", "Antall svar")).containsExactly("26", "30");
        assertThat(page.one("table[data-question=vakt] thead").text())
                .contains("Hele landet · Høsten 2026", "Hele landet · Våren 2026");
        List<String> ofte = row(page, "ofte", "Høsten 2026");
        assertThat(ofte.getLast()).matches("-?\\+?\\d,\\d\\d \\(-?\\d,\\d\\d–-?\\d,\\d\\d\\)");
        assertThat(page.page().select("table[data-question='tro.vold'] tbody th"))
                .as("the statement was reworded")
                .hasSize(1);
        assertThat(page.page().select("table[data-question='tro.rus'] tbody th"))
                .hasSize(2);
        assertThat(page.one(".matrix:has(#rad-tro-rus)").text()).contains("Noen påstander er ikke sammenlignet");
        assertThat(page.one(".results__facts").text())
                .contains("ikke nødvendigvis de samme", "ikke det samme som en virkning");
        assertThat(lead().get(at(national, "?mot=" + small.value())).status())
                .as("a round of the same questionnaire that the lead may see")
                .isEqualTo(200);
        assertThat(signedIn("torunn.espeland@morgenstien.invalid")
                        .get(at(national, "?mot=" + small.value()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void free_texts_are_for_those_who_answer_for_all_that_were_asked() {
        Person.Answer page = lead().get(at(national, ""));
        assertThat(page.page().select("#forslag li").eachText())
                .containsExactlyInAnyOrder("Tid til å øve", "Noen å ringe", "<b>Plan</b>", "Veiledning", "=2+2");
        assertThat(page.one("#forslag").text()).contains("5 skrev noe", "Les varsomt");
        for (Person person : List.of(app.signedIn("regional-kontakt"), app.signedIn("enhetsleder"))) {
            Person.Answer theirs = person.get(at(national, ""));
            assertThat(theirs.page().select("#forslag li")).isEmpty();
            assertThat(theirs.one("#forslag").text()).contains("bare for hele runden samlet");
        }
        assertThat(lead().get(at(national, "?sted=rvts/rvts_midt"))
                        .one("#forslag")
                        .text())
                .doesNotContain("Veiledning");
        RoundId own = world.finishedOf("eget-skjema", "Eget", FORM, ELVETUN);
        world.asked(own, ELVETUN, StaffGroup.MILIEU, 12, 12);
        world.counted(own, "unit", ELVETUN, "all", "", 12, everything(12));
        world.wrote(own, "forslag", "en", "to", "tre", "fire");
        Person leader = app.signedIn("enhetsleder");
        assertThat(leader.get(at(own, "")).one("#forslag").text())
                .contains("Færre enn fem har skrevet noe")
                .doesNotContain("når runden er ferdig");
        world.wrote(own, "forslag", "fem");
        assertThat(leader.get(at(own, "")).page().select("#forslag li")).hasSize(5);
    }

    @Test
    void withdrawn_invitations_count_as_invited_and_are_told_beside_to_whoever_reads_it_all() {
        RoundId round = world.finished("Trukket", FORM, ELVETUN);
        world.asked(round, ELVETUN, StaffGroup.MILIEU, 12, 12);
        world.counted(round, "unit", ELVETUN, "all", "", 12, everything(12));
        assertThat(lead().get(at(round, "")).text()).doesNotContain("trukket tilbake");
        app.bean(JdbcClient.class).sql("""
                        update survey.ticket set withdrawn = true
                        where id in (select id from survey.ticket where round = :round limit 3)
                        """).param("round", round.value()).update();
        Person.Answer leader = app.signedIn("enhetsleder").get(at(round, ""));
        assertThat(leader.one(".results__rate").text()).contains("12 av 12 inviterte");
        assertThat(leader.text()).contains("Invitasjoner som er trukket tilbake: 3.");
    }

    private static byte[] file(Person person, String path) {
        return person.bytes(path);
    }

    @Test
    void page_csv_excel_and_paper_say_the_same_numbers() throws Exception {
        Person lead = lead();
        String choice = "?del=stillingsgruppe";
        Person.Answer page = lead.get(at(national, choice + "&tema=alle"));
        TreeSet<String> shown = new TreeSet<>();
        page.page().select("table[data-question] td").eachText().forEach(it -> {
            Matcher part = Pattern.compile("([\\d\\h]+) \\((\\d+) %\\)").matcher(it);
            if (part.matches()) {
                shown.add(part.group(1) + "/" + part.group(2));
            } else if (it.matches("\\d,\\d\\d")) {
                shown.add(it);
            } else if (it.matches("-?\\d+,\\d\\d–\\d+,\\d\\d")) {
                shown.add(it);
            }
        });
        assertThat(shown).hasSizeGreaterThan(20);

        List<List<String>> csv = lead.get(at(national, ".csv" + choice))
                .body()
                .substring(1)
                .lines()
                .map(it -> List.of(it.split(";", -1)))
                .toList();
        assertThat(csv.getFirst().subList(7, 14))
                .containsExactly("Antall", "Av", "Prosent", "Snitt", "Fra", "Til", "Merknad");
        TreeSet<String> inCsv = new TreeSet<>();
        csv.stream().skip(1).forEach(it -> add(inCsv, it.get(7), it.get(9), it.get(10), it.get(11), it.get(12)));
        assertThat(inCsv).isEqualTo(shown);
        assertThat(csv)
                .anyMatch(it -> it.get(2).equals("Ledere")
                        && it.get(13).startsWith("kan ikke vises: Bare 3 ble invitert")
                        && it.get(7).isEmpty());
        assertThat(csv).noneMatch(it -> it.get(2).equals("Ledere") && !it.get(7).isEmpty());
        assertThat(csv).anyMatch(it -> it.get(6).equals("'=Dag"));

        TreeSet<String> inExcel = new TreeSet<>();
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(file(lead, at(national, ".xlsx" + choice))))) {
            assertThat(book.getSheets().map(it -> it.getName()))
                    .containsExactly("Tall", "Kodebok", "Utvalg", "Skjulte tall", "Fritekst");
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSameSizeAs(csv);
            rows.stream()
                    .skip(1)
                    .forEach(it -> add(inExcel, cell(it, 7), cell(it, 9), cell(it, 10), cell(it, 11), cell(it, 12)));
            for (var sheet : book.getSheets().toList()) {
                assertThat(sheet.read().stream().flatMap(Row::stream).filter(it -> it != null))
                        .noneMatch(it -> it.getType() == CellType.FORMULA);
            }
            assertThat(book.findSheet("Kodebok").orElseThrow().read().stream().map(it -> cell(it, 5)))
                    .contains("vakt = natt");
            assertThat(book.findSheet("Skjulte tall").orElseThrow().read().stream()
                            .map(it -> cell(it, 0)))
                    .anyMatch(it -> it.contains("færre enn fem"));
            assertThat(book.findSheet("Utvalg").orElseThrow().read().stream().map(it -> cell(it, 1)))
                    .contains("Høsten 2026", "Hele landet", "Yrkesgruppe", "26 av 45 inviterte svarte (58 %).");
        }
        assertThat(inExcel).isEqualTo(shown);

        String paper = text(file(lead, at(national, "/rapport.pdf?sprak=nb")));
        String report =
                lead.get(at(national, "/rapport?sprak=nb")).one(".report").text();
        for (String words : List.of(
                "26 av 45 inviterte svarte (58 %)",
                "Snitt 3,72 (3,37–4,07)", "Oftest valgt: =Dag, 22 (85 %)", "gruppen 10–19")) {
            assertThat(paper).contains(words);
            assertThat(report).contains(words);
        }
        Matcher means = Pattern.compile("Snitt (\\d,\\d\\d) \\((\\d,\\d\\d–\\d,\\d\\d)\\)")
                .matcher(paper);
        int found = 0;
        while (means.find()) {
            assertThat(shown).contains(means.group(1), means.group(2));
            found++;
        }
        assertThat(found).isGreaterThan(4);
    }

    /** The numbers of a sentence are one number of the file, or two that stand beside each other. */
    @Test
    void findings_are_made_of_the_same_numbers_and_stand_in_the_same_words_on_paper() throws Exception {
        Person lead = lead();
        List<String> findings = lead.get(at(national, "")).page().select(".findings li").stream()
                .map(it -> {
                    it.select("a").remove();
                    return it.text().replace('\u00a0', ' ');
                })
                .toList();
        assertThat(findings).hasSizeBetween(3, 5);
        assertThat(findings.getFirst())
                .isEqualTo(
                        "Åtte av ti (21 av 26) svarer «Enig» eller «Helt enig» på «Jeg spør om rus». Av 2 spørsmål som"
                                + " alle fikk på samme skala, har dette høyest snitt.");
        Map<String, List<Integer>> counts = new HashMap<>();
        lead.get(at(national, ".csv"))
                .body()
                .lines()
                .skip(1)
                .map(it -> it.split(";", -1))
                .forEach(it -> {
                    if (!it[9].isEmpty()) {
                        counts.computeIfAbsent(it[3] + "/" + it[8], _ -> new ArrayList<>())
                                .add(Integer.parseInt(it[7]));
                    }
                });
        Set<String> possible = new TreeSet<>();
        counts.forEach((key, all) -> {
            String of = key.substring(key.indexOf('/') + 1);
            for (int i = 0; i < all.size(); i++) {
                possible.add(all.get(i) + " av " + of);
                if (i > 0) {
                    possible.add(all.get(i - 1) + all.get(i) + " av " + of);
                }
            }
        });
        List<String> told = findings.stream()
                .flatMap(it ->
                        Pattern.compile("\\((\\d+ av \\d+)\\)").matcher(it).results())
                .map(it -> it.group(1))
                .toList();
        assertThat(told).hasSizeGreaterThan(2);
        assertThat(possible).containsAll(told).doesNotContain("19 av 26", "25 av 26");
        String report = lead.get(at(national, "/rapport?sprak=nb"))
                .one(".report")
                .text()
                .replace('\u00a0', ' ');
        String paper = text(file(lead, at(national, "/rapport.pdf?sprak=nb")));
        for (String finding : findings) {
            assertThat(report).contains(finding);
            assertThat(paper).contains(finding);
        }
    }

    @Test
    void themes_are_tabs_that_are_links_and_one_is_shown_at_a_time() {
        Person lead = lead();
        Person.Answer page = lead.get(at(national, ""));
        assertThat(page.page().select(".results__tabs a").eachText())
                .containsExactly("Om deg", "Trygghet", "Alle temaer");
        assertThat(page.one(".results__tabs [aria-current]").text())
                .as("the first with statements")
                .isEqualTo("Trygghet");
        assertThat(page.page().select("#vakt")).isEmpty();
        assertThat(page.one(".results__turn a").text()).isEqualTo("Forrige: Om deg");
        assertThat(lead.get(at(national, "?tema=1")).page().select("#vakt")).hasSize(1);
        assertThat(lead.get(at(national, "?tema=alle")).page().select(".results__sheet"))
                .hasSize(2);
        for (String unknown : List.of("3", "x", "-1")) {
            assertThat(lead.get(at(national, "?tema=" + unknown)).status())
                    .as(unknown)
                    .isEqualTo(404);
        }
        assertThat(page.page().select(".matrix__row[open]")).isEmpty();
        assertThat(lead.get(at(national, "?apen=tro.rus"))
                        .page()
                        .select(".matrix__row[open]")
                        .eachAttr("id"))
                .containsExactly("rad-tro-rus");
        assertThat(lead.get(page.one(".results__open").attr("href").replace("#tema", ""))
                        .page()
                        .select(".matrix__row:not([open])"))
                .isEmpty();
        assertThat(page.page().select(".findings a").eachAttr("href"))
                .allMatch(
                        it -> page.page().select(it.substring(it.indexOf('#'))).size() == 1);
    }

    @Test
    void the_weakest_first_counts_a_reversed_statement_from_the_other_end() {
        String rows = ".matrix:has(#rad-tro-rus) .matrix__row";
        assertThat(lead().get(at(national, "")).page().select(rows).eachAttr("id"))
                .containsExactly("rad-tro-rus", "rad-tro-vold");
        Person.Answer weakest = lead().get(at(national, "?sorter=svakest"));
        assertThat(weakest.page().select(rows).eachAttr("id")).containsExactly("rad-tro-vold", "rad-tro-rus");
        assertThat(weakest.one(".matrix").text())
                .contains("regnet fra den andre enden", "kan rekkefølgen være tilfeldig");
        assertThat(weakest.one(".results__order [aria-current]").text()).isEqualTo("Svakest først");
    }

    @Test
    void two_rounds_are_two_dots_on_one_line_where_both_have_a_mean() {
        Person.Answer page = lead().get(at(national, "?mot=" + earlier.value()));
        assertThat(page.one("#rad-tro-rus summary svg[role=img]")
                        .attr("aria-label")
                        .replace('\u00a0', ' '))
                .contains("Høsten 2026: snitt 3,72", "Våren 2026: snitt", "kan være tilfeldig");
        assertThat(page.page().select("#rad-tro-rus summary circle")).hasSizeGreaterThan(1);
        assertThat(page.one("#rad-tro-vold summary").text())
                .as("the statement was reworded")
                .contains("Kan ikke sammenlignes med Våren 2026");
        assertThat(page.one("#rad-alt summary svg[role=img]").attr("aria-label"))
                .contains("Våren 2026: snitt");
        assertThat(page.one(".findings").text()).contains("På ingen av 3 spørsmål");
    }

    private static void add(Set<String> all, String count, String percent, String mean, String low, String high) {
        if (!percent.isEmpty()) {
            all.add(count + "/" + percent);
        }
        if (!mean.isEmpty()) {
            all.add(mean);
        }
        if (!low.isEmpty()) {
            all.add(low + "–" + high);
        }
    }

    private static String cell(Row row, int column) {
        return row.getOptionalCell(column)
                .map(it -> it.getType() == CellType.NUMBER
                        ? column >= 10
                                ? String.format("%.2f", it.asNumber()).replace('.', ',')
                                : it.asNumber().toBigInteger().toString()
                        : String.valueOf(it.getValue()).replace('\u00a0', ' '))
                .orElse("");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }

    @Test
    void files_come_with_codes_and_in_nynorsk() {
        Person lead = lead();
        assertThat(lead.get(at(national, ".csv?form=koder")).body())
                .contains(";country;tro.rus;;1;;1;26;4;")
                .doesNotContain(" ;")
                .contains(";tro.rus;;mean;;25;26;;3,72;3,37;4,07;")
                .doesNotContain("Jeg spør");
        assertThat(lead.get(at(national, ".csv?sprak=nn")).body())
                .contains("Heile landet", "Eg spør om rus.", "Veit ikkje / ikkje aktuelt");
        assertThat(lead.get(at(national, "/rapport?sprak=nn")).one(".report").text())
                .contains("Kva og kven", "Eg spør om rus.");
        assertThat(lead.get(at(national, "/rapport?sprak=nn")).one(".report").attr("lang"))
                .isEqualTo("nn");
    }

    @Test
    void the_report_is_two_pages_made_for_everybody_and_made_to_last() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        Person lead = lead();
        for (String language : List.of("nb", "nn")) {
            byte[] file = file(lead, at(national, "/rapport.pdf?sprak=" + language));
            java.nio.file.Files.createDirectories(java.nio.file.Path.of("target/pdf"));
            java.nio.file.Files.write(java.nio.file.Path.of("target/pdf/rapport-" + language + ".pdf"), file);
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A)) {
                assertThat(faults(file, flavour)).as(language + " " + flavour).isEmpty();
            }
        }
        try (PDDocument broken = Loader.loadPDF(file(lead, at(national, "/rapport.pdf")))) {
            broken.getDocumentCatalog().setStructureTreeRoot(null);
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            broken.save(out);
            assertThat(faults(out.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
        }
    }

    private static List<String> faults(byte[] file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(it -> it.getStatus() == TestAssertion.Status.FAILED)
                    .map(it -> it.getRuleId().getClause() + " " + it.getMessage())
                    .distinct()
                    .toList();
        }
    }

    /** The tables and views of surveys that an SQL text names. */
    private static Set<String> named(String source) {
        return Pattern.compile("survey\\.[a-z_]+")
                .matcher(source)
                .results()
                .map(java.util.regex.MatchResult::group)
                .filter(it -> !it.equals("survey.disclosure"))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    private static String source(String name) throws IOException {
        return java.nio.file.Files.readString(java.nio.file.Path.of("src/main/java/no/samtidig/survey/results", name))
                .lines()
                .filter(it -> !it.startsWith("import ") && !it.startsWith("package "))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    @Test
    void results_are_read_from_the_views_and_from_nothing_else() throws IOException {
        assertThat(named(source("ResultStore.java")))
                .containsExactly(
                        "survey.report_",
                        "survey.report_answer",
                        "survey.report_group",
                        "survey.report_held",
                        "survey.report_participation",
                        "survey.report_text",
                        "survey.report_withdrawn");
        assertThat(named(source("Results.java"))).isEmpty();
        assertThat(named("select n from survey.group_count join survey.report_group"))
                .as("another table would be seen")
                .containsExactly("survey.group_count", "survey.report_group");
    }

    @Test
    void what_is_taken_away_is_a_line_in_the_audit_log() throws Exception {
        String count =
                "select count(*) from access.audit where action = 'exported' and kind = 'survey-results' and subject = :it";
        JdbcClient sql = app.bean(JdbcClient.class);
        String subject = national.value() + " rvts/rvts_midt";
        long before = sql.sql(count).param("it", subject).query(Long.class).single();
        Person contact = app.signedIn("regional-kontakt");
        contact.get(at(national, ""));
        file(contact, at(national, ".csv"));
        file(contact, at(national, ".xlsx"));
        file(contact, at(national, "/rapport.pdf"));
        assertThat(sql.sql(count).param("it", subject).query(Long.class).single())
                .isEqualTo(before + 3);
    }
}
