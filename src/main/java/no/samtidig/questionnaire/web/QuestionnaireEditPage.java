package no.samtidig.questionnaire.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.RichText;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.ui.Option;
import no.samtidig.questionnaire.Condition;
import no.samtidig.questionnaire.Draft;
import no.samtidig.questionnaire.Edition;
import no.samtidig.questionnaire.Finding;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;

/**
 * A draft: everything in it, in order, and where to change it.
 *
 * @param edition what it will follow, if any
 * @param findings of the check list
 * @param minutes it takes, worked out
 * @param done what was just done
 * @param trouble why something was not done
 * @param conflict whether that is because somebody else has changed the draft
 */
public record QuestionnaireEditPage(
        Draft draft,
        Optional<Edition> edition,
        List<Finding> findings,
        int minutes,
        Optional<Done> done,
        Trouble trouble,
        Conflict conflict)
        implements Page {
    public QuestionnaireEditPage {
        findings = List.copyOf(findings);
    }

    /** What was just done. */
    public enum Done implements Coded {
        SAVED("lagret"),
        REMOVED("slettet"),
        UNDONE("angret");

        private final String code;

        Done(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        static Optional<Done> of(String code) {
            return Coded.of(Done.class, code);
        }
    }

    public Questionnaire questionnaire() {
        return draft.questionnaire();
    }

    public String path() {
        return "/skjemaer/" + draft.slug();
    }

    public long stopping() {
        return findings.stream().filter(Finding::stops).count();
    }

    public long looking() {
        return findings.size() - stopping();
    }

    public boolean first(Item item) {
        return questionnaire().items().getFirst().equals(item);
    }

    public boolean last(Item item) {
        return questionnaire().items().getLast().equals(item);
    }

    /** What can be added. */
    public static List<Option> kinds(View view) {
        return Stream.of(Item.Kind.values())
                .map(it -> Option.of(it.code(), view.text("questionnaire-edit.kind." + it.code())))
                .toList();
    }

    /** What it can be put after. */
    public List<Option> places(View view) {
        return Stream.concat(
                        Stream.of(Option.of("-", view.text("questionnaire-edit.add.first"))),
                        questionnaire().items().stream()
                                .map(it -> Option.of(
                                        it.code(), view.text("questionnaire-edit.add.after-item", it.code()))))
                .toList();
    }

    /** Whether the check list has something to say about the item. */
    public boolean found(Item item) {
        return findings.stream()
                .anyMatch(it -> it.item().filter(item.code()::equals).isPresent());
    }

    /** Longer texts are shortened in the list. */
    private static final int LETTERS = 110;

    /** An item's words without markup, shortened. */
    public static String words(Item item, Language language) {
        String text = item.text().in(language).value();
        String plain = item instanceof Item.Information ? RichText.orPlain(text).plain() : text;
        String line = plain.lines().findFirst().orElse(item.code());
        if (line.codePointCount(0, line.length()) <= LETTERS) {
            return line;
        }
        String cut = line.substring(0, line.offsetByCodePoints(0, LETTERS));
        return cut.substring(0, Math.max(cut.lastIndexOf(' '), LETTERS / 2)).strip() + " …";
    }

    public static boolean ruled(Item item) {
        return !item.shown().equals(Condition.ALWAYS);
    }

    public static boolean required(Item item) {
        return item instanceof Item.Question it && !it.required().equals(Condition.NEVER);
    }

    @Override
    public int status() {
        return conflict.status(trouble);
    }
}
