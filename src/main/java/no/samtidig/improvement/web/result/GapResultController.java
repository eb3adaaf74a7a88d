package no.samtidig.improvement.web.result;

import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.result.SettledGap;
import no.samtidig.improvement.result.SettledGaps;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.web.Limited;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What GAP rounds showed: one page and one file, the same for leader, staff, user council and coach. */
@Controller
class GapResultController {
    private final Journeys journeys;
    private final SettledGaps rounds;
    private final ResultSheets sheets;
    private final ChangeSheets changes;

    GapResultController(Journeys journeys, SettledGaps rounds, ResultSheets sheets, ChangeSheets changes) {
        this.journeys = journeys;
        this.rounds = rounds;
        this.sheets = sheets;
        this.changes = changes;
    }

    @GetMapping("/enheten/gap/resultat")
    Page result(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = "anledning", required = false) @Nullable String month,
            Language language) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.STAFF, Part.COUNCIL, Part.COACH);
        return new GapResultPage(
                visit,
                rounds.months(visit.journey()).reversed(),
                chosen(visit, month)
                        .map(it -> new GapResultPage.Shown(
                                it, sheets.of(it, language), changes.of(visit.journey(), it, language))),
                person.acting().role().permissions().contains(Permission.SEE_COMPLETION));
    }

    @Limited(value = "file", most = 60)
    @GetMapping("/enheten/gap/resultat.csv")
    Reply file(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = "anledning", required = false) @Nullable String month,
            Language language) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.STAFF, Part.COUNCIL, Part.COACH);
        SettledGap round = chosen(visit, month).orElseThrow(ProblemException::notFound);
        return ResultFile.of(sheets.of(round, language), round);
    }

    private Optional<SettledGap> chosen(JourneyVisit visit, @Nullable String month) {
        if (month == null || month.isEmpty()) {
            return rounds.newest(visit.journey())
                    .or(() -> rounds.months(visit.journey()).stream()
                            .findFirst()
                            .flatMap(it -> rounds.of(visit.journey(), it)));
        }
        return Optional.of(rounds.months(visit.journey()).stream()
                .filter(it -> Integer.toString(it).equals(month))
                .findFirst()
                .flatMap(it -> rounds.of(visit.journey(), it))
                .orElseThrow(ProblemException::notFound));
    }
}
