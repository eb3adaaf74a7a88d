package no.samtidig.survey.web;

import java.util.List;
import java.util.Optional;
import no.samtidig.platform.View;

/**
 * What is wrong with a form.
 *
 * @param field id of the field it is about
 * @param key of the sentence
 * @param arguments for the sentence
 */
public record Trouble(String field, String key, List<String> arguments) {
    public Trouble {
        arguments = List.copyOf(arguments);
    }

    static Trouble at(String field, String key, String... arguments) {
        return new Trouble(field, "questionnaire-edit.trouble." + key, List.of(arguments));
    }

    public String sentence(View view) {
        return view.text(key, arguments.toArray());
    }

    /** What is wrong with the field, if anything. */
    public static Optional<Trouble> on(List<Trouble> all, String field) {
        return all.stream().filter(it -> it.field().equals(field)).findFirst();
    }
}
