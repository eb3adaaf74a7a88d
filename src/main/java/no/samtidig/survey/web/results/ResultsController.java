package no.samtidig.survey.web.results;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Download;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Texts;
import no.samtidig.platform.web.Heavy;
import no.samtidig.platform.web.Limited;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.RoundList;
import no.samtidig.survey.results.Report;
import no.samtidig.survey.results.ResultScope;
import no.samtidig.survey.results.Results;
import no.samtidig.survey.results.Sharing;
import no.samtidig.survey.web.rounds.RoundSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What rounds showed: the page, the files and the report. All are made of one {@link Report}. */
@Controller
class ResultsController {
    /** Free texts to a question on the page; files have them all. */
    private static final int TEXTS = 50;

    private final Results results;
    private final Sharing sharing;
    private final ReportPapers papers;
    private final Texts texts;
    private final Clock clock;

    ResultsController(Results results, Sharing sharing, ReportPapers papers, Texts texts, Clock clock) {
        this.results = results;
        this.sharing = sharing;
        this.papers = papers;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What an address asks for.
     *
     * @param sted place
     * @param del division
     * @param mot round to lay beside
     * @param sprak language of a file
     * @param form {@code koder} for codes instead of words
     * @param tema which theme: the number of a page of the questionnaire, or {@code alle}
     * @param sorter {@code svakest} for the weakest first
     * @param apen whose row is open to begin with, or {@code alle}
     */
    record Wanted(
            @Nullable String sted,
            @Nullable String del,
            @Nullable String mot,
            @Nullable String sprak,
            @Nullable String form,
            @Nullable String tema,
            @Nullable String sorter,
            @Nullable String apen) {
        static Wanted at(String place) {
            return new Wanted(place, null, null, null, null, null, null, null);
        }

        Results.Wish wish() {
            return new Results.Wish(given(sted), given(del), given(mot).map(ResultsController::round));
        }

        static Optional<String> given(@Nullable String value) {
            return Optional.ofNullable(value).filter(it -> !it.isEmpty());
        }

        /** Files are in one of the two Norwegians, or in the reader's language. */
        Language language(Language reader) {
            return Language.of(sprak).orElse(reader);
        }

        boolean weakest() {
            return "svakest".equals(sorter);
        }

        boolean codes() {
            return "koder".equals(form);
        }
    }

    private static RoundId round(String id) {
        try {
            return new RoundId(UUID.fromString(id));
        } catch (IllegalArgumentException _) {
            throw ProblemException.notFound();
        }
    }

    @GetMapping("/resultater")
    Reply list(Visitor visitor, @RequestParam Map<String, String> query) {
        Visitor.Person reader = visitor.require(Permission.SEE_RESULTS);
        RoundSearch search =
                RoundSearch.of("/resultater", query, Round.State.OPEN, Round.State.CLOSED, Round.State.SETTLED);
        RoundList rounds = results.rounds(results.of(reader.acting()), search.query());
        return search.beyond(rounds)
                ? new SeeOther(search.asked().at(1))
                : new ResultsListPage(reader.acting().place(), search, rounds);
    }

    @GetMapping("/undersokelser/{id}/resultater")
    Page results(Visitor visitor, @PathVariable String id, Wanted wanted, Language language) {
        Visitor.Person reader = visitor.require(Permission.SEE_RESULTS);
        return page(reader, report(reader, id, wanted, TEXTS), wanted, language);
    }

    @PostMapping("/undersokelser/{id}/resultater/deling")
    Reply share(
            Visitor visitor,
            @PathVariable String id,
            @RequestParam("sted") String place,
            @RequestParam("del") String share) {
        Visitor.Person reader = visitor.require(Permission.SEE_RESULTS);
        Wanted unit = Wanted.at(place);
        Report report = report(reader, id, unit, 0);
        if (!sharing.decide(reader, report, share.equals("ja"))) {
            throw ProblemException.notFound();
        }
        return new SeeOther(address(report) + "?sted=" + place);
    }

    @Limited(value = "file", most = 60)
    @GetMapping("/undersokelser/{id}/resultater.csv")
    Reply csv(Visitor visitor, @PathVariable String id, Wanted wanted, Language language) {
        Visitor.Person reader = visitor.require(Permission.SEE_RESULTS);
        Report report = report(reader, id, wanted, 0);
        return report.ready() ? files(reader, report, wanted, language).csv() : back(report);
    }

    @Limited(value = "file", most = 60)
    @Heavy
    @GetMapping("/undersokelser/{id}/resultater.xlsx")
    Reply xlsx(Visitor visitor, @PathVariable String id, Wanted wanted, Language language) {
        Visitor.Person reader = visitor.require(Permission.SEE_RESULTS);
        Report report = report(reader, id, wanted, Integer.MAX_VALUE);
        return report.ready() ? files(reader, report, wanted, language).xlsx() : back(report);
    }

    @GetMapping("/undersokelser/{id}/resultater/rapport")
    Reply paper(Visitor visitor, @PathVariable String id, Wanted wanted, Language language) {
        Visitor.Person reader = visitor.require(Permission.SEE_RESULTS);
        Report report = report(reader, id, wanted, 0);
        if (!report.ready()) {
            return back(report);
        }
        Language of = norwegian(wanted.language(language));
        Language other = of == Language.NB ? Language.NN : Language.NB;
        ResultsPage page = page(reader, report, wanted, language);
        return new ReportPage(
                papers.of(report, new ReportWording(texts, of), LocalDate.now(clock)),
                of,
                other,
                page.address("", ""),
                page.address("/rapport.pdf", "sprak=" + of.tag()),
                page.address("/rapport", "sprak=" + other.tag()));
    }

    @Limited(value = "file", most = 60)
    @Heavy
    @GetMapping("/undersokelser/{id}/resultater/rapport.pdf")
    Reply pdf(Visitor visitor, @PathVariable String id, Wanted wanted, Language language) {
        Visitor.Person reader = visitor.require(Permission.SEE_RESULTS);
        Report report = report(reader, id, wanted, 0);
        if (!report.ready()) {
            return back(report);
        }
        LocalDate today = LocalDate.now(clock);
        ReportWording words = new ReportWording(texts, norwegian(wanted.language(language)));
        results.exported(reader.account(), report);
        return new Download(
                "rapport-" + report.round().questionnaire().slug() + "-" + today + ".pdf",
                "application/pdf",
                papers.print(papers.of(report, words, today), today));
    }

    /** A report is in Norwegian: the questions are. */
    private static Language norwegian(Language wanted) {
        return wanted == Language.NN ? Language.NN : Language.NB;
    }

    private Report report(Visitor.Person reader, String id, Wanted wanted, int most) {
        return results.report(results.of(reader.acting()), round(id), wanted.wish(), most)
                .orElseThrow(ProblemException::notFound);
    }

    private static SeeOther back(Report report) {
        return new SeeOther(address(report));
    }

    private static String address(Report report) {
        return "/undersokelser/" + report.round().id().value() + "/resultater";
    }

    private ResultFiles files(Visitor.Person reader, Report report, Wanted wanted, Language language) {
        results.exported(reader.account(), report);
        return new ResultFiles(
                report, new ReportWording(texts, wanted.language(language)), wanted.codes(), LocalDate.now(clock));
    }

    private ResultsPage page(Visitor.Person reader, Report report, Wanted wanted, Language language) {
        ResultScope scope = results.of(reader.acting());
        ReportWording words = new ReportWording(texts, language);
        Themes themes = new Themes(report, words);
        String theme = themes.chosen(Wanted.given(wanted.tema())).orElseThrow(ProblemException::notFound);
        return new ResultsPage(
                report,
                words,
                Summary.of(report, words),
                themes.tabs(),
                themes.sheets(theme, wanted.weakest()),
                theme,
                wanted.weakest(),
                Wanted.given(wanted.apen()).orElse(""),
                results.places(scope, report.round().id()),
                results.divisions(report.place()),
                results.others(scope, report.round()),
                sharing.decision(reader, report));
    }
}
