package no.samtidig.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.questionnaire.Finding.Kind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionnaireCheckTest {
    private static final String HEAD = """
            title: {nb: "Kaffe", nn: "Kaffi"}
            introduction: {nb: "Det er frivillig.", nn: "Det er frivillig."}
            minutes: 1
            items:
            """;

    private static final String CUP = """
              - kind: single
                code: kopp
                text: {nb: "Vil du ha kaffe?", nn: "Vil du ha kaffi?"}
                options:
                  - {code: ja, nb: "Ja", nn: "Ja"}
                  - {code: nei, nb: "Nei", nn: "Nei"}
            """;

    private static List<Finding> findings(String text) {
        return QuestionnaireCheck.of(QuestionnaireText.read("kaffe", Path.of("kaffe"), text));
    }

    private static String frequency(String code, String words) {
        return "  - kind: frequency\n    code: " + code + "\n    text: {nb: \"" + words + "\", nn: \"" + words
                + "\"}\n";
    }

    private static String scale(String... points) {
        return "  - kind: likert\n    code: smak\n    text: {nb: \"Hva synes du?\", nn: \"Kva synest du?\"}\n    points:\n"
                + Arrays.stream(points)
                        .map(it -> "      - {nb: \"" + it + "\", nn: \"" + it + "\"}\n")
                        .collect(Collectors.joining())
                + "    rows:\n      - {code: her, nb: \"Kaffen her\", nn: \"Kaffien her\"}\n";
    }

    private static String ruled(String rule) {
        return "  - kind: frequency\n    code: ofte\n    text: {nb: \"Hvor ofte?\", nn: \"Kor ofte?\"}\n    show-if: "
                + rule + "\n";
    }

    private static String required(int of, int all) {
        return Stream.iterate(0, it -> it + 1)
                .limit(all)
                .map(it -> frequency("f" + it, "Hvor ofte nummer " + it + "?").stripTrailing()
                        + (it < of ? "\n    required: true\n" : "\n"))
                .collect(Collectors.joining());
    }

    private static final String MANY_WORDS = "ord ".repeat(31).strip() + "?";
    private static final String HARD =
            "Institusjonsavdelingene gjennomfører kompetansekartlegging systematisk blant medarbeiderne gjennom spørreundersøkelser"
                    + " annethvert kalenderår etter retningslinjene.";

    /** A questionnaire in which the kind is found, and one close to it in which it is not. */
    private record Pair(Kind kind, String found, String fine) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair(
                    Kind.NO_QUESTION,
                    HEAD + "  - {kind: information, code: t, text: {nb: \"Hei.\", nn: \"Hei.\"}}\n",
                    HEAD + CUP),
            new Pair(
                    Kind.MISSING_LANGUAGE,
                    HEAD + CUP.replace("nb: \"Nei\", nn: \"Nei\"", "nb: \"Nei\""),
                    HEAD + CUP.replace("nb: \"Nei\", nn: \"Nei\"", "nb: \"Nei\", nn: \"Nei\", en: \"No\"")),
            new Pair(
                    Kind.NO_TEXT,
                    HEAD + CUP.replace("{nb: \"Vil du ha kaffe?\", nn: \"Vil du ha kaffi?\"}", "{en: \"Coffee?\"}"),
                    HEAD + CUP),
            new Pair(
                    Kind.SAME_LABEL,
                    HEAD + CUP.replace("nb: \"Nei\", nn: \"Nei\"", "nb: \"Nei\", nn: \"ja\""),
                    HEAD + CUP.replace("nb: \"Nei\", nn: \"Nei\"", "nb: \"Nei\", nn: \"Nei\"")),
            new Pair(
                    Kind.NEVER_SHOWN,
                    HEAD + CUP + ruled("{all: [{item: kopp, is: ja}, {item: kopp, is: nei}]}"),
                    HEAD + CUP + ruled("{any: [{item: kopp, is: ja}, {item: kopp, is: nei}]}")),
            new Pair(
                    Kind.NEVER_REQUIRED,
                    HEAD + CUP + frequency("ofte", "Hvor ofte?")
                            + "    required-if: {all: [{item: kopp, is: ja}, {not: {item: kopp, answered: true}}]}\n",
                    HEAD + CUP + frequency("ofte", "Hvor ofte?")
                            + "    required-if: {all: [{item: kopp, is: ja}, {item: kopp, answered: true}]}\n"),
            new Pair(
                    Kind.EMPTY_PAGE,
                    HEAD + CUP + "  - {kind: page, code: s, text: {nb: \"Side\", nn: \"Side\"}}\n",
                    HEAD + "  - {kind: page, code: s, text: {nb: \"Side\", nn: \"Side\"}}\n" + CUP),
            new Pair(
                    Kind.LOPSIDED,
                    HEAD + scale("Uenig", "Verken enig eller uenig", "Litt enig", "Helt enig"),
                    HEAD + scale("Helt uenig", "Litt uenig", "Verken enig eller uenig", "Litt enig", "Helt enig")),
            new Pair(
                    Kind.DOUBLE,
                    HEAD + CUP + frequency("to", "Hvor ofte drikker du kaffe og spiser kake?"),
                    HEAD + CUP + frequency("to", "Hvor ofte møter du rus og vold?")),
            new Pair(
                    Kind.NEGATED_TWICE,
                    HEAD + CUP + frequency("to", "Jeg lar aldri være å spørre når jeg ikke er trygg."),
                    HEAD + CUP + frequency("to", "Jeg spør aldri. Det er ikke min jobb.")),
            new Pair(
                    Kind.LEADING,
                    HEAD + CUP + frequency("to", "Er du enig i at alle bør spørre?"),
                    HEAD + CUP + frequency("to", "Hvor ofte spør du?")),
            new Pair(
                    Kind.LONG,
                    HEAD + CUP + frequency("to", MANY_WORDS),
                    HEAD + CUP + frequency("to", MANY_WORDS.substring(4))),
            new Pair(
                    Kind.HARD,
                    HEAD + "  - {kind: information, code: t, text: {nb: \"" + HARD + "\", nn: \"Lett.\"}}\n" + CUP,
                    HEAD
                            + "  - {kind: information, code: t, text: {nb: \"Vi vil vite hva du synes om det, så vi kan gjøre det bedre.\", nn: \"Lett.\"}}\n"
                            + CUP),
            new Pair(
                    Kind.HARD_WHOLE,
                    HEAD + "  - {kind: information, code: t, text: {nb: \"" + (HARD + " ").repeat(9)
                            + "\", nn: \"Lett.\"}}\n" + CUP,
                    HEAD + "  - {kind: information, code: t, text: {nb: \"" + "Vi vil vite hva du synes. ".repeat(30)
                            + "\", nn: \"Lett.\"}}\n" + CUP),
            new Pair(
                    Kind.MINUTES,
                    HEAD.replace("minutes: 1", "minutes: 20") + CUP,
                    HEAD.replace("minutes: 1", "minutes: 2") + CUP),
            new Pair(Kind.MUCH_REQUIRED, HEAD + required(4, 6), HEAD + required(3, 6)));

    @TestFactory
    Stream<DynamicTest> each_finding_is_found_where_it_is_and_only_there() {
        return PAIRS.stream()
                .map(it -> DynamicTest.dynamicTest(it.kind().code(), () -> {
                    assertThat(findings(it.found())).extracting(Finding::kind).contains(it.kind());
                    assertThat(findings(it.fine())).extracting(Finding::kind).doesNotContain(it.kind());
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hvor ofte drikker du kaffe og spiser kake?",
                "Hvor ofte kartlegger eller behandler du rus?",
                "Lederen min er tydelig og rettferdig.",
                "Leiaren min er tydeleg og rettvis.",
                "Når jeg kommer på vakt, lufter jeg rommet og hilser på alle.",
                "Hvor fornøyd er du med lønn samt arbeidstid?",
                "Er eller var du redd og sint?"
            })
    void two_things_to_answer_are_worth_a_look(String asked) {
        assertThat(kinds(HEAD + CUP + frequency("to", asked))).contains(Kind.DOUBLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jeg spurte nye personer om de bruker alkohol eller andre rusmidler.",
                "Eg spurde nye personar om dei bruker alkohol eller andre rusmiddel.",
                "Jeg spurte nye personer om de er eller har vært utsatt for vold.",
                "Eg spurde nye personar om dei er eller har vore utsette for vald.",
                "Når jeg kom på vakt og var trøtt, luftet jeg rommet.",
                "Dersom nokon slo eller truga, sa eg frå.",
                "Er du mellom 13 og 17?",
                "Har du en eller annen gang sagt fra?",
                "Hvor trygg er du når han eller hun ruser seg?"
            })
    void one_thing_said_with_two_words_is_left_alone(String asked) {
        assertThat(kinds(HEAD + CUP + frequency("to", asked))).doesNotContain(Kind.DOUBLE);
    }

    @Test
    void our_own_survey_has_nothing_to_look_at() throws IOException {
        Path file = Path.of("content/questionnaires/praksis-og-behov.yaml");
        assertThat(QuestionnaireCheck.of(QuestionnaireText.read("praksis-og-behov", file, Files.readString(file))))
                .isEmpty();
    }

    @Test
    void no_kind_is_without_a_case() {
        assertThat(PAIRS.stream().map(Pair::kind).collect(Collectors.toSet())).isEqualTo(EnumSet.allOf(Kind.class));
    }

    @Test
    void a_finding_leads_to_its_item_and_what_stops_comes_first() {
        List<Finding> found =
                findings(HEAD + CUP.replace(", nn: \"Vil du ha kaffi?\"", "") + frequency("to", "Bør alle spørre?"));
        assertThat(found.getFirst().kind()).isEqualTo(Kind.MISSING_LANGUAGE);
        assertThat(found.getFirst().item()).contains("kopp");
        assertThat(found.getFirst().details()).containsExactly("nn");
        assertThat(found.getFirst().stops()).isTrue();
        assertThat(found.getLast().item()).contains("to");
        assertThat(found.getLast().stops()).isFalse();
    }

    @Test
    void a_rule_is_possible_only_together_with_the_rules_of_what_it_asks_about() {
        String chain = HEAD + CUP
                + "  - {kind: number, code: antall, text: {nb: \"Hvor mange?\", nn: \"Kor mange?\"}, least: 0, most: 9, show-if: {item: kopp, is: ja}}\n";
        assertThat(kinds(chain + ruled("{all: [{item: antall, at-least: 3}, {item: kopp, is: nei}]}")))
                .contains(Kind.NEVER_SHOWN);
        assertThat(kinds(chain + ruled("{all: [{item: antall, at-least: 3}, {not: {item: kopp, is: nei}}]}")))
                .doesNotContain(Kind.NEVER_SHOWN);
        assertThat(kinds(chain + ruled("{item: antall, at-least: 10}"))).contains(Kind.NEVER_SHOWN);
        assertThat(kinds(chain + ruled("{item: antall, at-least: 9}"))).doesNotContain(Kind.NEVER_SHOWN);
    }

    @Test
    void several_alternatives_at_once_are_possible_but_not_beside_one_that_is_chosen_alone() {
        String several = HEAD
                + CUP.replace("kind: single", "kind: multiple")
                        .replace(
                                "nn: \"Nei\"}",
                                "nn: \"Nei\"}\n      - {code: alene, nb: \"Alene\", nn: \"Åleine\", exclusive: true}");
        assertThat(kinds(several + ruled("{all: [{item: kopp, is: ja}, {item: kopp, is: nei}]}")))
                .doesNotContain(Kind.NEVER_SHOWN);
        assertThat(kinds(several + ruled("{all: [{item: kopp, is: ja}, {item: kopp, is: alene}]}")))
                .contains(Kind.NEVER_SHOWN);
    }

    @Test
    void a_word_of_ten_thousand_hyphens_is_one_word() {
        assertThat(Lix.of("a-".repeat(10_000))).isEqualTo(101);
    }

    @Test
    void lix_is_words_in_a_sentence_and_a_hundred_times_the_share_of_long_words() {
        // ten words in two sentences, one of more than six letters: 5 + 10
        assertThat(Lix.of("Du er her nå ja. Vi skal snakke godt sammen.")).isEqualTo(5);
        assertThat(Lix.of("Du er her nå ja. Vi skal snakke godt hverandre.")).isEqualTo(15);
        assertThat(Lix.of("")).isZero();
    }

    @Test
    void minutes_are_reading_and_answering() {
        // 5 ratings of 5 s, 1 choice of 10 s, 1 text of 60 s: 95 s, and some thirty words of 1/3 s
        String text = HEAD + CUP + required(0, 5)
                + "  - {kind: long-text, code: fritt, text: {nb: \"Noe mer?\", nn: \"Noko meir?\"}}\n";
        assertThat(QuestionnaireCheck.minutes(QuestionnaireText.read("kaffe", Path.of("kaffe"), text)))
                .isEqualTo(2);
    }

    private static Set<Kind> kinds(String text) {
        return findings(text).stream().map(Finding::kind).collect(Collectors.toSet());
    }
}
