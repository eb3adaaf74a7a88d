package no.samtidig.questionnaire.web;

import java.util.List;
import java.util.Optional;
import no.samtidig.platform.View;

/**
 * What is wrong with a form.
 *
 * @param field id of the field it is about
 * @param key of the sentence
 * @param arguments for the sentence
 * @param mistake in a text; its line and words follow the sentence
 */
public record Trouble(String field, String key, List<String> arguments, Optional<TextProblem> mistake) {
    public Trouble {
        arguments = List.copyOf(arguments);
    }

    static Trouble at(String field, String key, String... arguments) {
        return new Trouble(field, "questionnaire-edit.trouble." + key, List.of(arguments), Optional.empty());
    }

    static Trouble in(String field, String key, TextProblem mistake) {
        return new Trouble(field, "questionnaire-edit.trouble." + key, List.of(), Optional.of(mistake));
    }

    public String sentence(View view) {
        String sentence = view.text(key, arguments.toArray());
        return mistake.map(it -> sentence + " " + view.text("questionnaire-edit.as-text.line", it.line()) + " "
                        + it.sentence(view))
                .orElse(sentence);
    }

    /** What is wrong with the field, if anything. */
    public static Optional<Trouble> on(List<Trouble> all, String field) {
        return all.stream().filter(it -> it.field().equals(field)).findFirst();
    }
}
