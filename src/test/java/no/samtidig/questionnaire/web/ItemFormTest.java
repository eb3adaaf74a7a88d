package no.samtidig.questionnaire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.samtidig.platform.Trouble;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What is wrong in an item's form is told at its field, whatever else is right. */
class ItemFormTest {
    private static final Questionnaire BEFORE = QuestionnaireText.read("vakten", Path.of("vakten.yaml"), """
            title: {nb: Vakten}
            introduction: {nb: Hei}
            minutes: 1
            items:
              - kind: single
                code: vakt
                text: {nb: "Hvilken vakt?"}
                options:
                  - {code: dag, nb: Dag}
                  - {code: natt, nb: Natt}
              - kind: number
                code: ar
                text: {nb: "Hvor mange år?"}
                least: 0
                most: 60
            """);

    private final Flaws flaws = new Flaws();

    /** The item that the form makes, with its fields as {@code name=value&name=value}. */
    private java.util.Optional<Item> made(String kind, String typed) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (String field : typed.split("&")) {
            form.add(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return ItemForm.typed(Item.Kind.of(kind).orElseThrow(), form)
                .item("ny", null, BEFORE.items(), Askable.before(BEFORE, 2), flaws);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            single      | linje-1-nb  | tekst-nb=En?&linje-nb=Bare én&linje-nb=
            multiple    | hoyst       | tekst-nb=En?&linje-nb=a&linje-nb=b&hoyst=3
            multiple    | hoyst       | tekst-nb=En?&linje-nb=a&linje-nb=b&hoyst=0
            multiple    | minst       | tekst-nb=En?&linje-nb=a&linje-nb=b&linje-nb=c&hoyst=2&minst=3
            likert      | punkt-0-nb  | tekst-nb=En?&linje-nb=a&punkt-nb=x&punkt-nb=y
            likert      | linje-0-nb  | tekst-nb=En?&punkt-nb=x&punkt-nb=y&punkt-nb=z
            slider      | lav-nb      | tekst-nb=En?&hoy-nb=Mye
            slider      | hoy-nb      | tekst-nb=En?&lav-nb=Lite
            number      | minst       | tekst-nb=En?&minst=&hoyst=4
            number      | minst       | tekst-nb=En?&minst=ti&hoyst=4
            number      | hoyst       | tekst-nb=En?&minst=5&hoyst=4
            number      | hoyst       | tekst-nb=En?&minst=5&hoyst=1000001
            number      | hoyst       | tekst-nb=En?&minst=5&hoyst=5,5
            short-text  | hoyst       | tekst-nb=En?&hoyst=201
            long-text   | hoyst       | tekst-nb=En?&hoyst=2001
            information | tekst-nb    | tekst-nb=<script>alert(1)</script>
            information | tekst-nb    | tekst-nb=![bilde](x.png)
            page        | tekst-nb    | tekst-nb=
            frequency   | tekst-nb    | hjelp-nb=Et hint
            frequency   | vis-om      | tekst-nb=En?&vis-nar=regel
            frequency   | vis-om      | tekst-nb=En?&vis-nar=regel&vis-om=vakt
            frequency   | vis-om      | tekst-nb=En?&vis-nar=regel&vis-om=finnes-ikke&vis-hentet=finnes-ikke
            frequency   | vis-verdi   | tekst-nb=En?&vis-nar=regel&vis-om=vakt&vis-hentet=vakt&vis-hvordan=ett-av
            frequency   | vis-verdi   | tekst-nb=En?&vis-nar=regel&vis-om=vakt&vis-hentet=vakt&vis-hvordan=ikke-av&vis-verdi=kveld
            frequency   | vis-hvordan | tekst-nb=En?&vis-nar=regel&vis-om=vakt&vis-hentet=vakt
            frequency   | krev-minst  | tekst-nb=En?&krev-nar=regel&krev-om=ar&krev-hentet=ar&krev-hvordan=mellom
            frequency   | krev-minst  | tekst-nb=En?&krev-nar=regel&krev-om=ar&krev-hentet=ar&krev-hvordan=mellom&krev-minst=9&krev-hoyst=8
            frequency   | vis-tekst   | tekst-nb=En?&vis-nar=tekst&vis-tekst=item: finnes-ikke
            frequency   | krev-tekst  | tekst-nb=En?&krev-nar=tekst&krev-tekst=
            """)
    void an_item_that_cannot_be_is_refused(String kind, String field, String typed) {
        assertThat(made(kind, typed)).isEmpty();
        assertThat(flaws.trouble().flaws()).extracting(Trouble.Flaw::field).containsExactly(field);
    }

    @Test
    void every_mistake_is_told_at_once() {
        assertThat(made("likert", "tekst-nb=&vis-nar=regel&krev-nar=tekst")).isEmpty();
        assertThat(flaws.trouble().flaws())
                .extracting(Trouble.Flaw::field)
                .containsExactlyInAnyOrder("tekst-nb", "vis-om", "krev-tekst", "punkt-0-nb", "linje-0-nb");
    }

    @Test
    void what_can_be_is_made_as_it_was_typed() {
        assertThat(made(
                        "frequency",
                        "tekst-nb=En?&vis-nar=regel&vis-om=vakt&vis-hentet=vakt&vis-hvordan=ikke-av&vis-verdi=natt"))
                .hasValueSatisfying(it -> assertThat(it.shown())
                        .isEqualTo(new Condition.Not(new Condition.AnyOf("vakt", java.util.Set.of("natt")))));
        assertThat(made("number", "tekst-nb=En?&minst=−5&hoyst=4"))
                .as("a minus as it is printed")
                .hasValueSatisfying(
                        it -> assertThat(((Item.NumberQuestion) it).least()).isEqualTo(-5));
        assertThat(flaws.none()).isTrue();
    }
}
