package no.samtidig.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.access.Accounts;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.meeting.ElvetunRound;
import no.samtidig.improvement.meeting.Ending;
import no.samtidig.improvement.meeting.Meeting;
import no.samtidig.improvement.meeting.Meetings;
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

    private static final App app = App.shared();

    private static Person signedIn(String email) {
        return ElvetunRound.signedIn(app, email);
    }

    private static Person ane() {
        return signedIn("ane.solvik@sundvik.invalid");
    }

    private static Journey elvetun() {
        return ElvetunRound.journey(app);
    }

    /** A round is over in which so many answered, and the demo's goals are gone. */
    private static Person settled(int answered) {
        app.asOwner().sql("truncate improvement.goal cascade").update();
        return ElvetunRound.settled(app, answered);
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
        return ElvetunRound.code(leader, stage);
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

    private static String[] paper(int voters, int each, String what) {
        List<String> fields = new ArrayList<>(List.of("hva", what, "papir", String.valueOf(voters)));
        for (String area : List.of("mottak", "risiko", "ledelse", "miljo")) {
            fields.addAll(List.of("papir-" + area, String.valueOf(each)));
        }
        return fields.toArray(String[]::new);
    }

    private static List<Integer> told() {
        return app.asOwner()
                .sql("select votes from improvement.meeting_area where area in ('mottak', 'risiko') order by area")
                .query(Integer.class)
                .list();
    }

    @Test
    void paper_cannot_be_taken_from_the_numbers_to_find_what_phones_voted() {
        Person leader = settled(12);
        String stage = begun(leader, "60 minutter");
        String code = code(leader, stage);
        leader.post(stage + "/stemming", "hva", "apne");
        phones(code, 1).getFirst().post("/delta/" + code, "omrade", "risiko");
        assertThat(leader.post(stage + "/stemming", paper(6, 1, "lukk")))
                .as("one phone among six slips would be read")
                .matches(it -> it.status() == 422)
                .matches(it -> it.text().contains("Færre enn fem stemte på telefon, og noen på papir"));
        assertThat(leader.post(stage + "/stemming", paper(6, 1, "tull")).status())
                .as("nothing but a word of ours closes a vote")
                .isEqualTo(404);
        phones(code, 5).forEach(it -> it.post("/delta/" + code, "omrade", "risiko"));
        leader.post(stage + "/stemming", paper(20, 5, "lukk"));
        assertThat(told())
                .as("of six phones neither none nor all is told, also beside paper")
                .containsExactly(5 + 1, 5 + 5);
    }

    @Test
    void a_round_whose_vote_is_told_is_not_voted_on_again() {
        Person leader = settled(12);
        String stage = begun(leader, "60 minutter");
        leader.post(stage + "/stemming", "hva", "apne");
        phones(code(leader, stage), 5).forEach(it -> {
            it.post("/delta/" + code(leader, stage), "omrade", "risiko");
        });
        leader.post(stage + "/stemming", "hva", "lukk");
        leader.post(stage + "/slutt", "utfall", "none");
        String again = begun(leader, "60 minutter");
        Person.Answer refused = leader.post(again + "/stemming", "hva", "apne");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Det er stemt om denne runden i et tidligere møte.");
        assertThat(leader.post(again + "/stemming", paper(6, 1, "lukk")).status())
                .as("nor on paper")
                .isEqualTo(422);
    }

    @Test
    void the_first_meeting_sets_month_zero_whatever_else_is_changed_of_the_journey() {
        app.asOwner()
                .sql("update improvement.journey set month_zero = null where unit = :unit::ltree")
                .param("unit", elvetun().unit().value())
                .update();
        Person leader = settled(12);
        String stage = begun(leader, "60 minutter");
        Journey before = elvetun();
        app.asOwner()
                .sql("update improvement.journey set revision = revision + 1 where id = :id")
                .param("id", before.id().value())
                .update();
        app.bean(Meetings.class)
                .end(
                        before,
                        app.bean(Meetings.class).of(before).getFirst(),
                        Ending.NONE,
                        app.bean(Accounts.class)
                                .byEmail("maren.fjellheim@sundvik.invalid")
                                .orElseThrow());
        assertThat(elvetun().monthZero()).isEqualTo(LocalDate.now(app.clock()));
        assertThat(leader.get(stage).status()).isEqualTo(200);
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
        assertThat(leader.post(stage + "/slutt", "utfall", "none").text()).contains("Dere valgte ingen mål");
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
        assertThat(staff.post(stage + "/slutt", "utfall", "none").status()).isEqualTo(404);
        Person coach = signedIn("inger.lise.brandvoll@region-midt.invalid");
        String which = "?lop=" + elvetun().id().value();
        assertThat(coach.get(stage + which).text()).contains("Tre fingre");
        assertThat(coach.get(stage + "/manus" + which).text()).contains("«Én, to, tre, vis!»");
        assertThat(signedIn("kari.birkeland@region-vest.invalid")
                        .get(stage + which)
                        .status())
                .isEqualTo(404);
    }

    private static List<Optional<Ending>> endings() {
        return app.bean(Meetings.class).of(elvetun()).stream()
                .map(Meeting::ending)
                .toList();
    }

    private static final String WAITS = "Dere har ikke skrevet ned hva dere valgte etter forrige runde";

    @Test
    void a_meeting_that_came_to_nothing_keeps_the_next_round_waiting_also_where_there_are_goals() {
        Person leader = ElvetunRound.settled(app, 12); // with the goals the unit had before
        String stage = begun(leader, "60 minutter");
        assertThat(leader.post(stage + "/slutt").status()).as("nobody says how").isEqualTo(422);
        assertThat(leader.post(stage + "/slutt", "utfall", "chosen").status())
                .as("none came of this meeting")
                .isEqualTo(422);
        assertThat(leader.post(stage + "/slutt", "utfall", "abandoned").text()).contains("Møtet ble ikke fullført");
        assertThat(leader.get(GAP).text()).contains(WAITS);
        assertThat(leader.get("/enheten").text()).contains("Hold resultatmøtet");

        String second = begun(leader, "60 minutter");
        app.clock().forward(Duration.ofHours(7));
        app.bean(Meetings.class).endOld();
        assertThat(leader.get(GAP).text()).as("nobody ended it").contains(WAITS);
        assertThat(leader.get(second).text()).contains("Møtet ble ikke fullført");

        String third = begun(leader, "30 minutter");
        assertThat(leader.post(third + "/slutt", "utfall", "kept").text())
                .contains("Målene dere hadde, gjelder videre");
        assertThat(leader.get(GAP).text()).doesNotContain(WAITS);
        assertThat(endings())
                .containsExactly(
                        Optional.of(Ending.KEPT), Optional.of(Ending.ABANDONED), Optional.of(Ending.ABANDONED));
        assertThat(leader.get(MEETING).text())
                .contains("Enheten beholdt målene den hadde.", "Møtet ble ikke fullført.");
    }

    @Test
    void the_region_sees_how_meetings_ended() {
        Person leader = settled(7);
        leader.post(begun(leader, "30 minutter") + "/slutt", "utfall", "abandoned");
        leader.post(begun(leader, "30 minutter") + "/slutt", "utfall", "none");
        Person coach = signedIn("inger.lise.brandvoll@region-midt.invalid");
        assertThat(coach.get("/regionen/tall").text())
                .containsPattern("Resultatmøter som ikke ble fullført\\W+1 av 2")
                .containsPattern("Resultatmøter der enheten valgte ingen mål\\W+1 av 2");
    }

    @Test
    void an_action_that_stands_ready_is_taken_with_owner_and_day_and_the_end_reads_it_aloud() {
        Person leader = settled(12);
        String stage = begun(leader, "60 minutter");
        goal(leader, stage, "mottak");
        Person.Answer page = leader.get(stage);
        String goal =
                page.one("#steg-goals form[action$=tiltak] input[name=mal]").attr("value");
        String key = UUID.randomUUID().toString();
        Person.Answer refused = leader.post(stage + "/tiltak", "nokkel", key, "mal", goal, "dato", "i morgen");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Velg et tiltak.");
        leader.post(
                stage + "/tiltak",
                "nokkel",
                UUID.randomUUID().toString(),
                "mal",
                goal,
                "forslag",
                "0",
                "eier",
                "alle",
                "dato",
                LocalDate.now(app.clock()).plusWeeks(2).toString());
        leader.post(stage + "/slutt");
        assertThat(leader.get(stage).one("#steg-end").text())
                .contains("Velg ett spørsmål alle bruker i første samtale.")
                .contains("Alle på enheten")
                .contains("Neste samtale");
        assertThat(endings()).containsExactly(Optional.of(Ending.CHOSEN));
    }

    @Test
    void more_votes_than_people_are_shown_before_the_vote_is_closed_and_all_can_vote_again() {
        Person leader = settled(12);
        String stage = begun(leader, "60 minutter");
        String code = code(leader, stage);
        assertThat(leader.post(stage + "/stemming", "hva", "apne", "rom", "mange")
                        .status())
                .isEqualTo(422);
        leader.post(stage + "/stemming", "hva", "apne", "rom", "5");
        List<Person> phones = phones(code, 6); // somebody has a private window too
        phones.forEach(it -> it.post("/delta/" + code, "omrade", "mottak"));
        Person.Answer held = leader.post(stage + "/stemming", "hva", "lukk", "rom", "5");
        assertThat(held.status()).isEqualTo(422);
        assertThat(held.text()).contains("6 har stemt, men dere er 5.");
        assertThat(rows("meeting_area")).as("nothing is closed").isZero();

        leader.post(stage + "/stemming", "hva", "igjen");
        assertThat(rows("meeting_phone") + rows("meeting_vote")).isZero();
        assertThat(phones.getFirst().post("/delta/" + code, "omrade", "mottak").heading())
                .as("a phone that was forgotten joins again before it votes")
                .isEqualTo("Bli med på møtet");
        phones.subList(0, 5).forEach(it -> {
            it.post("/delta/" + code + "/med");
            it.post("/delta/" + code, "omrade", "mottak");
        });
        assertThat(leader.post(stage + "/stemming", "hva", "lukk", "rom", "5").status())
                .isEqualTo(200);
        assertThat(leader.get(stage).one("#steg-groups").text()).contains("5 stemte.");
    }

    @Test
    void a_phone_that_takes_no_cookie_cannot_count_twice() {
        Person leader = settled(12);
        String stage = begun(leader, "60 minutter");
        String code = code(leader, stage);
        leader.post(stage + "/stemming", "hva", "apne");
        for (int i = 0; i < 2; i++) {
            assertThat(app.visitor().post("/delta/" + code, "omrade", "mottak").heading())
                    .isEqualTo("Bli med på møtet");
        }
        assertThat(rows("meeting_vote")).isZero();
    }
}
