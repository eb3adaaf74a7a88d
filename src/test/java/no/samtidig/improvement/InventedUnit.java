package no.samtidig.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.access.Role;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.gap.GapRounds;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import no.samtidig.survey.InvitedStaff;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.disclosure.Releasing;
import org.jsoup.nodes.Element;

/** A made-up unit with a leader and staff of its own, that has no journey yet; and what its staff answer. */
public final class InventedUnit {
    public static final String COACH = "inger.lise.brandvoll@region-midt.invalid";
    public static final String PASSWORD = "samtidig-demo";

    private final App app;
    private final UnitPath path;
    private final String name;
    private final String label;
    private final int staff;

    /** Of Sundvik sykehus HF, which region Midt follows; five are clinicians where there are ten or more, else the first is. */
    public InventedUnit(App app, String label, String name, int staff) {
        this.app = app;
        this.label = label;
        this.name = name;
        this.staff = staff;
        this.path = new UnitPath("no.sundvik_sykehus_hf." + label);
        app.asOwner().sql("""
                insert into organisation.unit (path, owner, name, county, level, fictional, valid_from)
                values (:path::ltree, 'no.sundvik_sykehus_hf', :name, '50', 'specialist', true, date '2024-01-01')
                """).param("path", path.value()).param("name", name).update();
        String hash = app.bean(Accounts.class).hash(PASSWORD);
        person(leader(), "Oppdiktet Leder", hash, Role.UNIT_LEADER);
        for (int who = 0; who < staff; who++) {
            person(
                    staff(who),
                    "Oppdiktet Ansatt " + (char) ('A' + who),
                    hash,
                    clinician(who) ? Role.CLINICIAN : Role.MILIEU_THERAPIST);
        }
    }

    private void person(String email, String called, String hash, Role role) {
        Accounts accounts = app.bean(Accounts.class);
        accounts.grant(null, accounts.keep(email, called, hash), role, Place.of(path), name);
    }

    private boolean clinician(int who) {
        return who < (staff < 10 ? 1 : 5);
    }

    public String name() {
        return name;
    }

    public String leader() {
        return "leder@" + label + ".invalid";
    }

    public String staff(int who) {
        return "ansatt" + who + "@" + label + ".invalid";
    }

    public String account(String email) {
        return app.bean(Accounts.class)
                .byEmail(email)
                .map(AccountId::value)
                .orElseThrow()
                .toString();
    }

    /** Somebody without JavaScript, signed in by password. */
    public Person signedIn(String email) {
        Person person = app.visitor();
        assertThat(person.post("/logg-inn", "e-post", email, "passord", PASSWORD)
                        .path())
                .isEqualTo("/min-side");
        return person;
    }

    public Journey journey() {
        UUID id = app.asOwner()
                .sql("select id from improvement.journey where unit = :unit::ltree order by begun desc limit 1")
                .param("unit", path.value())
                .query(UUID.class)
                .single();
        return app.bean(Journeys.class).known(new JourneyId(id)).orElseThrow();
    }

    /** As an address has it. */
    public String which() {
        return "?lop=" + journey().id().value();
    }

    public LocalDate today() {
        return LocalDate.now(app.clock());
    }

    /** It is ten in the morning of a day that has not been. */
    public void goTo(LocalDate day) {
        app.clock()
                .forward(Duration.between(
                        app.clock().instant(),
                        day.atTime(10, 0).atZone(ZoneId.of("Europe/Oslo")).toInstant()));
    }

    /** At once a unit that is recruited, agreed and anchored; the pages that lead there are another test's. */
    public InventedUnit anchored() {
        AccountId coach = app.bean(Accounts.class).byEmail(COACH).orElseThrow();
        Journeys journeys = app.bean(Journeys.class);
        assertThat(journeys.begin(path, coach, null)).isPresent();
        for (Stage to : List.of(Stage.AGREED, Stage.ANCHORED)) {
            assertThat(journeys.move(journey(), to, coach, List.of(), "")).isEqualTo(Journeys.Outcome.DONE);
        }
        return this;
    }

    public GapRound round() {
        return app.bean(GapRounds.class).of(journey()).getLast();
    }

    /** The codes of those who have not answered, on the day the round opens or later. */
    public List<String> codes() {
        if (round().opens().isAfter(today())) {
            goTo(round().opens());
        }
        return InvitedStaff.codes(app, round().id());
    }

    /** The leader makes the next round, full or short, and opens it. */
    public void opens(Person leader, String form) {
        leader.post(
                "/enheten/gap",
                "nokkel",
                UUID.randomUUID().toString(),
                "utgave",
                form,
                "dogn",
                "ja",
                "apner",
                leader.get("/enheten/gap").one("input[name=apner]").val());
        leader.post("/enheten/gap/" + round().id().value() + "/apne");
    }

    /** The last round is closed by its leader, and its answers are let out. */
    public void settled(Person leader) {
        leader.post("/enheten/gap/" + round().id().value() + "/lukk");
        app.bean(Releasing.class).release(round().id());
        assertThat(round().settled()).isTrue();
    }

    /**
     * What somebody answers: intake is seldom as it should be and gets better, all else is often done.
     *
     * @param later whether it is the second round
     */
    public String answer(String field, int who, boolean later) {
        String code = field.substring("svar.".length());
        if (code.equals("jobber-som")) {
            return (clinician(who) ? StaffGroup.CLINICIAN : StaffGroup.MILIEU).code();
        }
        boolean intake = code.contains("spor-utsatt")
                || code.contains("spor-utovd")
                || code.contains("grense-forst")
                || code.contains("spor-alene");
        if (code.startsWith("p-")) {
            return Integer.toString(!intake ? 3 + who % 2 : later ? 2 + who % 2 : who % 3 / 2);
        }
        return Integer.toString(who % 3 == 0 ? 3 : 4);
    }

    /** Somebody answers by the code of the invitation, page by page. */
    public void answers(String code, int who, boolean later) {
        Person somebody = app.visitor();
        Person.Answer page = somebody.get("/svar/" + code);
        while (!page.heading().equals("Klar til å sende")) {
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            List<String> fields = new ArrayList<>();
            names(page).forEach((field, _) -> fields.addAll(List.of(field, answer(field, who, later))));
            fields.addAll(List.of("gjor", "neste"));
            page = somebody.submit(page.one("#svar-skjema"), fields.toArray(String[]::new));
        }
        assertThat(somebody.submit(page.one("#svar-skjema"), "gjor", "send").path())
                .isEqualTo("/svar/takk");
    }

    private static Map<String, Element> names(Person.Answer page) {
        Map<String, Element> names = new LinkedHashMap<>();
        page.page()
                .select("#svar-skjema input[type=radio][name^=svar.]")
                .forEach(it -> names.putIfAbsent(it.attr("name"), it));
        return names;
    }

    /** So many of those who are asked do so. */
    public void answered(int many, boolean later) {
        List<String> codes = codes();
        IntStream.range(0, many).forEach(who -> answers(codes.get(who), who, later));
    }
}
