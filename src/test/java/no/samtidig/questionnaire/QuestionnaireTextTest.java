package no.samtidig.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.samtidig.platform.yaml.ContentProblem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class QuestionnaireTextTest {
    private static final Path FILE = Path.of("skjema.yaml");

    @Property(tries = 600)
    void what_is_written_is_read_as_the_same(@ForAll long seed) {
        Questionnaire questionnaire = new RandomQuestionnaires(seed).one();
        String text = QuestionnaireText.write(questionnaire);
        Questionnaire read = QuestionnaireText.read(questionnaire.slug(), FILE, text);
        assertThat(read).isEqualTo(questionnaire);
        assertThat(QuestionnaireText.write(read)).isEqualTo(text);
        assertThat(QuestionnaireText.version(read)).isEqualTo(QuestionnaireText.version(questionnaire));
    }

    @Test
    void chance_leaves_no_kind_and_no_rule_out() {
        Set<String> met = new HashSet<>();
        for (long seed = 0; seed < 300; seed++) {
            met.addAll(RandomQuestionnaires.features(new RandomQuestionnaires(seed).one()));
        }
        assertThat(met)
                .contains(
                        "page",
                        "information",
                        "single",
                        "multiple",
                        "likert",
                        "frequency",
                        "importance",
                        "slider",
                        "number",
                        "short-text",
                        "long-text",
                        "AnyOf",
                        "Answered",
                        "Between",
                        "All",
                        "Any",
                        "Not");
    }

    @Property(tries = 200)
    void a_changed_word_is_another_version(@ForAll long seed) {
        Questionnaire one = new RandomQuestionnaires(seed).one();
        Questionnaire longer = new Questionnaire(
                one.slug(), one.title(), one.introduction(), one.minutes() % 60 + 1, one.fixture(), one.items());
        assertThat(QuestionnaireText.version(longer)).isNotEqualTo(QuestionnaireText.version(one));
    }

    private static final String GOOD = """
            title: {nb: "Kaffe", nn: "Kaffi"}
            introduction: {nb: "Frivillig.", nn: "Frivillig."}
            minutes: 2
            items:
              - kind: single
                code: kopp
                text: {nb: "Vil du ha kaffe?", nn: "Vil du ha kaffi?"}
                options:
                  - {code: ja, nb: "Ja", nn: "Ja"}
                  - {code: nei, nb: "Nei", nn: "Nei"}
              - kind: multiple
                code: til
                text: {nb: "Hva vil du ha til?", nn: "Kva vil du ha til?"}
                show-if: {item: kopp, is: ja}
                options:
                  - {code: melk, nb: "Melk", nn: "Mjølk"}
                  - {code: ingen, nb: "Ingenting", nn: "Ingenting", exclusive: true}
              - kind: likert
                code: smak
                text: {nb: "Hvordan smaker den?", nn: "Korleis smakar han?"}
                points:
                  - {nb: "Dårlig", nn: "Dårleg"}
                  - {nb: "Midt på", nn: "Midt på"}
                  - {nb: "Godt", nn: "Godt"}
                rows:
                  - {code: her, nb: "Her", nn: "Her"}
              - kind: number
                code: antall
                text: {nb: "Hvor mange?", nn: "Kor mange?"}
                least: 0
                most: 9
            """;

    @Test
    void the_file_that_the_mistakes_are_made_in_is_without_mistakes() {
        assertThat(Questionnaires.edition("kaffe", FILE, GOOD).questionnaire().questions())
                .hasSize(4);
    }

    /** What is changed in the good file, the line of the mistake, and a piece of what is said about it. */
    private record Mistake(String from, String to, int line, String said) {}

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("title: {nb: \"Kaffe\", nn: \"Kaffi\"}\n", "", 1, "'title' is missing"),
            new Mistake("nn: \"Kaffi\"", "nn: \"\"", 1, "not in nynorsk"),
            new Mistake("{nb: \"Kaffe\", nn: \"Kaffi\"}", "{nn: \"Kaffi\"}", 1, "not in bokmål"),
            new Mistake("introduction: {nb: \"Frivillig.\"", "introduction: {nb: \"<b>Nå!</b>\"", 2, "raw HTML"),
            new Mistake("minutes: 2", "minutes: 61", 3, "from 1 to 60"),
            new Mistake("minutes: 2", "minutes: to", 3, "whole number"),
            new Mistake("minutes: 2", "minutes: 2\nminutes: 3", 4, "stands twice"),
            new Mistake("minutes: 2", "minuttes: 2", 3, "'minuttes' means nothing"),
            new Mistake("minutes: 2", "minutes: 2\nfixture: kanskje", 4, "true or false"),
            new Mistake("kind: single", "kind: dropdown", 5, "no kind 'dropdown'"),
            new Mistake("code: kopp", "code: Kopp", 6, "is no code"),
            new Mistake("code: til", "code: kopp", 11, "used twice"),
            new Mistake("    text: {nb: \"Vil du ha kaffe?\", nn: \"Vil du ha kaffi?\"}\n", "", 5, "'text' is missing"),
            new Mistake("nn: \"Vil du ha kaffi?\"", "no: \"Vil du ha kaffi?\"", 7, "'no' means nothing"),
            new Mistake("{code: nei, nb: \"Nei\"", "{code: ja, nb: \"Nei\"", 5, "a code is used twice"),
            new Mistake("      - {code: nei, nb: \"Nei\", nn: \"Nei\"}\n", "", 5, "two alternatives"),
            new Mistake("nn: \"Nei\"}", "nn: \"Nei\", exclusive: true}", 10, "'exclusive' means nothing"),
            new Mistake(
                    "show-if: {item: kopp, is: ja}",
                    "show-if: {item: kopp, is: kanskje}",
                    14,
                    "is no answer to 'kopp'"),
            new Mistake("show-if: {item: kopp, is: ja}", "show-if: {item: smak.her, is: '1'}", 14, "wait for itself"),
            new Mistake("show-if: {item: kopp, is: ja}", "show-if: {item: til, is: melk}", 14, "wait for itself"),
            new Mistake("show-if: {item: kopp, is: ja}", "show-if: {items: kopp}", 14, "'items' means nothing"),
            new Mistake("show-if: {item: kopp, is: ja}", "show-if: [kopp]", 14, "fields are needed"),
            new Mistake(
                    "show-if: {item: kopp, is: ja}", "show-if: {all: {item: kopp, is: ja}}", 14, "a list is needed"),
            new Mistake("show-if: {item: kopp, is: ja}", "show-if: &a {all: [*a]}", 1, "references"),
            new Mistake("show-if: {item: kopp, is: ja}", "at-most: 9", 14, "from 1 to 2"),
            new Mistake("      - {nb: \"Godt\", nn: \"Godt\"}\n", "", 18, "three to seven"),
            new Mistake("    rows:\n      - {code: her, nb: \"Her\", nn: \"Her\"}\n", "", 18, "'rows' is missing"),
            new Mistake("most: 9", "most: -1", 31, "from 0 to"),
            new Mistake("least: 0", "least: null", 27, "'least' is missing"),
            new Mistake("title: {", "title: {[a]: x, ", 1, "name of a field"),
            new Mistake("nb: \"Kaffe\"", "nb: \"Kaffe", 1, "not valid YAML"),
            new Mistake("\"Frivillig.\", nn", "\"Fri\u0007villig.\", nn", 2, "cannot be seen"));

    @TestFactory
    Stream<DynamicTest> each_mistake_is_told_with_its_line() {
        return MISTAKES.stream()
                .map(it -> DynamicTest.dynamicTest(it.said() + " (" + it.line() + ")", () -> {
                    assertThat(GOOD).contains(it.from());
                    String broken = GOOD.replaceFirst(
                            java.util.regex.Pattern.quote(it.from()),
                            java.util.regex.Matcher.quoteReplacement(it.to()));
                    assertThatThrownBy(() -> Questionnaires.edition("kaffe", FILE, broken))
                            .isInstanceOf(ContentProblem.class)
                            .hasMessageStartingWith("skjema.yaml:" + it.line() + ": ")
                            .hasMessageContaining(it.said())
                            .hasMessageContaining("To mend it: ");
                }));
    }

    @Test
    void a_draft_may_be_missing_a_language_that_a_file_may_not() {
        String half = GOOD.replace(", nn: \"Kaffi\"", "");
        assertThat(QuestionnaireText.read("kaffe", FILE, half).title().texts()).hasSize(1);
        assertThatThrownBy(() -> Questionnaires.edition("kaffe", FILE, half)).isInstanceOf(ContentProblem.class);
    }

    @Test
    void a_file_cannot_have_the_name_of_a_page() {
        assertThatThrownBy(() -> Questionnaires.edition("ny", FILE, GOOD)).isInstanceOf(ContentProblem.class);
        assertThatThrownBy(() -> Questionnaires.edition("Kaffe", FILE, GOOD)).isInstanceOf(ContentProblem.class);
    }
}
