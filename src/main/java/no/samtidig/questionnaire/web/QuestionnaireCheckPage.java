package no.samtidig.questionnaire.web;

import java.util.List;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import no.samtidig.questionnaire.Draft;
import no.samtidig.questionnaire.Finding;

/**
 * The check list of a draft, and the button that publishes it.
 *
 * @param refused whether publishing was tried and something stops it
 * @param overtaken whether publishing was tried and the draft is another by now
 */
public record QuestionnaireCheckPage(
        Draft draft, List<Finding> findings, int minutes, boolean refused, boolean overtaken) implements Page {
    public QuestionnaireCheckPage {
        findings = List.copyOf(findings);
    }

    public List<Finding> of(Finding.Severity severity) {
        return findings.stream().filter(it -> it.severity() == severity).toList();
    }

    public boolean stopped() {
        return findings.stream().anyMatch(Finding::stops);
    }

    public String path() {
        return "/skjemaer/" + draft.slug();
    }

    /** What the sentence about a finding needs; a language is told by its name. */
    public static Object[] details(View view, Finding finding) {
        return finding.details().stream()
                .map(it -> Language.of(it)
                        .<Object>map(language -> view.text("questionnaire-edit.language." + language.tag())
                                .toLowerCase(view.language().locale()))
                        .orElse(it))
                .toArray();
    }

    /** Where to mend it. */
    public String mend(Finding finding) {
        return finding.item()
                .map(it -> path() + "/rediger/" + it)
                .orElse(
                        finding.kind() == Finding.Kind.NO_QUESTION || finding.kind() == Finding.Kind.MUCH_REQUIRED
                                ? path() + "/rediger"
                                : path() + "/om");
    }

    @Override
    public int status() {
        return overtaken ? 409 : refused ? 422 : 200;
    }
}
