package no.samtidig.interoperability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.samtidig.interoperability.ImportReport.Kind;
import no.samtidig.interoperability.ImportReport.Note;
import no.samtidig.platform.Language;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Item;
import org.junit.jupiter.api.Test;

/** Questionnaires as the field has them: each file shows a kind of thing that is seldom, legal, and found in Norwegian forms. */
class FieldQuestionnairesTest {
    private static Reading.Read read(String name) {
        return Workbench.taken(Workbench.file(name));
    }

    private static Item item(Reading.Read read, String code) {
        return read.questionnaire().items().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static List<Kind> kinds(Reading.Read read, String link) {
        return Workbench.entry(read, link).notes().stream()
                .map(Note::kind)
                .filter(it -> it != Kind.MISSING_LANGUAGE)
                .toList();
    }

    @Test
    void a_text_that_is_only_an_extension_is_read_by_it() {
        Reading.Read read = read("01-text-only-as-extension");
        assertThat(item(read, "a").text().in(Language.NB).value()).isEqualTo("**Reise**");
        assertThat(kinds(read, "a")).isEmpty();
    }

    @Test
    void a_prefix_that_is_only_an_extension_is_read_by_it_without_its_markup() {
        Reading.Read read = read("02-prefix-only-as-extension");
        assertThat(item(read, "sted").text().in(Language.NB).value()).isEqualTo("Reise Sted");
        assertThat(kinds(read, "sted")).contains(Kind.PREFIX, Kind.FORMATTING);
    }

    @Test
    void plain_answers_keep_their_nynorsk() {
        Item.SingleChoice choice = (Item.SingleChoice) item(read("03-plain-answers-with-nynorsk"), "reise");
        assertThat(choice.options())
                .extracting(it -> it.text().texts())
                .containsExactly(
                        Map.of(Language.NB, "Buss", Language.NN, "Buss (nynorsk)"), Map.of(Language.NB, "Tog"));
    }

    @Test
    void a_rule_about_the_second_of_two_answers_with_one_code_is_about_the_second() {
        Reading.Read read = read("04-one-code-two-systems");
        Item.SingleChoice choice = (Item.SingleChoice) item(read, "reise");
        assertThat(choice.options().get(1).text().in(Language.NB).value()).isEqualTo("Buss");
        assertThat(item(read, "b").shown())
                .isEqualTo(new Condition.AnyOf(
                        "reise", Set.of(choice.options().get(1).code())));
        assertThat(kinds(read, "reise")).contains(Kind.OPTION_CODES, Kind.CODE_SYSTEM);
    }

    @Test
    void two_conditions_without_behaviour_say_how_they_were_read() {
        Reading.Read read = read("05-two-conditions-without-behaviour");
        assertThat(kinds(read, "b")).contains(Kind.BEHAVIOUR_ANY);
        assertThat(item(read, "b").shown()).isEqualTo(new Condition.AnyOf("reise", Set.of("1", "2")));
        Reading.Read several = Workbench.taken(Workbench.file("05-two-conditions-without-behaviour")
                .replace("\"type\": \"choice\"", "\"repeats\": true, \"type\": \"choice\""));
        assertThat(kinds(several, "b")).contains(Kind.BEHAVIOUR_ALL);
        assertThat(item(several, "b").shown())
                .isEqualTo(new Condition.All(
                        List.of(new Condition.AnyOf("reise", Set.of("1")), new Condition.AnyOf("reise", Set.of("2")))));
    }

    @Test
    void a_help_of_type_text_is_the_hint_of_its_question() {
        Reading.Read read = read("06-help-as-text-item");
        assertThat(read.questionnaire().items()).hasSize(1);
        assertThat(((Item.Question) item(read, "tid"))
                        .hint()
                        .orElseThrow()
                        .in(Language.NB)
                        .value())
                .isEqualTo("Skriv hele minutter.");
        assertThat(kinds(read, "tid.h")).isEmpty();
    }

    @Test
    void a_highlight_of_type_text_is_a_text() {
        Reading.Read read = read("07-highlight-as-text-item");
        assertThat(item(read, "i")).isInstanceOf(Item.Information.class);
        assertThat(kinds(read, "i")).containsExactly(Kind.CONTROL);
    }

    @Test
    void a_refusal_names_the_question_and_the_reason() {
        assertThat(Workbench.read(Workbench.file("08-only-a-date-question")))
                .isInstanceOfSatisfying(Reading.Refused.class, it -> {
                    assertThat(it.reason()).isEqualTo(Reading.Reason.NOTHING_LEFT);
                    assertThat(it.left())
                            .extracting(
                                    ImportReport.Entry::link,
                                    ImportReport.Entry::text,
                                    left -> left.notes().getFirst())
                            .containsExactly(tuple("d", "Når reiste du?", Note.of(Kind.TYPE, "date")));
                });
    }

    @Test
    void a_value_set_with_an_expansion_only_is_taken() {
        Reading.Read read = read("09-value-set-with-expansion-only");
        assertThat(((Item.SingleChoice) item(read, "reise")).options())
                .extracting(Item.Option::code, it -> it.text().in(Language.NB).value())
                .containsExactly(tuple("1", "Tog"), tuple("2", "Buss"));
        assertThat(kinds(read, "reise")).containsExactly(Kind.VALUE_SET_COPIED);
    }

    @Test
    void a_bundle_with_a_questionnaire_a_language_is_one_questionnaire_in_both() {
        Reading.Read read = read("10-bundle-in-two-languages");
        assertThat(read.questionnaire().title().texts())
                .isEqualTo(Map.of(Language.NB, "Reisen din", Language.NN, "Reisa di"));
        assertThat(read.questionnaire().introduction().texts())
                .isEqualTo(Map.of(Language.NB, "Vi spør om reisen.", Language.NN, "Vi spør om reisa."));
        assertThat(read.questionnaire().items())
                .extracting(it -> it.kind().code(), Item::code)
                .containsExactly(
                        tuple("information", "om"),
                        tuple("page", "del"),
                        tuple("single", "hvor"),
                        tuple("short-text", "hvor-by"),
                        tuple("information", "mer"),
                        tuple("information", "mer-1"),
                        tuple("information", "viktig"),
                        tuple("single", "hvordan"));
        assertThat(read.questionnaire().items())
                .allSatisfy(it -> assertThat(it.text().texts()).containsOnlyKeys(Language.NB, Language.NN));
        Item.SingleChoice where = (Item.SingleChoice) item(read, "hvor");
        assertThat(where.hint().orElseThrow().texts())
                .isEqualTo(Map.of(Language.NB, "Der du sov i natt.", Language.NN, "Der du sov i natt, altså."));
        assertThat(where.options().getFirst().text().texts())
                .isEqualTo(Map.of(Language.NB, "Hjemme", Language.NN, "Heime"));
        assertThat(((Item.SingleChoice) item(read, "hvordan"))
                        .options()
                        .getFirst()
                        .text()
                        .texts())
                .isEqualTo(Map.of(Language.NB, "Med tog", Language.NN, "Med toget"));
        assertThat(item(read, "om").text().texts())
                .isEqualTo(Map.of(Language.NB, "**Om** skjemaet", Language.NN, "**Om** skjemaet her"));
        assertThat(item(read, "hvor-by").shown()).isEqualTo(new Condition.AnyOf("hvor", Set.of("2")));
        assertThat(((Item.Question) item(read, "hvor-by")).required()).isEqualTo(Condition.ALWAYS);
        assertThat(read.report().whole().notes()).contains(Note.of(Kind.JOINED, "nn"));
        assertThat(read.report().entries())
                .noneMatch(it -> it.notes().stream().anyMatch(note -> note.kind() == Kind.VERSION_DIFFERS));
    }
}
