package no.samtidig.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.platform.yaml.Mistake;
import no.samtidig.platform.yaml.YamlMistake;
import org.junit.jupiter.api.Test;

/** What an editor can get wrong in a text has a sentence of its own in each language. */
class QuestionnaireMistakeTest {
    private static final String HEAD = "title: {nb: a}\nintroduction: {nb: a}\nminutes: 1\n";
    private static final String SINGLE = "  - kind: single\n    code: k\n    text: {nb: a}\n    options:\n";
    private static final String OPTIONS = "      - {code: x, nb: a}\n      - {code: y, nb: b}\n";

    private static final Map<Mistake, String> MISTAKES = Map.ofEntries(
            Map.entry(YamlMistake.YAML, "title: {nb: \"a\n"),
            Map.entry(YamlMistake.UNSEEN, "title: {nb: \u0007}\n"),
            Map.entry(YamlMistake.REFERENCES, HEAD + "items: &a [*a]\n"),
            Map.entry(YamlMistake.NOTHING, "# bare en kommentar\n"),
            Map.entry(YamlMistake.FIELDS, HEAD + "items: [a]\n"),
            Map.entry(YamlMistake.FIELD_NAME, "[a]: b\n"),
            Map.entry(YamlMistake.FIELD_TWICE, "minutes: 1\n" + HEAD + "items: []\n"),
            Map.entry(YamlMistake.FIELD_UNKNOWN, HEAD + "item: []\n"),
            Map.entry(YamlMistake.FIELD_MISSING, HEAD),
            Map.entry(YamlMistake.TEXT, "title: {nb: [a]}\nintroduction: {nb: a}\nminutes: 1\nitems: []\n"),
            Map.entry(YamlMistake.LIST, HEAD + "items: a\n"),
            Map.entry(YamlMistake.NUMBER, HEAD.replace("1", "en") + "items: []\n"),
            Map.entry(YamlMistake.FLAG, HEAD + "fixture: ja\nitems: []\n"),
            Map.entry(
                    YamlMistake.HTML,
                    HEAD.replace("introduction: {nb: a}", "introduction: {nb: \"<b>a {'%s'}</b>\"}") + "items: []\n"),
            Map.entry(
                    YamlMistake.IMAGE,
                    HEAD.replace("introduction: {nb: a}", "introduction: {nb: \"![a](b)\"}") + "items: []\n"),
            Map.entry(
                    YamlMistake.TOO_LONG,
                    HEAD.replace("introduction: {nb: a}", "introduction: {nb: \"" + "a < ".repeat(201) + "\"}")
                            + "items: []\n"),
            Map.entry(
                    YamlMistake.TOO_DEEP,
                    HEAD.replace("introduction: {nb: a}", "introduction: {nb: \"" + ">".repeat(4_000) + "a\"}")
                            + "items: []\n"),
            Map.entry(
                    QuestionnaireMistake.TOO_LONG,
                    HEAD.replace("title: {nb: a}", "title: {nb: \"" + "a".repeat(501) + "\"}") + "items: []\n"),
            Map.entry(QuestionnaireMistake.TOO_LONG_IN_ALL, HEAD + "items:\n" + "  # en lang merknad\n".repeat(20_000)),
            Map.entry(
                    QuestionnaireMistake.TOO_MANY,
                    HEAD + "items:\n" + SINGLE + "      - {code: x, nb: a}\n".repeat(301)),
            Map.entry(QuestionnaireMistake.CODE_TWICE, HEAD + "items:\n" + SINGLE + OPTIONS + SINGLE + OPTIONS),
            Map.entry(QuestionnaireMistake.CODE_TWICE_HERE, HEAD + "items:\n" + SINGLE + OPTIONS.replace("y", "x")),
            Map.entry(QuestionnaireMistake.CODE, HEAD + "items:\n" + SINGLE.replace("code: k", "code: K%d") + OPTIONS),
            Map.entry(
                    QuestionnaireMistake.POINTS,
                    HEAD + "items:\n" + SINGLE.replace("single", "likert").replace("options", "points") + OPTIONS),
            Map.entry(QuestionnaireMistake.KIND, HEAD + "items:\n" + SINGLE.replace("single", "enkel") + OPTIONS),
            Map.entry(
                    QuestionnaireMistake.RULE_ORDER,
                    HEAD + "items:\n" + SINGLE + OPTIONS + "    show-if: {item: k, is: x}\n"),
            Map.entry(
                    QuestionnaireMistake.RULE_ANSWER,
                    HEAD + "items:\n" + SINGLE + OPTIONS + SINGLE.replace("code: k", "code: m") + OPTIONS
                            + "    show-if: {item: k, is: z}\n"),
            Map.entry(
                    QuestionnaireMistake.EXCLUSIVE,
                    HEAD + "items:\n" + SINGLE + OPTIONS.replace("nb: b", "nb: b, exclusive: true")),
            Map.entry(QuestionnaireMistake.ALTERNATIVES, HEAD + "items:\n" + SINGLE + "      - {code: x, nb: a}\n"),
            Map.entry(QuestionnaireMistake.EMPTY, HEAD.replace("{nb: a}", "{nb: \"\"}") + "items: []\n"));

    private static ContentProblem made(Mistake mistake) {
        String text = Objects.requireNonNull(MISTAKES.get(mistake));
        ContentProblem problem = catchThrowableOfType(
                ContentProblem.class, () -> QuestionnaireText.read("skjema", Path.of("skjema"), text));
        assertThat(problem).as(mistake.key()).isNotNull();
        return problem;
    }

    @Test
    void each_mistake_is_told_under_its_own_key() {
        MISTAKES.keySet().forEach(mistake -> {
            ContentProblem problem = made(mistake);
            assertThat(problem.told().key()).as(problem.sentence()).isEqualTo(mistake.key());
            assertThat(problem.sentence()).startsWith("skjema:" + problem.line() + ": ");
        });
    }

    @Test
    void no_mistake_is_left_out() {
        Set<Mistake> all = new HashSet<>(List.of(YamlMistake.values()));
        all.addAll(List.of(QuestionnaireMistake.values()));
        all.remove(YamlMistake.DATE); // no questionnaire holds one
        assertThat(MISTAKES.keySet()).isEqualTo(all);
    }

    @Test
    void what_was_typed_stands_in_the_sentence_as_it_was_typed() {
        assertThat(made(QuestionnaireMistake.CODE).told().arguments()).containsExactly("K%d");
        assertThat(made(YamlMistake.HTML).sentence())
                .contains("raw HTML is not allowed; use Markdown: <b>")
                .endsWith("To mend it: write it without.");
    }

    @Test
    void each_mistake_has_words_in_each_language() throws IOException {
        for (String language : List.of("nb", "nn", "en")) {
            Properties texts = new Properties();
            for (String module : List.of("platform", "questionnaire")) {
                String name = "/no/samtidig/" + module + "/texts_" + language + ".properties";
                try (Reader reader = new InputStreamReader(
                        Objects.requireNonNull(getClass().getResourceAsStream(name)), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
            assertThat(List.of(YamlMistake.values()))
                    .allSatisfy(it -> assertThat(texts).containsKey(it.key()));
            assertThat(List.of(QuestionnaireMistake.values()))
                    .allSatisfy(it -> assertThat(texts).containsKey(it.key()));
        }
    }
}
