package no.samtidig.improvement.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.samtidig.improvement.fidelity.Anchors;
import no.samtidig.improvement.fidelity.RealAnchors;
import no.samtidig.platform.Language;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.platform.yaml.ContentProblems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fictional units of {@code content/fidelity/units.yaml}, and what is told where the file has mistakes. */
class PracticeUnitsTest {
    private static final Anchors ANCHORS = RealAnchors.real();

    private String text;

    @BeforeEach
    void the_file() throws IOException {
        text = Files.readString(Path.of("content/fidelity/units.yaml"));
    }

    private static List<String> mistakes(String text) {
        ContentProblems problems = new ContentProblems();
        new PracticeUnits(text, ANCHORS, problems);
        return problems.found().stream().map(ContentProblem::sentence).toList();
    }

    private PracticeUnits real() {
        ContentProblems problems = new ContentProblems();
        PracticeUnits units = new PracticeUnits(text, ANCHORS, problems);
        assertThat(problems.found()).isEmpty();
        return units;
    }

    @Test
    void each_is_as_long_as_can_be_read_in_a_few_minutes_in_both_languages() {
        assertThat(real().all()).hasSize(4).allSatisfy(unit -> {
            for (Language it : List.of(Language.NB, Language.NN)) {
                assertThat(unit.text().in(it).value().split("\\s+"))
                        .as(unit.id() + " " + it)
                        .hasSizeBetween(250, 350);
            }
        });
    }

    @Test
    void levels_are_mixed_and_some_lie_between_two_that_are_described() {
        assertThat(real().all()).allSatisfy(unit -> {
            List<Integer> levels =
                    ANCHORS.whole().stream().map(it -> unit.at(it).level()).toList();
            assertThat(levels.stream().distinct().count()).as(unit.id()).isGreaterThanOrEqualTo(4);
            assertThat(levels).containsAnyOf(2, 4);
        });
        assertThat(real().all().stream()
                        .flatMap(unit ->
                                ANCHORS.whole().stream().map(it -> unit.at(it).level()))
                        .distinct())
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void two_stand_together_in_a_half_year_and_come_again_when_all_have_been() {
        HalfYear autumn = HalfYear.of(LocalDate.of(2026, 12, 1));
        HalfYear spring = HalfYear.of(LocalDate.of(2027, 1, 1));
        List<String> first = real().of(autumn).stream().map(PracticeUnit::id).toList();
        List<String> second = real().of(spring).stream().map(PracticeUnit::id).toList();
        assertThat(first).hasSize(2).doesNotContainAnyElementsOf(second);
        assertThat(real().of(new HalfYear(2027, 2)).stream().map(PracticeUnit::id))
                .containsExactlyElementsOf(first);
    }

    @Test
    void a_half_year_has_a_first_day_of_asking_and_a_last_day() {
        HalfYear autumn = HalfYear.of(LocalDate.of(2026, 7, 1));
        assertThat(autumn.code()).isEqualTo("2026-2");
        assertThat(autumn.asked()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(autumn.last()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(HalfYear.of(LocalDate.of(2026, 6, 30)).last()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(HalfYear.read("2026-2")).contains(autumn);
        assertThat(Stream.of("2026-3", "", "2026-22", "1999-1"))
                .allMatch(it -> HalfYear.read(it).isEmpty());
    }

    @Test
    void a_key_without_an_anchor_a_level_too_high_and_a_unit_without_a_pair_are_told() {
        assertThat(mistakes(text.replaceFirst("      vi-over: \\{level: 4", "      vi-ovar: {level: 4")))
                .anyMatch(it -> it.contains("vi-ovar"));
        assertThat(mistakes(text.replaceFirst("level: 4", "level: 6")))
                .anyMatch(it -> it.contains("level") || it.contains("6"));
        assertThat(mistakes(text.substring(0, text.indexOf("  - id: sandholmen"))))
                .anyMatch(it -> it.contains("3 units"));
        assertThat(mistakes(text.replace("id: lillevik", "id: granlia"))).anyMatch(it -> it.contains("granlia"));
    }
}
