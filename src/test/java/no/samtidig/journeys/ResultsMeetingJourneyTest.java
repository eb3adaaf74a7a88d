package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.gap.GapRounds;
import no.samtidig.improvement.meeting.Meetings;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.survey.Responding;
import no.samtidig.survey.Round;
import no.samtidig.survey.Rounds;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.Tickets;
import no.samtidig.survey.disclosure.Releasing;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A unit's GAP is over: leader and staff read what it showed, meet about it, vote on their phones, and choose goals. */
@Tag("improvement")
@RenewedApp(eachTest = true)
@Proves(Promise.SMALL_GROUPS)
class ResultsMeetingJourneyTest {
    private static final String GAP = "/enheten/gap";
    private static final String RESULT = "/enheten/gap/resultat";
    private static final String MEETING = "/enheten/mote";
    private static final UnitPath ELVETUN = new UnitPath("no.sundvik_sykehus_hf.elvetun");
    private static final List<String> INTAKE =
            List.of("p-spor-utsatt", "p-spor-utovd", "p-grense-forst", "p-spor-alene");

    private static final App app = App.shared();

    private static Person signedIn(String email) {
        Person person = app.visitor();
        assertThat(person.post("/logg-inn", "e-post", email, "passord", "samtidig-demo")
                        .path())
                .isEqualTo("/min-side");
        return person;
    }

    private static Person maren() {
        return signedIn("maren.fjellheim@sundvik.invalid");
    }

    private static Person ane() {
        return signedIn("ane.solvik@sundvik.invalid");
    }

    private static Journey elvetun() {
        Accounts accounts = app.bean(Accounts.class);
        AccountId maren = accounts.byEmail("maren.fjellheim@sundvik.invalid").orElseThrow();
        return app.bean(Journeys.class)
                .visit(Objects.requireNonNull(accounts.visitor(maren, null).person()), null)
                .journey();
    }

    private static GapRound last() {
        return app.bean(GapRounds.class).of(elvetun()).getLast();
    }

    /** A round is over in which so many answered: intake is seldom done, all else often. */
    private static Person settled(int answered) {
        app.asOwner().sql("truncate improvement.goal cascade").update(); // the demo's unit has some
        Person leader = maren();
        leader.form(leader.get(GAP), "Lag runden")
                .choose("Bor folk hos dere, med ansatte om natta?", "Ja")
                .send();
        GapRound round = last();
        leader.post(GAP + "/" + round.id().value() + "/apne");
        long days = round.opens().toEpochDay() - LocalDate.now(app.clock()).toEpochDay();
        if (days > 0) {
            app.clock().forward(Duration.ofDays(days));
            app.bean(Rounds.class).open(round.id());
        }
        for (int i = 0; i < answered; i++) {
            answer(app.bean(Rounds.class).find(round.id()).orElseThrow(), i);
        }
        leader.post(GAP + "/" + round.id().value() + "/lukk");
        app.bean(Releasing.class).release(round.id());
        assertThat(last().settled()).isTrue();
        return leader;
    }

    private static void answer(Round round, int who) {
        Questionnaire questionnaire = round.questionnaire();
        Map<String, List<String>> answers = new LinkedHashMap<>();
        answers.put("jobber-som", List.of(StaffGroup.MILIEU.code()));
        questionnaire.questions().forEach(it -> {
            if (it instanceof Item.Frequency) {
                int often = INTAKE.contains(it.code()) ? who % 3 / 2 : 3 + who % 2;
                answers.put(it.code(), List.of(Integer.toString(often)));
            } else if (it instanceof Item.Importance) {
                answers.put(it.code(), List.of(Integer.toString(who % 3 == 0 ? 3 : 4)));
            } else if (it instanceof Item.Slider) {
                answers.put(it.code(), List.of("7"));
            }
        });
        UUID ticket = app.bean(Tickets.class)
                .issue(
                        round.id(),
                        new Tickets.Invited(
                                Optional.empty(),
                                Optional.empty(),
                                Language.NB,
                                ELVETUN,
                                Optional.of(StaffGroup.MILIEU)))
                .orElseThrow();
        app.bean(Responding.class)
                .send(
                        app.bean(Tickets.class).code(ticket),
                        round.version(),
                        questionnaire.fill(new Answers(answers)).answers(),
                        Optional.empty(),
                        "");
    }

