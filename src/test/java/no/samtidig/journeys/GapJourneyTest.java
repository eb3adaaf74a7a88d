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
import no.samtidig.RenewedApp;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.gap.GapAnswer;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.gap.GapRounds;
import no.samtidig.improvement.gap.LeaderAnswers;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Language;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.survey.Recipients;
import no.samtidig.survey.Responding;
import no.samtidig.survey.Round;
import no.samtidig.survey.Rounds;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.Tickets;
import no.samtidig.survey.disclosure.Releasing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A unit's GAP: the leader makes and opens a round, the staff answer, and whole answers come out of it only where they may. */
@Tag("improvement")
@RenewedApp(eachTest = true)
class GapJourneyTest {
    private static final String GAP = "/enheten/gap";
    private static final String LEADER = "/enheten/gap/leder";
    private static final String COUNCIL = "/enheten/gap/brukerrad";
    private static final UnitPath ELVETUN = new UnitPath("no.sundvik_sykehus_hf.elvetun");

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

    /** The leader makes the round that the page suggests. */
    private static Person.Answer made(Person leader) {
        Person.Answer page = leader.get(GAP);
        return leader.form(page, "Lag runden")
                .choose("Bor folk hos dere, med ansatte om natta?", "Ja")
                .send();
    }

    /** It opens, on its day. */
    private static void opened(Person leader) {
        GapRound round = last();
        leader.post(GAP + "/" + round.id().value() + "/apne");
        long days = round.opens().toEpochDay() - LocalDate.now(app.clock()).toEpochDay();
        if (days > 0) {
            app.clock().forward(Duration.ofDays(days));
            app.bean(Rounds.class).open(round.id());
        }
        assertThat(last().state()).isEqualTo(Round.State.OPEN);
    }

    private static void answered(StaffGroup group, int many, String practice, String importance) {
        Round round = app.bean(Rounds.class).find(last().id()).orElseThrow();
        Questionnaire questionnaire = round.questionnaire();
        Tickets tickets = app.bean(Tickets.class);
        for (int i = 0; i < many; i++) {
            Map<String, List<String>> answers = new LinkedHashMap<>();
            answers.put("jobber-som", List.of(group.code()));
            questionnaire.questions().forEach(it -> {
                switch (it) {
                    case Item.Frequency _ -> answers.put(it.code(), List.of(practice));
                    case Item.Importance _ -> answers.put(it.code(), List.of(importance));
                    case Item.Slider _ -> answers.put(it.code(), List.of("7"));
                    case Item.SingleChoice _,
                            Item.MultipleChoice _,
                            Item.LikertGrid _,
                            Item.NumberQuestion _,
                            Item.ShortText _,
                            Item.LongText _ -> {}
                }
            });
            UUID ticket = tickets.issue(
                            round.id(),
                            new Tickets.Invited(
                                    Optional.empty(), Optional.empty(), Language.NB, ELVETUN, Optional.of(group)))
                    .orElseThrow();
            app.bean(Responding.class)
                    .send(
                            tickets.code(ticket),
                            round.version(),
                            questionnaire.fill(new Answers(answers)).answers(),
                            Optional.empty(),
                            "");
        }
    }

    private static void settled(Person leader) {
        leader.post(GAP + "/" + last().id().value() + "/lukk");
        app.bean(Releasing.class).release(last().id());
        assertThat(last().settled()).isTrue();
        assertThat(last().closes())
                .as("a round that is closed before its last day was over that day")
                .isEqualTo(LocalDate.now(app.clock()));
    }

    private static List<GapAnswer> answers() {
        return app.bean(GapRounds.class).answers(elvetun(), last());
    }

    @Test
    void a_leader_who_is_staff_too_is_not_asked_as_staff() {
        List<String> asked = app.bean(Recipients.class).people(GapRounds.target(ELVETUN)).stream()
                .map(it -> it.email())
                .toList();
        assertThat(asked)
                .contains("ane.solvik@sundvik.invalid")
                .as("she has both roles, and would know what the others cannot have said")
                .doesNotContain("maren.fjellheim@sundvik.invalid");
    }

