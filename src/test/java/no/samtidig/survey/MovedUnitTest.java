package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.RenewedApp;
import no.samtidig.access.AccountId;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.PlaceOutcome;
import no.samtidig.organisation.Places;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.Units;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Results;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A unit moves, is merged or closes while its round is open: nothing of the round is lost. */
@RenewedApp(eachTest = true)
class MovedUnitTest {
    private static final UnitPath ELVETUN = new UnitPath("no.sundvik_sykehus_hf.elvetun");
    private static final UnitPath DPS = new UnitPath("no.sundvik_sykehus_hf.sundvik_dps");
    private static final UnitPath ALMENES = new UnitPath("no.almenes_kommune");
    private static final Questionnaire QUESTIONS =
            QuestionnaireText.read("prove", Path.of("prove.yaml"), SurveyWorld.QUESTIONS);

    private final App app = App.shared();
    private final Places places = app.bean(Places.class);
    private final Rounds rounds = app.bean(Rounds.class);
    private final Recipients recipients = app.bean(Recipients.class);
    private final Results results = app.bean(Results.class);
    private final SurveyWorld world = new SurveyWorld(app);

    private Round made(UnitPath... asked) {
        LocalDate today = LocalDate.now(app.clock());
        Round round = new Round(
                new RoundId(UUID.randomUUID()),
                "Prøverunde",
                QUESTIONS,
                QuestionnaireText.version(QUESTIONS),
                true,
                false,
                Round.First.UNIT,
                new Round.Target(List.of(asked), List.of(), Set.of(), Set.of()),
                today,
                today.plusDays(30),
                Round.State.DRAFT);
        rounds.make(round, new AccountId(UUID.randomUUID()));
        return round;
    }

    private void answers(Round round, UnitPath unit, int count) {
        for (int i = 0; i < count; i++) {
            world.answer(round, unit, StaffGroup.MILIEU, Map.of("svar", List.of("ja")));
        }
    }

    private UnitPath move() {
        PlaceOutcome outcome =
                places.move(ELVETUN, places.unit(ELVETUN).orElseThrow().revision(), ALMENES);
        return ((PlaceOutcome.Done) outcome).at();
    }

    private Optional<Report> report(Round round, UnitPath at) {
        return results.report(results.of(Purpose.GENERAL, Place.of(at), "Stedet"), round.id(), Results.Wish.NONE, 0);
    }

    @Test
    void answers_from_before_and_after_the_move_are_counted_and_read_by_whoever_has_the_unit_now() {
        Round round = made(ELVETUN);
        rounds.open(round.id());
        answers(round, ELVETUN, 3);
        UUID waiting = world.invite(round, ELVETUN, StaffGroup.MILIEU);
        UnitPath now = move();
        answers(round, ELVETUN, 3); // sealed by who was asked before
        assertThat(app.bean(JdbcClient.class)
                        .sql("select count(*) from survey.ticket where round = :round and not withdrawn")
                        .param("round", round.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(7);
        assertThat(waiting).isNotNull();
        world.settle(round);
        Report report = report(round, now).orElseThrow();
        assertThat(report.total().n()).hasValue(6);
        assertThat(report.total().invited()).isEqualTo(7);
        assertThat(report(round, DPS)).as("another unit").isEmpty();
        assertThat(report(round, ELVETUN)).as("as it was asked").isPresent();
    }

    @Test
    void the_people_of_a_moved_unit_are_asked_as_they_were_and_once() {
        Round round = made(ELVETUN);
        rounds.open(round.id());
        List<AccountId> before = recipients.people(round.target()).stream()
                .map(Recipients.Recipient::account)
                .toList();
        UnitPath now = move();
        assertThat(recipients.people(round.target())).allMatch(it -> it.unit().equals(ELVETUN));
        assertThat(recipients.people(round.target()))
                .extracting(Recipients.Recipient::account)
                .containsExactlyElementsOf(before);
        assertThat(rounds.find(round.id()).orElseThrow().target().places()).containsExactly(ELVETUN);
        assertThat(app.bean(RoundListStore.class)
                        .reach(round.id(), app.bean(Units.class).scope(Place.of(now)), LocalDate.now(app.clock())))
                .as("whoever has the unit now still runs it")
                .isEqualTo(new RoundListStore.Reach(true, true));
    }

    @Test
    void a_draft_asks_the_unit_where_it_is_now() {
        Round draft = made(ELVETUN);
        UnitPath now = move();
        assertThat(rounds.find(draft.id()).orElseThrow().target().places()).containsExactly(now);
    }

    @Test
    void a_merged_and_a_closed_unit_keep_what_was_answered() {
        Round round = made(ELVETUN, DPS);
        rounds.open(round.id());
        answers(round, ELVETUN, 6);
        answers(round, DPS, 6);
        places.merge(ELVETUN, places.unit(ELVETUN).orElseThrow().revision(), DPS);
        places.close(DPS, places.unit(DPS).orElseThrow().revision(), LocalDate.now(app.clock()));
        app.clock().forward(Duration.ofDays(2));
        world.settle(round);
        assertThat(report(round, DPS).orElseThrow().total().n()).hasValue(6);
        assertThat(results.of(Purpose.GENERAL, Place.of(DPS), "DPS").places())
                .as("with what was merged into it")
                .hasSize(2);
        assertThat(report(round, ELVETUN).orElseThrow().total().n()).hasValue(6);
    }
}
