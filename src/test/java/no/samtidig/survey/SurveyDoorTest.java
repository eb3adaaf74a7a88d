package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samtidig.App;
import no.samtidig.RenewedApp;
import no.samtidig.access.AccountId;
import no.samtidig.access.Grant;
import no.samtidig.access.Role;
import no.samtidig.access.Visitor;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.ProblemException;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.Results;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What survey gives to other modules: rounds for purposes of theirs, what happens to them, and results without a visitor. */
@RenewedApp(eachTest = true)
class SurveyDoorTest {
    private static final Purpose GAP = new Purpose("gap");
    private static final UnitPath ELVETUN = new UnitPath("no.sundvik_sykehus_hf.elvetun");
    private static final UnitPath HAVNESUND = new UnitPath("no.almenes_kommune.havnesund_ettervern");
    private static final Questionnaire QUESTIONS =
            QuestionnaireText.read("prove", Path.of("prove.yaml"), SurveyWorld.QUESTIONS);

    /** Another module that listens. */
    private static final class Listener implements ApplicationListener<PayloadApplicationEvent<?>> {
        private final List<Object> heard = new ArrayList<>();
        private boolean refuses;

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<?> event) {
            Object told = event.getPayload();
            if (told instanceof RoundOpened || told instanceof RoundClosed || told instanceof RoundSettled) {
                assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                        .as("in the transaction that does it")
                        .isTrue();
                heard.add(told);
                if (refuses) {
                    throw new IllegalStateException("cannot do my part");
                }
            }
        }
    }

    private final App app = App.shared();
    private final Running running = app.bean(Running.class);
    private final Rounds rounds = app.bean(Rounds.class);
    private final Results results = app.bean(Results.class);
    private final SurveyWorld world = new SurveyWorld(app);
    private final Listener listener = new Listener();

    @BeforeEach
    void listen() {
        app.bean(ApplicationEventMulticaster.class).addApplicationListener(listener);
    }

    @AfterEach
    void stopListening() {
        app.bean(ApplicationEventMulticaster.class).removeApplicationListener(listener);
    }

    private static Visitor.Person as(Role role, UnitPath at) {
        Grant grant = new Grant(UUID.randomUUID(), role, Place.of(at), new OrganisationScope(List.of(at)), "Stedet");
        return new Visitor.Person(
                new AccountId(UUID.randomUUID()), "Kari Nordmann", "kari@example.invalid", grant, List.of(grant));
    }

    private RoundDraft draft(UnitPath... places) {
        LocalDate today = LocalDate.now(app.clock());
        return new RoundDraft(
                "GAP-runden",
                QUESTIONS,
                new Round.Target(List.of(places), List.of(), Set.of(), Set.of()),
                true,
                false,
                Round.First.UNIT,
                today,
                today.plusDays(10));
    }

    private Round made(Visitor.Person leader) {
        RoundId id = new RoundId(UUID.randomUUID());
        assertThat(running.make(leader, GAP, draft(ELVETUN), id)).isEqualTo(new Running.Made.Done(id));
        return running.find(leader, GAP, id).orElseThrow().round();
    }

    @Test
    void opening_closing_and_settling_are_told_once_each_with_what_the_round_is_for() {
        Visitor.Person leader = as(Role.UNIT_LEADER, ELVETUN);
        Round round = made(leader);
        assertThat(listener.heard).isEmpty();
        assertThat(running.go(leader, round)).isEqualTo(Running.Go.OPENED);
        assertThat(listener.heard).containsExactly(new RoundOpened(round.id(), GAP));
        assertThat(rounds.open(round.id())).isFalse();
        assertThat(rounds.settle(round.id())).as("not closed").isFalse();
        world.settle(round);
        assertThat(rounds.close(round.id())).isFalse();
        assertThat(rounds.settle(round.id())).isFalse();
        assertThat(listener.heard)
                .containsExactly(
                        new RoundOpened(round.id(), GAP),
                        new RoundClosed(round.id(), GAP),
                        new RoundSettled(round.id(), GAP));
    }

    @Test
    void a_listener_that_cannot_do_its_part_stops_what_it_was_told_of() {
        Round round = made(as(Role.UNIT_LEADER, ELVETUN));
        listener.refuses = true;
        assertThatThrownBy(() -> rounds.open(round.id())).hasMessage("cannot do my part");
        assertThat(rounds.find(round.id()).orElseThrow().state()).isEqualTo(Round.State.DRAFT);
        listener.refuses = false;
        assertThat(rounds.open(round.id())).isTrue();
    }

    @Test
    void a_round_of_a_purpose_is_found_by_it_and_does_not_stand_among_the_surveys() {
        Visitor.Person leader = as(Role.UNIT_LEADER, ELVETUN);
        Round round = made(leader);
        rounds.open(round.id());
        assertThat(running.list(leader, GAP, RoundQuery.first(10)).lines())
                .extracting(RoundLine::id, RoundLine::own)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(round.id(), true));
        assertThat(running.list(leader, Purpose.GENERAL, RoundQuery.first(10)).lines())
                .isEmpty();
        assertThat(running.list(leader, new Purpose("gapp"), RoundQuery.first(10))
                        .lines())
                .isEmpty();
        assertThat(running.find(leader, Purpose.GENERAL, round.id())).isEmpty();
        for (String role : List.of("prosjektleder", "regional-kontakt", "enhetsleder")) {
            assertThat(app.signedIn(role).get("/undersokelser").text()).as(role).doesNotContain("GAP-runden");
            assertThat(app.signedIn(role).get("/resultater").text()).as(role).doesNotContain("GAP-runden");
            String address = "/undersokelser/" + round.id().value();
            assertThat(app.signedIn(role).get(address).status()).as(role).isEqualTo(404);
            assertThat(app.signedIn(role).get(address + "/resultater").status())
                    .as(role)
                    .isEqualTo(404);
        }
        assertThatThrownBy(() -> app.bean(JdbcClient.class)
                        .sql("update survey.round set purpose = 'general'")
                        .update())
                .hasMessageContaining("what a round is for never changes");
        assertThatThrownBy(() -> new Purpose("Gap!")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_leader_runs_rounds_of_the_own_unit_and_nothing_else() {
        Visitor.Person leader = as(Role.UNIT_LEADER, ELVETUN);
        Visitor.Person other = as(Role.UNIT_LEADER, HAVNESUND);
        Round round = made(leader);
        assertThat(running.find(other, GAP, round.id())).isEmpty();
        assertThat(running.list(other, GAP, RoundQuery.first(10)).lines()).isEmpty();
        rounds.open(round.id());
        assertThat(running.list(other, GAP, RoundQuery.first(10)).lines())
                .as("begun")
                .isEmpty();
        RoundId id = new RoundId(UUID.randomUUID());
        refused(() -> running.make(other, GAP, draft(ELVETUN), id));
        refused(() -> running.make(leader, GAP, draft(ELVETUN, HAVNESUND), id));
        refused(() -> running.make(leader, GAP, draft(UnitPath.COUNTRY), id));
        refused(() -> running.make(leader, draft(ELVETUN), id));
        refused(() -> running.make(as(Role.MILIEU_THERAPIST, ELVETUN), GAP, draft(ELVETUN), id));
        refused(() -> running.make(as(Role.PROJECT_LEAD, UnitPath.COUNTRY), GAP, draft(ELVETUN), id));
        assertThat(running.exists(id)).as("nothing is kept").isFalse();
        refused(() -> running.make(other, GAP, draft(HAVNESUND), round.id()));
        assertThat(running.make(leader, GAP, draft(ELVETUN), round.id()))
                .as("the same form again")
                .isEqualTo(new Running.Made.Done(round.id()));
    }

    private static void refused(Runnable what) {
        assertThatThrownBy(what::run).isInstanceOf(ProblemException.class);
    }

    @Test
    void results_are_given_for_a_place_without_a_visitor_and_for_no_other_place_or_purpose() {
        Round round = made(as(Role.UNIT_LEADER, ELVETUN));
        rounds.open(round.id());
        for (int i = 0; i < 6; i++) {
            world.answer(round, ELVETUN, StaffGroup.MILIEU, Map.of("svar", List.of(i < 4 ? "ja" : "nei")));
        }
        world.settle(round);
        Report report = report(GAP, ELVETUN, round).orElseThrow();
        assertThat(report.total().n()).hasValue(6);
        assertThat(report.whole()).as("the unit is all that was asked").isTrue();
        assertThat(results.rounds(results.of(GAP, Place.of(ELVETUN), "Elvetun"), RoundQuery.first(10))
                        .lines())
                .extracting(RoundLine::id)
                .containsExactly(round.id());
        assertThat(report(GAP, HAVNESUND, round)).isEmpty();
        assertThat(report(Purpose.GENERAL, ELVETUN, round)).isEmpty();
        assertThat(report(Purpose.GENERAL, UnitPath.COUNTRY, round)).isEmpty();
        assertThat(results.rounds(results.of(GAP, Place.of(HAVNESUND), "Havnesund"), RoundQuery.first(10))
                        .lines())
                .isEmpty();
    }

    private Optional<Report> report(Purpose purpose, UnitPath at, Round round) {
        return results.report(results.of(purpose, Place.of(at), "Stedet"), round.id(), Results.Wish.NONE, 0);
    }
}