    @Test
    void leader_and_staff_read_the_same_result_and_nobody_else_does() {
        Person leader = settled(12);
        Person.Answer page = leader.get(RESULT);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.one(".gap-result__tier[data-tier=largest]").text()).contains("Mottak og inntak");
        assertThat(page.text())
                .contains("Leder ser det samme som du ser her")
                .contains("12 av")
                .contains("Høyst 1 av 12 sier at det skjer ofte eller alltid.")
                .doesNotContain("0 av 12", "12 av 12 sier");
        assertThat(page.page().select(".dumbbell__bar")).isNotEmpty();
        Person.Answer staff = ane().get(RESULT);
        assertThat(staff.page().select(".section").eachText())
                .isEqualTo(page.page().select(".section").eachText());

        String file = leader.get(RESULT + ".csv").body();
        assertThat(file)
                .contains("Mottak og inntak;")
                .contains("Størst avstand")
                .contains("Vi spør nye personer om de er utsatt for vold.");
        assertThat(signedIn("frode.kleiven@sundvik.invalid")
                        .get(RESULT + "?lop=" + elvetun().id().value())
                        .text())
                .doesNotContain("Høyst 1 av 12");
        assertThat(app.visitor().get(RESULT).path()).startsWith("/logg-inn");
        assertThat(leader.get(RESULT + "?anledning=7").status()).isEqualTo(404);
    }

    @Test
    void seven_answers_give_words_and_four_give_nothing() {
        Person.Answer page = settled(7).get(RESULT);
        assertThat(page.text()).contains("Her er det avstand").contains("Få gjør det ofte.");
        assertThat(page.page().select(".gap-result__areas").text()).doesNotContainPattern("\\d av \\d");
        assertThat(page.page().select(".dumbbell__bar, .chart__table")).isEmpty();
    }

    @Test
    void four_answers_give_nothing_and_the_cards_are_there() {
        Person leader = settled(4);
        Person.Answer page = leader.get(RESULT);
        assertThat(page.text()).contains("For få svar til å vise noe").contains("Færre enn fem ble spurt");
        assertThat(page.page().select(".gap-result__areas")).isEmpty();
        assertThat(leader.get(MEETING + "/kort").page().select(".cards__card").size())
                .isGreaterThanOrEqualTo(15);
    }

    private static String begun(Person leader, String minutes) {
        Person.Answer stage = leader.form(leader.get(MEETING), "Begynn møtet")
                .choose("Hvor lang tid har dere?", minutes)
                .send();
        assertThat(stage.status()).isEqualTo(200);
        return stage.path();
    }

    private static String code(Person leader, String stage) {
        return leader.get(stage).one(".stage__big").text().replace(" ", "");
    }

    private static List<Person> phones(String code, int many) {
        List<Person> phones = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Person phone = app.visitor();
            assertThat(phone.post("/delta/" + code + "/med").heading()).isIn("Du er med", "Stem");
            phones.add(phone);
        }
        return phones;
    }

    private static int rows(String table) {
        return app.asOwner()
                .sql("select count(*) from improvement." + table)
                .query(Integer.class)
                .single();
    }

    @Test
    void phones_vote_in_silence_and_nothing_is_left_of_who_voted_what() {
        Person leader = settled(12);
        String stage = begun(leader, "60 minutter");
        String code = code(leader, stage);
        List<Person> phones = phones(code, 6);
        assertThat(phones.getFirst().post("/delta/" + code, "omrade", "risiko").text())
                .contains("Vent til avstemningen åpner");
        leader.post(stage + "/stemming", "hva", "apne");
        assertThat(phones.getFirst().get("/delta/" + code + "/stand").body()).isEqualTo("voting");
        assertThat(phones.getFirst()
                        .post(
                                "/delta/" + code,
                                "omrade",
                                "risiko",
                                "omrade",
                                "mottak",
                                "omrade",
                                "ledelse",
                                "omrade",
                                "miljo")
                        .text())
                .contains("Velg høyst tre områder");
        for (Person phone : phones) {
            phone.post("/delta/" + code, "omrade", "ledelse");
            assertThat(phone.post("/delta/" + code, "omrade", "mottak", "omrade", "risiko")
                            .text())
                    .contains("Stemmene er tatt imot");
        }
        assertThat(rows("meeting_vote"))
                .as("changed, not added, and sent twice is once")
                .isEqualTo(12);
        assertThat(leader.get(stage + "/stand").body()).isEqualTo("6 6");
        assertThat(leader.get(stage).one("#steg-groups").text()).doesNotContain("Mange stemmer");

        leader.post(stage + "/stemming", "hva", "lukk");
        Person.Answer closed = leader.get(stage);
        assertThat(closed.one("#steg-groups").text())
                .contains("6 stemte.")
                .contains("Mottak og inntak 5 stemmer eller flere")
                .doesNotContain("6 stemmer");
        assertThat(rows("meeting_vote") + rows("meeting_phone")).isZero();
        assertThat(phones.getFirst().post("/delta/" + code, "omrade", "ledelse").heading())
                .isEqualTo("Avstemningen er lukket");
        assertThat(leader.post(stage + "/stemming", "hva", "lukk").status()).isEqualTo(200);
        assertThat(app.asOwner()
                        .sql("select votes from improvement.meeting_area where area = 'mottak'")
                        .query(Integer.class)
                        .single())
                .as("never that all did")
                .isEqualTo(5);
    }

    @Test
    void of_four_who_voted_nothing_is_kept() {
        Person leader = settled(12);
        String stage = begun(leader, "60 minutter");
        String code = code(leader, stage);
        leader.post(stage + "/stemming", "hva", "apne");
        phones(code, 4).forEach(it -> it.post("/delta/" + code, "omrade", "mottak"));
        leader.post(stage + "/stemming", "hva", "lukk");
        assertThat(leader.get(stage).one("#steg-groups").text()).contains("Færre enn fem stemte");
        assertThat(rows("meeting_area") + rows("meeting_vote")).isZero();
    }

    @Test
    void paper_is_counted_the_leader_declines_once_and_a_fourth_goal_is_refused() {
        Person leader = settled(12);
        String stage = begun(leader, "60 minutter");
        assertThat(leader.post(MEETING, "nokkel", UUID.randomUUID().toString(), "lengde", "30")
                        .path())
                .as("one is open")
                .isEqualTo(stage);
        assertThat(leader.post(stage + "/stemming", "hva", "lukk", "papir", "8", "papir-mottak", "9")
                        .status())
                .isEqualTo(422);
        leader.post(
                stage + "/stemming",
                "hva",
                "lukk",
                "papir",
                "8",
                "papir-mottak",
                "6",
                "papir-risiko",
                "5",
                "papir-barn-familie",
                "3");
        assertThat(leader.post(stage + "/leder", "svar", "nei", "omrade", "risiko", "grunn", "")
                        .status())
                .isEqualTo(422);
        assertThat(leader.post(stage + "/leder", "svar", "nei", "omrade", "risiko", "grunn", "Gjelder 010190 12345")
                        .status())
                .isEqualTo(422);
        leader.post(stage + "/leder", "svar", "nei", "omrade", "risiko", "grunn", "Vi venter på ny rutine.");
        assertThat(leader.post(stage + "/leder", "svar", "nei", "omrade", "mottak", "grunn", "Heller ikke det.")
                        .text())
                .contains("én gang");
        assertThat(leader.get(stage).text())
                .contains("Leder kan ikke gi tid til Risiko og sikkerhet: Vi venter på ny rutine.");

        assertThat(goal(leader, stage, "risiko").text()).contains("ikke er tid til dette området");
        assertThat(goal(leader, stage, "ledelse").text()).contains("Området fikk få stemmer");
        for (int i = 0; i < 3; i++) {
            assertThat(goal(leader, stage, i == 0 ? "barn-familie" : "mottak").status())
                    .isEqualTo(200);
        }
        assertThat(goal(leader, stage, "mottak").text()).contains("Velg bort ett først");

        leader.post(stage + "/slutt");
        assertThat(leader.get(stage).one("#steg-end").text()).contains("Møtet er avsluttet");
        assertThat(app.bean(Meetings.class).of(elvetun()))
                .singleElement()
                .matches(it -> !it.open() && it.code() == null);
        assertThat(leader.get(MEETING).text()).contains("Vi venter på ny rutine.");
    }

    private static Person.Answer goal(Person leader, String stage, String area) {
        return leader.post(
                stage + "/mal",
                "nokkel",
                UUID.randomUUID().toString(),
                "omrade",
                area,
                "mal",
                "Vi spør alle nye om vold innen tredje dag.");
    }

    @Test
    void a_meeting_without_goals_says_so_and_its_code_is_good_no_more() {
        Person leader = settled(7);
        String stage = begun(leader, "60 minutter");
        String code = code(leader, stage);
        assertThat(leader.post(stage + "/slutt").status()).isEqualTo(422);
        assertThat(leader.post(stage + "/slutt", "uten", "ja").text()).contains("Dere valgte ingen mål");
        assertThat(app.visitor().get("/delta/" + code).status()).isEqualTo(404);
        assertThat(app.visitor().post("/delta/" + code, "omrade", "mottak").status())
                .isEqualTo(404);
    }

    @Test
    void codes_cannot_be_guessed_by_the_thousand_and_a_phone_that_has_joined_goes_on() {
        Person leader = settled(7);
        String stage = begun(leader, "60 minutter");
        String code = code(leader, stage);
        Person joined = phones(code, 1).getFirst();
        Person guesser = app.visitor();
        int refused = 0;
        for (int i = 0; i < 110; i++) {
            refused += guesser.get("/delta/ZZZ" + (100 + i)).status() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(10);
        assertThat(guesser.get("/delta/" + code).status())
                .as("a right guess waits too")
                .isEqualTo(429);
        assertThat(joined.get("/delta/" + code).heading()).isEqualTo("Du er med");
        app.clock().forward(Duration.ofMinutes(11));
        assertThat(guesser.get("/delta/" + code).status()).isEqualTo(200);
        app.clock().forward(Duration.ofHours(7));
        assertThat(guesser.get("/delta/" + code).status()).as("nobody ended it").isEqualTo(404);
        assertThat(app.bean(Meetings.class).endOld()).isEqualTo(1);
        assertThat(app.asOwner()
                        .sql("select count(*) from improvement.meeting_phone")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void staff_begin_no_meeting_and_see_no_screen_and_the_coach_does() {
        Person leader = settled(7);
        String stage = begun(leader, "30 minutter");
        Person staff = ane();
        assertThat(staff.get(MEETING).status()).isEqualTo(404);
        assertThat(staff.get(stage).status()).isEqualTo(404);
        assertThat(staff.post(stage + "/slutt", "uten", "ja").status()).isEqualTo(404);
        Person coach = signedIn("inger.lise.brandvoll@region-midt.invalid");
        String which = "?lop=" + elvetun().id().value();
        assertThat(coach.get(stage + which).text()).contains("Tre fingre");
        assertThat(coach.get(stage + "/manus" + which).text()).contains("«Én, to, tre, vis!»");
        assertThat(signedIn("kari.birkeland@region-vest.invalid")
                        .get(stage + which)
                        .status())
                .isEqualTo(404);
    }
}
