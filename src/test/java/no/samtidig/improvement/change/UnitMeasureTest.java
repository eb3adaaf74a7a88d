package no.samtidig.improvement.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samtidig.improvement.gap.GapAnswer;
import no.samtidig.survey.StaffGroup;
import org.junit.jupiter.api.Test;

/** A unit's measure stands on what both the long and the short form ask, and on five people or more. */
class UnitMeasureTest {
    private static final Set<String> COMMON = Set.of("a", "b");

    private static GapAnswer person(Map<String, Integer> practice, Map<String, Integer> importance, String... asked) {
        return new GapAnswer(
                practice, importance, Set.of(), Set.of(), Map.of(), Set.of(asked), Optional.of(StaffGroup.MILIEU));
    }

    /** Gap of {@code gap} on the common statements, and an importance of four with a practice of nought on the others. */
    private static GapAnswer full(int gap) {
        Map<String, Integer> practice = new HashMap<>(Map.of("a", 1, "b", 2, "c", 0, "d", 0));
        Map<String, Integer> importance = new HashMap<>(Map.of("a", 1 + gap, "b", 2 + gap, "c", 4, "d", 4));
        return person(practice, importance, "a", "b", "c", "d");
    }

    private static GapAnswer brief(int gap) {
        return person(Map.of("a", 1, "b", 2), Map.of("a", 1 + gap, "b", 2 + gap), "a", "b");
    }

    @Test
    void the_long_and_the_short_form_measure_the_same_unit_alike() {
        Optional<UnitMeasure> whole = UnitMeasure.of(Collections.nCopies(6, full(2)), COMMON);
        assertThat(whole).isEqualTo(UnitMeasure.of(Collections.nCopies(6, brief(2)), COMMON));
        assertThat(whole).contains(new UnitMeasure(6, 2, 1.5, 3.5));
    }

    @Test
    void four_people_and_people_who_gave_less_than_half_are_no_measure() {
        assertThat(UnitMeasure.of(Collections.nCopies(4, full(1)), COMMON)).isEmpty();
        GapAnswer little = person(Map.of("c", 1, "d", 1), Map.of("c", 2, "d", 2), "a", "b", "c", "d");
        assertThat(UnitMeasure.of(List.of(full(1), full(1), full(1), full(1), little), COMMON))
                .as("who answered only what the short form does not ask")
                .isEmpty();
    }
}
