package no.samtidig.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.samtidig.platform.code.OneLine;
import org.junit.jupiter.api.Test;

/** A name is a name, and none is an advertisement. */
class NameRuleTest {
    private static String person(String typed) {
        return NameRule.PERSON.flaw(OneLine.of(typed), 80).map(Sentence::key).orElse("");
    }

    private static String thing(String typed) {
        return NameRule.THING.flaw(OneLine.of(typed), 100).map(Sentence::key).orElse("");
    }

    @Test
    void names_of_people_from_everywhere_are_names() {
        for (String name : List.of(
                "Kari Nordmann",
                "Áilu Ánte Sárá-Eira",
                "Ŋuorta Đorre Ŧ. Ž",
                "Sinéad O'Brien",
                "’t Hooft",
                "J.R. Hansen",
                "St. Olav",
                "Gal·la",
                "محمد علي",
                "王小明",
                "សុខា",
                "अनुष्का शर्मा",
                "Nguyễn Thị Hồng Nhung")) {
            assertThat(person(name)).as(name).isEmpty();
        }
    }

    @Test
    void each_flaw_has_a_sentence_of_its_own() {
        assertThat(person(" \u200B\t\u00A0")).isEqualTo("name.trouble.empty");
        assertThat(person("a".repeat(81))).isEqualTo("name.trouble.long");
        assertThat(person("Kari 2")).isEqualTo("name.trouble.sign");
        assertThat(person("<b>Kari</b>")).isEqualTo("name.trouble.sign");
        assertThat(person("- ’")).isEqualTo("name.trouble.no-letter");
        assertThat(thing("—")).isEqualTo("name.trouble.no-letter");
        for (String address : List.of(
                "vinn.no",
                "Vinn på www.vinn",
                "Kari på vinn.example",
                "https://x",
                "//x/y",
                "kari@vinn.no",
                "ｖｉｎｎ．ｎｏ",
                "vinn.\u200Bno",
                "vinn。no",
                "t.co/x",
                "1337.no",
                "vinn24.shop",
                "Klikk vinn２４．shop",
                "Team 7.casino",
                "http:\\\\vinn24",
                "vinn24。shop",
                "q̣̇.no",
                "192.168.0.1/a",
                "vinn.xn--p1ai")) {
            assertThat(person(address)).as(address).isEqualTo("name.trouble.web-address");
            assertThat(thing(address)).as(address).isEqualTo("name.trouble.web-address");
        }
    }

    @Test
    void places_and_rounds_may_have_digits_and_signs() {
        for (String name : List.of(
                "DPS Nord (døgn), 2.etasje",
                "Rus & vold – runde 1/2027",
                "Avd. 3B",
                "Familievernkontoret «Midt»",
                "Skjema 1.2",
                "CO₂ og ½")) {
            assertThat(thing(name)).as(name).isEmpty();
        }
    }
}
