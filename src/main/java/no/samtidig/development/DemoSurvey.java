package no.samtidig.development;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Role;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import no.samtidig.questionnaire.Questionnaires;
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
 * Two finished rounds of the first survey with made-up answers, so that the results have something to show. The answers go the same way as
 * everybody's; how they fall is drawn by lot and says nothing about anybody.
 */
@Component
@OnlyInDevelopment
@Order(20)
class DemoSurvey implements DemoPart {
    private static final String QUESTIONNAIRE = "praksis-og-behov";

    /** How many are asked at each of the demo's units. One is too small for results of its own. */
    private static final Map<String, Integer> PEOPLE = Map.of(
            "no.sundvik_sykehus_hf.elvetun", 21,
            "no.sundvik_sykehus_hf.sundvik_dps", 18,
            "no.almenes_kommune.psykisk_helse_og_rus", 14,
            "no.almenes_kommune.havnesund_ettervern", 3,
            "no.morgenstien.dognbehandling", 16);

    private static final int MONTHS_APART = 6;

    private final Questionnaires questionnaires;
    private final Rounds rounds;
    private final Tickets tickets;
    private final Responding responding;
    private final DemoPeople people;
    private final JdbcClient sql;
    private final Clock clock;
    private final boolean wanted;

    DemoSurvey(
            Questionnaires questionnaires,
            Rounds rounds,
            Tickets tickets,
            Responding responding,
            DemoPeople people,
            JdbcClient sql,
            Clock clock,
            @Value("${samtidig.demo-progress:true}") boolean wanted) {
        this.questionnaires = questionnaires;
        this.rounds = rounds;
        this.tickets = tickets;
        this.responding = responding;
        this.people = people;
        this.sql = sql;
        this.clock = clock;
        this.wanted = wanted;
    }

    /** Makes both rounds, half a year apart: answered today, and then moved back in time. The job that lets answers out settles them a little later. */
    @Override
    public void make() {
        people.account(Role.PROJECT_LEAD).filter(_ -> wanted).ifPresent(this::rounds);
    }

    private void rounds(AccountId by) {
        questionnaires.newest(QUESTIONNAIRE).ifPresent(it -> {
            LocalDate yesterday = LocalDate.now(clock).minusDays(1);
            round(it, "Prøverunde 1 (oppdiktede svar)", yesterday.minusMonths(MONTHS_APART), by, 0, new Random(1));
            round(it, "Prøverunde 2 (oppdiktede svar)", yesterday, by, 1, new Random(2));
        });
    }

    private void round(
            Questionnaire questionnaire, String name, LocalDate closed, AccountId by, int better, Random random) {
        LocalDate today = LocalDate.now(clock);
        RoundId id = new RoundId(UUID.randomUUID());
        String version = QuestionnaireText.version(questionnaire);
        rounds.make(
                new Round(
                        id,
                        name,
                        questionnaire,
                        version,
                        true,
                        false,
                        Round.First.STAFF_GROUP,
                        new Round.Target(List.of(UnitPath.COUNTRY), List.of(), Set.of(), Set.of()),
                        today.minusWeeks(3),
                        today,
                        Round.State.DRAFT),
                by);
        rounds.open(id);
        PEOPLE.forEach((unit, people) -> {
            for (int i = 0; i < people; i++) {
                StaffGroup group = random.nextInt(10) < 6
                        ? StaffGroup.MILIEU
                        : random.nextInt(10) < 9 ? StaffGroup.CLINICIAN : StaffGroup.LEADER;
                UUID ticket = tickets.issue(
                                id,
                                new Tickets.Invited(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Language.NB,
                                        new UnitPath(unit),
                                        Optional.of(group)))
                        .orElseThrow();
                if (random.nextInt(5) > 0) {
                    responding.send(
                            tickets.code(ticket),
                            version,
                            new Answers(answers(questionnaire, better, random)),
                            Optional.empty(),
                            "");
                }
            }
        });
        rounds.close(id);
        sql.sql("update survey.round set opens = :opens, closes = :closes where id = :id")
                .param("opens", closed.minusWeeks(3))
                .param("closes", closed)
                .param("id", id.value())
                .update();
    }

    private static Map<String, List<String>> answers(Questionnaire questionnaire, int better, Random random) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (Item.Question question : questionnaire.questions()) {
            for (String key : question.keys()) {
                if (random.nextInt(20) > 0) {
                    answer(question, better, random).ifPresent(it -> answers.put(key, List.of(it)));
                }
            }
        }
        return questionnaire.fill(new Answers(answers)).answers().values();
    }

    private static Optional<String> answer(Item.Question question, int better, Random random) {
        return switch (question) {
            case Item.ShortText _ -> Optional.empty();
            case Item.LongText _ ->
                random.nextInt(4) == 0
                        ? Optional.of("Oppdiktet svar: Vi trenger tid til å øve sammen.")
                        : Optional.empty();
            case Item.NumberQuestion number ->
                Optional.of(
                        String.valueOf(number.least() + random.nextInt(Math.min(25, number.most() - number.least()))));
            case Item.SingleChoice _, Item.MultipleChoice _ ->
                Optional.of(
                        question.values().get(random.nextInt(question.values().size())));
            case Item.LikertGrid _, Item.Frequency _, Item.Importance _, Item.Slider _ ->
                Optional.of(scale(question, better, random));
        };
    }

    /** Somewhere on the scale, more often in the middle. */
    private static String scale(Item.Question question, int better, Random random) {
        int most = question.values().size() - 1;
        double where = 0.45 + 0.04 * better + (question.code().hashCode() % 17) / 80.0 + random.nextGaussian() * 0.22;
        return question.values().get(Math.clamp(Math.round(where * most), 0, most));
    }
}
