package no.samtidig.questionnaire.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.samtidig.platform.View;
import no.samtidig.platform.yaml.ContentProblem;

/**
 * A mistake in a text that somebody typed in the browser. The reader of files tells its mistakes in English, for whoever starts the
 * application; here they are known again by their form and told in the reader's language.
 *
 * @param line counted from 1
 * @param known the last part of the key of the sentence; empty for one that is told as it came
 * @param details for the sentence
 * @param words what and what to do, in English
 */
public record TextProblem(int line, Optional<String> known, List<String> details, String words) {
    private static final Pattern PARTS = Pattern.compile("(?s).*?:(\\d+): (.*)");

    private static final List<Map.Entry<Pattern, String>> KNOWN = List.of(
            known("this is not valid YAML.*", "yaml"),
            known("there is a character here that cannot be seen.*", "unseen"),
            known("there are references.*", "references"),
            known("here fields are needed.*", "fields"),
            known("the name of a field is needed here.*", "field-name"),
            known("the field '(.*?)' stands twice.*", "field-twice"),
            known("the field '(.*?)' means nothing here.*?use one of: (.*)\\.", "field-unknown"),
            known("the field '(.*?)' is missing or empty.*", "field-missing"),
            known("here a text is needed.*", "text"),
            known("here a list is needed.*", "list"),
            known("'(.*?)' must be a whole number from (-?\\d+) to (-?\\d+).*", "number"),
            known("'(.*?)' must be true or false.*", "flag"),
            known("the code '(.*?)' is used twice.*", "code-twice"),
            known("a code is used twice here.*", "code-twice-here"),
            known("'(.*?)' is no code.*", "code"),
            known("a scale has three to seven points.*", "points"),
            known("there is no kind '(.*?)'.*", "kind"),
            known("nothing called '(.*?)' is answered before this.*", "rule-order"),
            known("'(.*?)' is no answer to '(.*?)'.*?use one of: (.*)\\.", "rule-answer"),
            known("'exclusive' means nothing.*", "exclusive"),
            known("a choice needs two alternatives.*", "alternatives"),
            known("there is no text here.*", "empty"),
            known("raw HTML is not allowed.*", "html"),
            known("an image is not allowed.*", "image"));

    public TextProblem {
        details = List.copyOf(details);
    }

    private static Map.Entry<Pattern, String> known(String form, String name) {
        return Map.entry(Pattern.compile("(?s)" + form), name);
    }

    static TextProblem of(ContentProblem problem) {
        Matcher parts = PARTS.matcher(problem.sentence());
        int line = 1;
        String words = problem.sentence();
        if (parts.matches()) {
            line = Integer.parseInt(parts.group(1));
            words = parts.group(2);
        }
        for (Map.Entry<Pattern, String> it : KNOWN) {
            Matcher matcher = it.getKey().matcher(words);
            if (matcher.matches()) {
                List<String> details = new ArrayList<>();
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    details.add(matcher.group(group));
                }
                return new TextProblem(line, Optional.of(it.getValue()), details, words);
            }
        }
        return new TextProblem(line, Optional.empty(), List.of(), words);
    }

    /** What is wrong and what to do, without the line. */
    public String sentence(View view) {
        return known.map(it -> view.text("questionnaire-edit.text-problem." + it, details.toArray()))
                .orElse(words);
    }
}