    @Test
    void a_unit_that_waits_is_measured_once_by_the_short_form_and_no_meeting_follows() {
        app.asOwner()
                .sql("update improvement.journey set stage = 'agreed', month_zero = null where unit = :unit::ltree")
                .param("unit", ELVETUN.value())
                .update();
        app.asOwner()
                .sql("delete from improvement.gap_round where journey = :id")
                .param("id", elvetun().id().value())
                .update();
        Person leader = maren();
        leader.form(leader.get(GAP), "Lag runden")
                .choose("Hvor mye vil dere svare på?", "En kort måling nå, mens dere venter på å begynne")
                .choose("Bor folk hos dere, med ansatte om natta?", "Ja")
                .send();
        assertThat(last().occasion()).isEqualTo(GapRound.WAITING);
        assertThat(app.bean(GapRounds.class).statements(last())).hasSizeBetween(12, 13);
        opened(leader);
        answered(StaffGroup.MILIEU, 6, "noen-ganger", "viktig");
        settled(leader);
        assertThat(leader.get(GAP).text())
                .as("the start comes next, with no meeting first, and waiting is not offered twice")
                .contains("Neste runde: Ved start")
                .doesNotContain("En kort måling nå");
        assertThat(leader.get("/enheten/mote").text()).doesNotContain("Begynn et møte");
        Person.Answer page = leader.get(GAP);
        Person.Answer again = leader.post(
                GAP,
                FormKeys.FIELD,
                UUID.randomUUID().toString(),
                "utgave",
                "vent",
                "dogn",
                "ja",
                "apner",
                page.one("input[name=apner]").attr("value"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(app.bean(GapRounds.class).of(elvetun())).hasSize(1);
    }

    @Test
    void a_leader_makes_the_first_round_and_staff_see_its_days_and_that_it_is_anonymous() {
        Person leader = maren();
        assertThat(leader.get(GAP).text())
                .contains("Neste runde: Ved start")
                .contains("Ingen kan se hvem som har svart hva");
        assertThat(ane().get(GAP).page().select("form[action^=" + GAP + "]")).isEmpty();

        assertThat(made(leader).text()).contains("Runden er laget. Ingen er invitert ennå.");
        assertThat(last().occasion()).isZero();
        assertThat(last().residential()).isTrue();
        assertThat(leader.post(
                                GAP,
                                "nokkel",
                                UUID.randomUUID().toString(),
                                "utgave",
                                "full",
                                "dogn",
                                "ja",
                                "apner",
                                LocalDate.now(app.clock()).toString())
                        .status())
                .as("one at a time")
                .isEqualTo(422);
        assertThat(app.bean(GapRounds.class).of(elvetun())).hasSize(1);
        opened(leader);

        Person.Answer staff = ane().get(GAP);
        assertThat(staff.text()).contains("Ved start").contains("åpen").doesNotContain("blir sendt nå");
        assertThat(leader.get(GAP).text()).contains("Invitasjonene blir sendt nå");
    }

    @Test
    void a_round_in_a_holiday_is_refused_with_the_nearest_day_and_what_was_chosen_stays() {
        Person leader = maren();
        Person.Answer page = leader.get(GAP);
        int year = LocalDate.now(app.clock()).getYear() + 1;
        Person.Answer refused = leader.form(page, "Lag runden")
                .choose("Bor folk hos dere, med ansatte om natta?", "Nei")
                .choose("Hvor mye vil dere svare på?", "Kort utgave")
                .fill("Første dag å svare", year + "-06-20")
                .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Den nærmeste dagen som passer, er 6. juni " + year);
        assertThat(refused.page().select("input[name=utgave][value=kort]").hasAttr("checked"))
                .isTrue();
        assertThat(app.bean(GapRounds.class).of(elvetun())).isEmpty();
    }

    @Test
    void whole_answers_come_out_where_five_answered_and_say_what_was_asked() {
        Person leader = maren();
        made(leader);
        opened(leader);
        answered(StaffGroup.MILIEU, 7, "1", "4");
        answered(StaffGroup.CLINICIAN, 5, "ikke-aktuelt", "vet-ikke");
        assertThat(answers()).as("not settled").isEmpty();
        settled(leader);

        List<GapAnswer> all = answers();
        assertThat(all).hasSize(12);
        assertThat(all)
                .filteredOn(it -> it.group().equals(Optional.of(StaffGroup.MILIEU)))
                .hasSize(7)
                .allSatisfy(it -> {
                    assertThat(it.practice()).containsEntry("spor-utsatt", 1).containsEntry("regel-med-grunn", 1);
                    assertThat(it.importance()).containsEntry("spor-utsatt", 4);
                    assertThat(it.confidence()).containsEntry("mottak", 7).hasSize(11);
                    assertThat(it.asked()).hasSize(33).doesNotContain("si-fra-videre");
                });
        assertThat(all)
                .filteredOn(it -> it.group().equals(Optional.of(StaffGroup.CLINICIAN)))
                .hasSize(5)
                .allSatisfy(it -> {
                    assertThat(it.irrelevant()).hasSize(35).contains("si-fra-videre");
                    assertThat(it.unsure()).as("of practice").isEmpty();
                    assertThat(it.practice()).isEmpty();
                });
        assertThat(leader.get(GAP).text()).contains("Dere har ikke skrevet ned hva dere valgte etter forrige runde");
        String meeting = leader.post(
                        "/enheten/mote", "nokkel", UUID.randomUUID().toString(), "lengde", "30")
                .path();
        leader.post(meeting + "/slutt", "utfall", "none");
        assertThat(leader.get(GAP).text()).contains("Neste runde: Etter 6 måneder");
    }

    @Test
    void four_answers_are_nothing() {
        Person leader = maren();
        made(leader);
        opened(leader);
        answered(StaffGroup.MILIEU, 4, "2", "3");
        settled(leader);

        assertThat(answers()).isEmpty();
    }

    @Test
    void a_leaders_own_answers_are_by_name_apart_and_hidden_until_shown() {
        Person leader = maren();
        assertThat(leader.get(LEADER).text()).contains("Du kan svare når den første runden er åpnet");
        made(leader);
        opened(leader);
        Person.Answer form = leader.get(LEADER);
        assertThat(form.one("main .ds-alert h2").text()).isEqualTo("Dette svaret er ikke anonymt");
        assertThat(form.text()).contains("Jeg spør hvordan det går med det vi har avtalt.");

        Person.Answer kept = leader.post(LEADER, "revisjon", "0", "svar.p-leder-spor", "3", "svar.v-leder-spor", "4");
        assertThat(kept.text()).contains("Bare du ser svarene").contains("Svarene er lagret");
        assertThat(app.bean(LeaderAnswers.class).shown(last())).isEmpty();
        Person.Answer late = leader.post(LEADER, "revisjon", "0", "svar.p-leder-spor", "1");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.page().select("input[name=svar.p-leder-spor][value=1]").hasAttr("checked"))
                .isTrue();

        leader.post(LEADER + "/vis", "vis", "ja");
        assertThat(app.bean(LeaderAnswers.class).shown(last())).singleElement().satisfies(it -> {
            assertThat(it.practice()).isEqualTo(Map.of("leder-spor", 3));
            assertThat(it.importance()).isEqualTo(Map.of("leder-spor", 4));
        });
        leader.post(LEADER + "/vis", "vis", "nei");
        assertThat(app.bean(LeaderAnswers.class).shown(last())).isEmpty();

        assertThat(ane().get(LEADER).status()).isEqualTo(404);
        assertThat(ane().post(LEADER, "svar.p-leder-spor", "0").status()).isEqualTo(404);
    }

    @Test
    void the_council_gives_one_answer_and_whoever_wrote_it_is_told_by_role() {
        Person leader = maren();
        made(leader);
        opened(leader);
        assertThat(leader.get(COUNCIL).text()).contains("Har ingen den rollen, kan du skrive på vegne av rådet");
        assertThat(leader.post(COUNCIL, "revisjon", "0", "rad.b-regler", "noen-ganger")
                        .text())
                .contains("av lederen på vegne av rådet");
        Person.Answer late = leader.post(COUNCIL, "revisjon", "0", "rad.b-regler", "som-regel");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Lagret i mellomtiden: Noen ganger");
        assertThat(leader.post(COUNCIL, "revisjon", "1", "rad.b-regler", "alltid")
                        .status())
                .isEqualTo(404);
        assertThat(ane().get(COUNCIL).status()).isEqualTo(404);
    }

    @Test
    void others_have_no_way_to_the_rounds_of_a_unit() {
        Person leader = maren();
        made(leader);
        String round = GAP + "/" + last().id().value();
        Person other = signedIn("frode.kleiven@sundvik.invalid");
        List<String> ways = new ArrayList<>(List.of("/apne", "/vent", "/lukk", "/slett"));
        for (String way : ways) {
            assertThat(other.post(round + way).status()).as(way).isEqualTo(404);
            assertThat(ane().post(round + way).status()).as(way).isEqualTo(404);
        }
        assertThat(other.post(round + "/paminn", "steg", "1").status()).isEqualTo(404);
        Person coach = signedIn("inger.lise.brandvoll@region-midt.invalid");
        String at = "?lop=" + elvetun().id().value();
        assertThat(coach.get(GAP + at).status()).isEqualTo(200);
        assertThat(coach.get(GAP + at).text()).doesNotContain("enn fem av");
        assertThat(signedIn("kari.birkeland@region-vest.invalid").get(GAP + at).status())
                .isEqualTo(404);
        assertThat(leader.post(round + "/slett").text()).contains("Runden er slettet");
        assertThat(app.bean(GapRounds.class).of(elvetun())).isEmpty();
        assertThat(app.bean(JdbcClient.class)
                        .sql("select count(*) from improvement.gap_round")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
