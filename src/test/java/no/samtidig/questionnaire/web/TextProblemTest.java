package no.samtidig.questionnaire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Map;
import no.samtidig.platform.yaml.ContentProblem;
import no.samtidig.questionnaire.QuestionnaireText;
import org.junit.jupiter.api.Test;

/** What the reader of files says in English is known again, so that an editor is told in their own language. */
class TextProblemTest {
    private static final String HEAD = "title: {nb: a}\nintroduction: {nb: a}\nminutes: 1\n";
    private static final String SINGLE = "  - kind: single\n    code: k\n    text: {nb: a}\n    options:\n";
    private static final String OPTIONS = "      - {code: x, nb: a}\n      - {code: y, nb: b}\n";

    private static final Map<String, String> MISTAKES = Map.ofEntries(
            Map.entry("yaml", "title: {nb: \"a\n"),
            Map.entry("unseen", "title: {nb: \u0007}\n"),
            Map.entry("references", HEAD + "items: &a [*a]\n"),
            Map.entry("fields", HEAD + "items: [a]\n"),
            Map.entry("field-name", "[a]: b\n"),
            Map.entry("field-twice", "minutes: 1\n" + HEAD + "items: []\n"),
            Map.entry("field-unknown", HEAD + "item: []\n"),
            Map.entry("field-missing", HEAD),
            Map.entry("text", "title: {nb: [a]}\nintroduction: {nb: a}\nminutes: 1\nitems: []\n"),
            Map.entry("list", HEAD + "items: a\n"),
            Map.entry("number", HEAD.replace("1", "en") + "items: []\n"),
            Map.entry("flag", HEAD + "fixture: ja\nitems: []\n"),
            Map.entry("code-twice", HEAD + "items:\n" + SINGLE + OPTIONS + SINGLE + OPTIONS),
            Map.entry("code-twice-here", HEAD + "items:\n" + SINGLE + OPTIONS.replace("y", "x")),
            Map.entry("code", HEAD + "items:\n" + SINGLE.replace("code: k", "code: K") + OPTIONS),
            Map.entry(
                    "points",
                    HEAD + "items:\n" + SINGLE.replace("single", "likert").replace("options", "points") + OPTIONS),
            Map.entry("kind", HEAD + "items:\n" + SINGLE.replace("single", "enkel") + OPTIONS),
            Map.entry("rule-order", HEAD + "items:\n" + SINGLE + OPTIONS + "    show-if: {item: k, is: x}\n"),
            Map.entry(
                    "rule-answer",
                    HEAD + "items:\n" + SINGLE + OPTIONS + SINGLE.replace("code: k", "code: m") + OPTIONS
                            + "    show-if: {item: k, is: z}\n"),
            Map.entry("exclusive", HEAD + "items:\n" + SINGLE + OPTIONS.replace("nb: b", "nb: b, exclusive: true")),
            Map.entry("alternatives", HEAD + "items:\n" + SINGLE + "      - {code: x, nb: a}\n"),
            Map.entry("empty", HEAD.replace("{nb: a}", "{nb: \"\"}") + "items: []\n"),
            Map.entry("html", HEAD.replace("introduction: {nb: a}", "introduction: {nb: <b>a</b>}") + "items: []\n"),
            Map.entry(
                    "image", HEAD.replace("introduction: {nb: a}", "introduction: {nb: \"![a](b)\"}") + "items: []\n"));

    @Test
    void each_mistake_is_known_again() {
        MISTAKES.forEach((name, text) -> {
            ContentProblem problem = catchThrowableOfType(
                    ContentProblem.class, () -> QuestionnaireText.read("skjema", Path.of("skjema"), text));
            assertThat(problem).as(name).isNotNull();
            assertThat(TextProblem.of(problem).known()).as(problem.sentence()).contains(name);
        });
    }

    @Test
    void what_is_not_known_is_told_as_it_came() {
        TextProblem it = TextProblem.of(new ContentProblem(Path.of("skjema"), 7, "something new is wrong", "mend it"));
        assertThat(it.line()).isEqualTo(7);
        assertThat(it.known()).isEmpty();
        assertThat(it.words()).isEqualTo("something new is wrong. To mend it: mend it.");
    }
}
