package no.samtidig.survey.web.results;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.samtidig.questionnaire.Item;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.survey.results.Report;

/** The themes of a report: the pages of its questionnaire that ask something. */
record Themes(Report report, ReportWording words) {
    private List<Questionnaire.Sheet> all() {
        return report.ready()
                ? report.round().questionnaire().sheets().stream()
                        .filter(it -> it.items().stream().anyMatch(Item.Question.class::isInstance))
                        .toList()
                : List.of();
    }

    private static String code(Questionnaire.Sheet sheet) {
        return String.valueOf(sheet.number());
    }

    List<ResultsPage.Tab> tabs() {
        return all().stream()
                .map(it -> new ResultsPage.Tab(
                        code(it),
                        ReportPapers.title(it, words),
                        it.items().stream()
                                .filter(Item.Question.class::isInstance)
                                .flatMap(at -> ((Item.Question) at).keys().stream())
                                .collect(Collectors.toSet())))
                .toList();
    }

    /** The theme that is wished for, or the first that has statements; empty where there is none such. */
    Optional<String> chosen(Optional<String> wish) {
        List<Questionnaire.Sheet> all = all();
        if (wish.isPresent()) {
            return wish.filter(it -> it.equals(ResultsPage.ALL) || all.stream().anyMatch(at -> code(at).equals(it)));
        }
        return Optional.of(all.stream()
                .filter(it -> it.items().stream().anyMatch(this::statement))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Themes::code)
                .orElse(ResultsPage.ALL));
    }

    private boolean statement(Item item) {
        return item instanceof Item.Question question && Matrices.inMatrix(report, question);
    }

    List<ResultsPage.Sheet> sheets(String theme, boolean weakest) {
        Matrices matrices = new Matrices(report, words, weakest);
        return all().stream()
                .filter(it -> theme.equals(ResultsPage.ALL) || theme.equals(code(it)))
                .map(it -> new ResultsPage.Sheet("side-" + it.number(), ReportPapers.title(it, words), matrices.of(it)))
                .toList();
    }
}
