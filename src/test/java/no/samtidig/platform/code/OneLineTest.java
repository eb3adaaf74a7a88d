package no.samtidig.platform.code;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What was typed, as it was meant. */
class OneLineTest {
    @Test
    void the_same_name_typed_in_many_ways_is_the_same() {
        for (String typed : new String[] {
            "Åse Øy",
            "A\u030Ase Øy",
            "\tÅse\r\n Øy\u00A0",
            "\u202EÅse\u202C \u200BØ\u200Dy\uFEFF",
            "Å\u00ADse\u2003\u2028Øy",
            "Åｓｅ　Øｙ",
            "Å𝓼𝓮 Ø𝔂",
            "\u0301\u0301Åse Øy\u3164",
            "Å\uFE0Fse Ø\u034Fy\uE000"
        }) {
            assertThat(OneLine.of(typed)).as(typed).isEqualTo("Åse Øy");
        }
    }

    @Test
    void piles_of_marks_are_bounded_and_what_scripts_need_stays() {
        assertThat(OneLine.of("a" + "\u0336".repeat(500) + "b")).hasSize(6);
        assertThat(OneLine.of("Nguye\u0302\u0303n")).isEqualTo("Nguyễn");
        assertThat(OneLine.of("អ្នក ½ x² مُحَمَّد")).isEqualTo("អ្នក ½ x² مُحَمَّد");
    }

    @Property
    void once_is_enough_and_nothing_unseen_is_left(@ForAll String typed) {
        String line = OneLine.of(typed);
        assertThat(OneLine.of(line)).isEqualTo(line);
        assertThat(line).isEqualTo(line.strip()).doesNotContain("  ");
        assertThat(line.codePoints().map(Character::getType))
                .doesNotContain((int) Character.FORMAT, (int) Character.CONTROL, (int) Character.SURROGATE);
    }
}
