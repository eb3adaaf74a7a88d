package no.samtidig.development;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Accounts;
import no.samtidig.improvement.gap.GapDays;
import no.samtidig.improvement.gap.GapForm;
import no.samtidig.improvement.gap.GapRounds;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import no.samtidig.survey.Responding;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.Rounds;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.Tickets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * GAP rounds of the demo's units, made up ({@code journey.md} section 10). The answers go the same way as everybody's, and the job that
 * lets answers out settles the rounds a little later; afterwards their days are set to when they would have been.
 */
@Component
@OnlyInDevelopment
@Order(60)
class DemoGap implements DemoPart {
    private static final String MORGENSTIEN = "no.morgenstien.dognbehandling";
    private static final String ELVETUN = "no.sundvik_sykehus_hf.elvetun";

    private final GapRounds gap;
    private final Rounds rounds;
    private final Tickets tickets;
    private final Responding responding;
    private final Accounts accounts;
    private final JdbcClient sql;
    private final Clock clock;
    private final boolean wanted;

    DemoGap(
            GapRounds gap,
            Rounds rounds,
            Tickets tickets,
            Responding responding,
            Accounts accounts,
            JdbcClient sql,
            Clock clock,
            @Value("${samtidig.demo-progress:true}") boolean wanted) {
        this.gap = gap;
        this.rounds = rounds;
        this.tickets = tickets;
        this.responding = responding;
        this.accounts = accounts;
        this.sql = sql;
        this.clock = clock;
        this.wanted = wanted;
    }

    /**
     * A unit as it is asked.
     *
     * @param leader whose round it is
     * @param asked how many are
     * @param apart how far its people are from each other, in steps
     */
    private record Place(String unit, String leader, GapForm form, boolean residential, int asked, double apart) {}

    /**
     * One round.
     *
     * @param closedDaysAgo when its last day was
     * @param answered by clinicians, milieu staff and others
     * @param means practice and importance, by area or statement
     */
    private record Then(int occasion, int closedDaysAgo, List<Integer> answered, Map<String, double[]> means) {}

    @Override
    public void make() {
        if (!wanted) {
            return;
        }
        place(
                new Place(MORGENSTIEN, "torunn.espeland@morgenstien.invalid", GapForm.FULL, true, 22, 0.6),
                new Then(0, 570, List.of(6, 11, 2), morgenstien(1.6, 1.9, 1.2, 2.5)),
                new Then(6, 390, List.of(5, 10, 2), morgenstien(2.3, 2.4, 2.2, 2.6)),
                new Then(12, 208, List.of(6, 10, 2), morgenstien(2.8, 2.6, 2.4, 2.7)),
                new Then(18, 25, List.of(5, 9, 2), morgenstien(2.9, 2.7, 2.0, 2.7)));
        place(
                new Place(ELVETUN, "maren.fjellheim@sundvik.invalid", GapForm.FULL, true, 16, 1.2),
                new Then(0, 382, List.of(5, 8, 1), Map.of("mottak", new double[] {2.7, 3.2})),
                new Then(6, 200, List.of(4, 7, 1), Map.of("mottak", new double[] {2.1, 3.6})),
                new Then(12, 9, List.of(4, 8, 1), Map.of("mottak", new double[] {2.8, 3.6})));
        place(
                new Place(
                        "no.almenes_kommune.psykisk_helse_og_rus",
                        "anne.grete.moen@almenes.invalid",
                        GapForm.BRIEF,
                        false,
                        7,
                        0.4),
                new Then(
                        0,
                        20,
                        List.of(2, 4, 0),
                        Map.of("barn-hjemme", new double[] {1.3, 3.7}, "avtalt-hvem", new double[] {3.2, 3.5})));
        place(
                new Place(
                        "no.sundvik_sykehus_hf.sundvik_dps",
                        "frode.kleiven@sundvik.invalid",
                        GapForm.FULL,
                        false,
                        31,
                        0.6),
                new Then(
                        0,
                        262,
                        List.of(14, 7, 2),
                        Map.of(
                                "utredning", new double[] {1.7, 3.3},
                                "barn-familie", new double[] {1.8, 3.4},
                                "samarbeid", new double[] {3.2, 3.4})));
        place(
                new Place(
                        "no.almenes_kommune.havnesund_ettervern",
                        "eli.marie.havnvik@almenes.invalid",
                        GapForm.BRIEF,
                        false,
                        4,
                        0.4),
                new Then(0, 3, List.of(1, 2, 0), Map.of()));
    }

    private static Map<String, double[]> morgenstien(double intake, double risk, double competence, double others) {
        Map<String, double[]> means = new LinkedHashMap<>();
        means.put("mottak", new double[] {intake, 3.5});
        means.put("risiko", new double[] {risk, 3.5});
        means.put("kompetanse", new double[] {competence, 3.4});
        means.put("medvirkning", new double[] {3.3, 3.4});
        for (String area :
                List.of("utredning", "forstaelse", "behandling", "miljo", "barn-familie", "samarbeid", "ledelse")) {
            means.put(area, new double[] {others, 3.0});
        }
        return means;
    }

