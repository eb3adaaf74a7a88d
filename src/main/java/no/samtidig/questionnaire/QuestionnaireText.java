package no.samtidig.questionnaire;

import java.nio.file.Path;
import java.util.List;
import no.samtidig.platform.code.Digest;

/**
 * A questionnaire as text: the one form for files in {@code content/questionnaires}, drafts made in the browser, and what a round is
 * pinned to. The form is described in {@code docs/content-format.md}. Writing what was read gives the same questionnaire again.
 */
public final class QuestionnaireText {
    private QuestionnaireText() {}

    /**
     * Reads one.
     *
     * @param slug its name, as the file's name says
     * @param file for messages
     * @throws no.samtidig.platform.yaml.ContentProblem names the line and what to do
     */
    public static Questionnaire read(String slug, Path file, String text) {
        return QuestionnaireReader.read(slug, file, text);
    }

    /**
     * Reads a rule.
     *
     * @param earlier what it may ask about
     * @throws no.samtidig.platform.yaml.ContentProblem names the line and what to do
     */
    public static Condition readRule(Path file, String text, List<Item> earlier) {
        return QuestionnaireReader.readRule(file, text, earlier);
    }

    /** The questionnaire as text, always the same for the same questionnaire. */
    public static String write(Questionnaire questionnaire) {
        return QuestionnaireWriter.write(questionnaire);
    }

    /** A rule as it stands in the text. */
    public static String write(Condition rule) {
        return QuestionnaireWriter.write(rule);
    }

    /** Which wording: the first twelve hexadecimal digits of the SHA-256 of the questionnaire as {@link #write} gives it. */
    public static String version(Questionnaire questionnaire) {
        return Digest.version(write(questionnaire));
    }

    /** The same for one item by itself. */
    public static String version(Item item) {
        return Digest.version(QuestionnaireWriter.write(item));
    }
}
