package no.samtidig.improvement.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.samtidig.improvement.instrument.Instruments;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Finding;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireCheck;
import no.samtidig.questionnaire.QuestionnaireText;
import org.junit.jupiter.api.Test;

class GapQuestionnaireTest {
    private final GapQuestionnaire gap = new GapQuestionnaire(Instruments.real());

    private static long count(Questionnaire questionnaire, Class<? extends Item> kind) {
        return questionnaire.items().stream().filter(kind::isInstance).count();
    }

    private static Set<String> shown(Questionnaire questionnaire, String worksAs) {
        return questionnaire
                .fill(new Answers(Map.of(GapQuestionnaire.WORKS_AS, List.of(worksAs))))
                .shown();
    }

    @Test
    void each_statement_is_answered_twice_and_each_area_asks_how_sure_one_is() {
        Questionnaire full = gap.staff(GapForm.FULL, true);

        assertThat(count(full, Item.Frequency.class)).isEqualTo(36);
        assertThat(count(full, Item.Importance.class)).isEqualTo(36);
        assertThat(count(full, Item.Slider.class)).isEqualTo(11);
        assertThat(full.items().stream().filter(Item.Rating.class::isInstance).map(Item.Rating.class::cast))
                .allMatch(Item.Rating::anchored);
        assertThat(count(gap.staff(GapForm.FULL, false), Item.Frequency.class)).isEqualTo(35);
        assertThat(count(gap.staff(GapForm.BRIEF, true), Item.Frequency.class)).isEqualTo(12);
        assertThat(count(gap.staff(GapForm.BRIEF, true), Item.Slider.class)).isEqualTo(9);
    }

    @Test
    void what_one_works_as_decides_what_one_is_asked_and_nothing_need_be_answered() {
        Questionnaire full = gap.staff(GapForm.FULL, true);

        assertThat(shown(full, "behandler"))
                .contains("p-diagnose-igjen", "v-diagnose-igjen")
                .doesNotContain("p-regel-med-grunn");
        assertThat(shown(full, "miljopersonell")).contains("p-regel-med-grunn").doesNotContain("p-si-fra-videre");
        assertThat(shown(full, "annet"))
                .doesNotContain("p-regel-med-grunn", "p-si-fra-videre")
                .contains("p-fare-na");
        assertThat(full.fill(Answers.NONE).faults()).isEmpty();
    }

    @Test
    void it_takes_as_long_as_it_says_and_can_be_published() {
        for (boolean residential : new boolean[] {true, false}) {
            assertThat(gap.staff(GapForm.FULL, residential).minutes()).isBetween(10, 12);
            assertThat(gap.staff(GapForm.BRIEF, residential).minutes()).isBetween(4, 6);
        }
        assertThat(QuestionnaireCheck.of(gap.staff(GapForm.FULL, true)))
                .filteredOn(Finding::stops)
                .isEmpty();
    }

    @Test
    void it_is_the_same_when_it_has_been_kept_as_text() {
        Questionnaire full = gap.staff(GapForm.FULL, true);

        assertThat(QuestionnaireText.read("gap", Path.of("gap.yaml"), QuestionnaireText.write(full)))
                .isEqualTo(full);
    }

    @Test
    void a_leader_answers_the_same_and_of_leading_in_the_first_person() {
        Questionnaire leader = gap.leader(GapForm.FULL, true);

        assertThat(count(leader, Item.Frequency.class)).isEqualTo(36);
        assertThat(count(leader, Item.Slider.class)).isZero();
        assertThat(leader.item("p-leder-spor").orElseThrow().text().texts().values())
                .contains("Jeg spør hvordan det går med det vi har avtalt.");
        assertThat(leader.fill(Answers.NONE).shown()).contains("p-regel-med-grunn", "p-si-fra-videre");
    }
}