    private void place(Place place, Then... all) {
        UUID journey = sql.sql("select id from improvement.journey where unit = :unit::ltree")
                .param("unit", place.unit())
                .query(UUID.class)
                .single();
        AccountId leader = accounts.byEmail(place.leader()).orElseThrow();
        Questionnaire questionnaire = gap.questionnaire(place.form(), place.residential());
        for (Then then : all) {
            RoundId id = round(place, then, questionnaire, leader);
            sql.sql("""
                    insert into improvement.gap_round (round, journey, occasion, form, residential)
                    values (:round, :journey, :occasion, :form, :residential)
                    """)
                    .param("round", id.value())
                    .param("journey", journey)
                    .param("occasion", then.occasion())
                    .param("form", place.form().code())
                    .param("residential", place.residential())
                    .update();
            council(id, place, then);
        }
    }

    private RoundId round(Place place, Then then, Questionnaire questionnaire, AccountId leader) {
        LocalDate today = LocalDate.now(clock);
        LocalDate closes = today.minusDays(then.closedDaysAgo());
        LocalDate opens = closes.minusDays(GapDays.OPEN - 1L);
        RoundId id = new RoundId(UUID.randomUUID());
        String version = QuestionnaireText.version(questionnaire);
        rounds.make(
                new Round(
                        id,
                        GapRounds.name(then.occasion()),
                        questionnaire,
                        version,
                        true,
                        false,
                        Round.First.UNIT,
                        GapRounds.target(new UnitPath(place.unit())),
                        opens,
                        today,
                        Round.State.DRAFT,
                        GapRounds.PURPOSE),
                leader);
        rounds.open(id);
        answer(id, version, place, then, questionnaire);
        rounds.close(id);
        sql.sql("""
                update survey.round set made = :opens, opens = :opens, closes = :closes, opened = :opened, closed = :closed where id = :id
                """)
                .param("opens", opens)
                .param("closes", closes)
                .param("opened", opens.atTime(8, 0).atOffset(ZoneOffset.UTC))
                .param("closed", closes.plusDays(1).atTime(1, 0).atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
        return id;
    }

    private void answer(RoundId id, String version, Place place, Then then, Questionnaire questionnaire) {
        List<StaffGroup> people = new ArrayList<>();
        people.addAll(Collections.nCopies(then.answered().get(0), StaffGroup.CLINICIAN));
        people.addAll(Collections.nCopies(then.answered().get(1), StaffGroup.MILIEU));
        people.addAll(Collections.nCopies(then.answered().get(2), StaffGroup.OTHER));
        Random random = new Random(place.unit().hashCode() + then.occasion());
        List<Answers> answers = new DemoGapAnswers(questionnaire, then.means(), people, place.apart(), random).all();
        for (int i = 0; i < place.asked(); i++) {
            StaffGroup group = i < people.size() ? people.get(i) : StaffGroup.MILIEU;
            UUID ticket = tickets.issue(
                            id,
                            new Tickets.Invited(
                                    Optional.empty(),
                                    Optional.empty(),
                                    Language.NB,
                                    new UnitPath(place.unit()),
                                    Optional.of(group)))
                    .orElseThrow();
            if (i < people.size()) {
                responding.send(tickets.code(ticket), version, answers.get(i), Optional.empty(), "");
            }
        }
    }

    /** Two of the units have a council; one of them still has something to say of the rules. */
    private void council(RoundId id, Place place, Then then) {
        if (!Set.of(MORGENSTIEN, ELVETUN).contains(place.unit())) {
            return;
        }
        String later = then.occasion() == 0 ? "nesten-aldri" : then.occasion() == 6 ? "noen-ganger" : "som-regel";
        sql.sql("""
                insert into improvement.gap_council (round, answers, by_leader, day)
                values (:round, jsonb_build_object(
                    'b-grense', jsonb_build_array(:later::text), 'b-sporsmal', jsonb_build_array(:later::text),
                    'b-utovd', '["noen-ganger"]'::jsonb, 'b-utsatt', '["som-regel"]'::jsonb, 'b-forst', '["som-regel"]'::jsonb,
                    'b-plan', '["uenige"]'::jsonb, 'b-rus-igjen', '["som-regel"]'::jsonb, 'b-regler', '["noen-ganger"]'::jsonb,
                    'b-barn', '["noen-ganger"]'::jsonb, 'b-ringe', '["vet-ikke"]'::jsonb), false, :day)
                """)
                .param("round", id.value())
                .param("later", later)
                .param("day", LocalDate.now(clock).minusDays(then.closedDaysAgo()))
                .update();
    }
}
