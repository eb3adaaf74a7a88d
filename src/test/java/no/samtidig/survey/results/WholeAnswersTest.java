package no.samtidig.survey.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import no.samtidig.App;
import no.samtidig.access.AccountId;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import no.samtidig.survey.Purpose;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.Rounds;
import no.samtidig.survey.StaffGroup;
import no.samtidig.survey.SurveyWorld;
import org.junit.jupiter.api.Test;

/** Who answered what together is told to the module that made the round, and of five at least. */
class WholeAnswersTest {
    private static final Purpose OURS = new Purpose("prove-hele");

    private static final App app = App.shared();
    private static final SurveyWorld world = new SurveyWorld(app);

    private static Round round(UnitPath unit, Purpose purpose, boolean anonymous) {
        Questionnaire questionnaire = QuestionnaireText.read("prove", Path.of("prove.yaml"), SurveyWorld.QUESTIONS);
        LocalDate today = LocalDate.now(app.clock());
        RoundId id = new RoundId(UUID.randomUUID());
        Rounds rounds = app.bean(Rounds.class);
        rounds.make(
                new Round(
                        id,
                        "Hele svar",
                        questionnaire,
                        QuestionnaireText.version(questionnaire),
                        anonymous,
                        false,
                        Round.First.UNIT,
                        new Round.Target(List.of(unit), List.of(), Set.of(), Set.of()),
                        today,
                        today.plusDays(13),
                        Round.State.DRAFT,
                        purpose),
                new AccountId(UUID.randomUUID()));
        rounds.open(id);
        return rounds.find(id).orElseThrow();
    }

    private static void answer(Round round, UnitPath unit, StaffGroup group, int many, String... answers) {
        for (int i = 0; i < many; i++) {
            Map<String, List<String>> all = new HashMap<>();
            for (int at = 0; at < answers.length; at += 2) {
                all.put(answers[at], List.of(answers[at + 1]));
            }
            world.answer(round, unit, group, all);
        }
    }

    private static UnitPath unit(String owner) {
        return world.units(owner, "50", ServiceLevel.SPECIALIST, 1).getFirst();
    }

    private static List<WholeAnswers.Whole> of(Round round, Purpose purpose, UnitPath unit) {
        return app.bean(WholeAnswers.class).of(round.id(), purpose, unit, it -> !it.equals("svar"));
    }

    @Test
    void they_come_out_together_of_a_settled_round_to_whoever_made_it_without_what_was_not_asked_for() {
        UnitPath unit = unit("hele_en");
        Round round = round(unit, OURS, true);
        answer(round, unit, StaffGroup.MILIEU, 6, "svar", "ja", "skala", "3");
        answer(round, unit, StaffGroup.CLINICIAN, 5, "svar", "nei", "skala", "8");

        assertThat(of(round, OURS, unit)).as("not settled").isEmpty();
        world.settle(round);

        List<WholeAnswers.Whole> all = of(round, OURS, unit);
        assertThat(all).hasSize(11);
        assertThat(all).allMatch(it -> it.answers().of("svar").isEmpty());
        assertThat(all)
                .filteredOn(it -> it.staffGroup().equals(Optional.of(StaffGroup.CLINICIAN)))
                .hasSize(5)
                .allMatch(it -> it.answers().has("skala", "8"));
        assertThat(of(round, new Purpose("en-annens"), unit)).isEmpty();
        assertThat(of(round, OURS, new UnitPath("no.hele_en"))).isEmpty();
    }

    @Test
    void of_four_nothing_is_told() {
        UnitPath unit = unit("hele_fire");
        Round round = round(unit, OURS, true);
        answer(round, unit, StaffGroup.MILIEU, 4, "svar", "ja", "skala", "3");
        world.settle(round);

        assertThat(of(round, OURS, unit)).isEmpty();
    }

    @Test
    void a_general_round_is_never_told_so() {
        UnitPath unit = unit("hele_generell");
        Round round = round(unit, Purpose.GENERAL, true);
        answer(round, unit, StaffGroup.MILIEU, 8, "svar", "ja");
        world.settle(round);

        assertThatThrownBy(() -> of(round, Purpose.GENERAL, unit)).isInstanceOf(IllegalArgumentException.class);
        assertThat(of(round, OURS, unit)).isEmpty();
    }

    /** Whatever people skip: no key and no group of fewer than five can be added up, nor come out of what is left. */
    @Test
    void of_each_key_and_group_there_are_none_or_five() {
        Random chance = new Random(7);
        for (int turn = 0; turn < 500; turn++) {
            List<WholeAnswers.Whole> all = new ArrayList<>();
            for (Optional<StaffGroup> group : List.of(
                    Optional.of(StaffGroup.MILIEU), Optional.of(StaffGroup.CLINICIAN), Optional.<StaffGroup>empty())) {
                int many = chance.nextInt(9);
                for (int i = 0; i < many; i++) {
                    Map<String, List<String>> answers = new HashMap<>();
                    for (String key : List.of("a", "b", "c")) {
                        if (chance.nextInt(4) > 0) {
                            answers.put(key, List.of("1"));
                        }
                    }
                    all.add(new WholeAnswers.Whole(group, new Answers(answers)));
                }
            }
            List<WholeAnswers.Whole> told = WholeAnswers.told(all);
            assertThat(told).hasSize(all.size() < 5 ? 0 : all.size());
            for (String key : List.of("a", "b", "c")) {
                for (Optional<StaffGroup> group : List.of(
                        Optional.of(StaffGroup.MILIEU),
                        Optional.of(StaffGroup.CLINICIAN),
                        Optional.<StaffGroup>empty())) {
                    long n = told.stream()
                            .filter(it -> it.staffGroup().equals(group)
                                    && !it.answers().of(key).isEmpty())
                            .count();
                    assertThat(n == 0 || n >= 5).as(key + " " + group + " " + n).isTrue();
                }
            }
        }
    }

    @Test
    void the_door_reads_the_view_and_nothing_else() throws Exception {
        String store = Files.readString(Path.of("src/main/java/no/samtidig/survey/results/WholeAnswerStore.java"));

        assertThat(Pattern.compile("survey\\.[a-z_]+")
                        .matcher(store.substring(store.indexOf("class ")))
                        .results()
                        .map(it -> it.group())
                        .distinct())
                .containsExactly("survey.report_whole");
    }
}
