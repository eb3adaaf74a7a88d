package no.samtidig.improvement.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.platform.yaml.ContentProblems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The anchors of {@code content/gap/anchors.yaml}, and what is told where the file has mistakes. */
class AnchorsTest {
    private String text;

    @BeforeEach
    void the_file() throws IOException {
        text = Files.readString(Path.of("content/gap/anchors.yaml"));
    }

    private static List<String> mistakes(String text) {
        ContentProblems problems = new ContentProblems();
        new Anchors(text, problems);
        return problems.found().stream().map(ContentProblem::sentence).toList();
    }

    @Test
    void seven_are_rated_always_and_three_for_each_of_six_modules() {
        ContentProblems problems = new ContentProblems();
        Anchors anchors = new Anchors(text, problems);
        assertThat(problems.found()).isEmpty();
        assertThat(anchors.whole()).hasSize(Anchors.WHOLE);
        assertThat(anchors.modules()).hasSize(6).allMatch(it -> anchors.of(it).size() == 3);
        assertThat(anchors.rated(List.of("mi", "sinnemestring"))).hasSize(13);
        assertThat(anchors.word(2)).isEmpty();
    }

    @Test
    void a_level_without_nynorsk_is_told_with_its_line() {
        String without = text.replace(", nn: Det er tilfeldig om nokon spør.}", "}");
        assertThat(mistakes(without))
                .singleElement()
                .asString()
                .contains("anchors.yaml:")
                .contains("nn");
    }

    @Test
    void an_anchor_given_twice_is_told() {
        assertThat(mistakes(text.replace("id: etter-svaret", "id: begge-veier")))
                .singleElement()
                .asString()
                .contains("begge-veier");
    }

    @Test
    void a_misspelt_field_and_an_anchor_too_few_are_told_together() {
        assertThat(mistakes(text.replace("  - id: vi-over\n    name:", "  - id: vi-over\n    nmae:")))
                .anyMatch(it -> it.contains("nmae"));
        int seventh = text.indexOf("  - id: vi-over");
        String six = text.substring(0, seventh) + text.substring(text.indexOf("modules:"));
        assertThat(mistakes(six)).singleElement().asString().contains("6 anchors");
    }
}
