package no.samtidig.interoperability.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.interoperability.ImportReport;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import org.jspecify.annotations.Nullable;

/**
 * What comes along of a questionnaire of FHIR, and the way to make it a draft.
 *
 * @param report item by item; null where it has been shown and only the name is still to be mended
 * @param slug the name in the address, as proposed or typed
 * @param wrong what was wrong with it
 */
public record ImportReportPage(@Nullable ImportReport report, Questionnaire questionnaire, String slug, Wrong wrong)
        implements Page {
    /** Notes that name a language. */
    private static final Set<ImportReport.Kind> OF_LANGUAGES = EnumSet.of(
            ImportReport.Kind.MISSING_LANGUAGE,
            ImportReport.Kind.NO_LANGUAGE,
            ImportReport.Kind.LANGUAGE,
            ImportReport.Kind.JOINED,
            ImportReport.Kind.ONLY_IN,
            ImportReport.Kind.VERSION_DIFFERS);

    /** What was wrong with the name; {@link #trouble} says it in words. */
    public enum Wrong {
        NOTHING,
        FORM,
        TAKEN,
        /** The name that the file brought is taken: nobody typed anything wrong yet. */
        TAKEN_ALREADY
    }

    /** What is said at the name. */
    public Trouble trouble() {
        return switch (wrong) {
            case NOTHING -> Trouble.NONE;
            case FORM -> Trouble.at("adresse", "fhir.draft.trouble.form");
            case TAKEN, TAKEN_ALREADY -> Trouble.at("adresse", "fhir.draft.trouble.taken");
        };
    }

    /** Whether something typed was refused. */
    public boolean refused() {
        return wrong == Wrong.FORM || wrong == Wrong.TAKEN;
    }

    /** The questionnaire as the draft gets it. */
    public String text() {
        return QuestionnaireText.write(questionnaire);
    }

    /**
     * What to tell about one item: fields and extensions in one sentence each. That a language is missing is told once for all, by
     * {@link #missing}.
     */
    public static List<ImportReport.Note> notes(ImportReport.Entry entry) {
        List<ImportReport.Note> told = new ArrayList<>(entry.notes());
        told.removeIf(it -> it.kind() == ImportReport.Kind.MISSING_LANGUAGE);
        for (ImportReport.Kind kind : List.of(ImportReport.Kind.FIELD, ImportReport.Kind.EXTENSION)) {
            String all = told.stream()
                    .filter(it -> it.kind() == kind)
                    .flatMap(it -> it.arguments().stream())
                    .collect(Collectors.joining(", "));
            if (!all.isEmpty()) {
                told.removeIf(it -> it.kind() == kind);
                told.add(new ImportReport.Note(kind, List.of(all)));
            }
        }
        return List.copyOf(told);
    }

    /** In how many items, the questionnaire itself with them, a written Norwegian is missing; a sentence for each that is. */
    public List<String> missing(View view) {
        if (report == null) {
            return List.of();
        }
        List<ImportReport.Entry> all = Stream.concat(Stream.of(report.whole()), report.entries().stream())
                .toList();
        return Stream.of(Language.NB, Language.NN)
                .filter(it -> lacking(all, it) > 0)
                .map(it -> view.text(
                        "fhir.report.missing", view.text("fhir.language." + it.tag()), lacking(all, it), all.size()))
                .toList();
    }

    private static long lacking(List<ImportReport.Entry> entries, Language language) {
        return entries.stream()
                .filter(entry -> entry.notes().stream()
                        .anyMatch(it -> it.kind() == ImportReport.Kind.MISSING_LANGUAGE
                                && it.arguments().contains(language.tag())))
                .count();
    }

    /** What became of them all, in one sentence. */
    public String sum(View view) {
        if (report == null) {
            return "";
        }
        int all = report.entries().size();
        return report.count(ImportReport.Outcome.WHOLE) == all
                ? view.text("fhir.report.all", all)
                : view.text(
                        "fhir.report.some",
                        all,
                        report.count(ImportReport.Outcome.WHOLE),
                        report.count(ImportReport.Outcome.CHANGED),
                        report.count(ImportReport.Outcome.LEFT_OUT));
    }

    /** A note in words; a language is called by its name. */
    public static String sentence(View view, ImportReport.Note note) {
        return view.text(
                note.kind().key(),
                note.arguments().stream()
                        .map(it -> Language.of(it)
                                .filter(_ -> OF_LANGUAGES.contains(note.kind()))
                                .map(language -> view.text("fhir.language." + language.tag()))
                                .orElse(it))
                        .toArray());
    }

    @Override
    public int status() {
        return refused() ? 422 : 200;
    }
}
