package no.samtidig.improvement.web.pipeline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.pipeline.Coverages;
import no.samtidig.improvement.pipeline.Pipeline;
import no.samtidig.improvement.pipeline.PipelineLine;
import no.samtidig.platform.Csv;
import no.samtidig.platform.Language;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Texts;
import no.samtidig.platform.ui.ListQuery;
import no.samtidig.platform.web.Limited;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The region's units as a board and as a list of equal worth. */
@Controller
class PipelineController {
    private final Pipeline pipeline;
    private final Coverages coverages;
    private final RegionCounties counties;
    private final Texts texts;
    private final Clock clock;

    PipelineController(Pipeline pipeline, Coverages coverages, RegionCounties counties, Texts texts, Clock clock) {
        this.pipeline = pipeline;
        this.coverages = coverages;
        this.counties = counties;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/regionen")
    Reply board(Visitor visitor, @RequestParam Map<String, String> query) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        PipelineSearch search = PipelineSearch.board(query, counties.of(person), coverages.parts(person));
        if (query.getOrDefault("vis", "").equals("liste")) {
            return new SeeOther(search.other());
        }
        return new BoardPage(
                person.acting().place(),
                search,
                pipeline.waits(person),
                pipeline.board(person, search.query(BoardPage.CARDS)),
                LocalDate.now(clock));
    }

    @GetMapping("/regionen/enheter")
    Reply list(Visitor visitor, @RequestParam Map<String, String> query) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        PipelineSearch search = PipelineSearch.list(query, counties.of(person), coverages.parts(person));
        if (query.getOrDefault("vis", "").equals("tavle")) {
            return new SeeOther(search.other());
        }
        ListQuery.Found<PipelineLine> found = pipeline.list(person, search.query(ListQuery.ROWS));
        if (found.count() == 0 && search.asked().page() > 1) {
            return new SeeOther(search.asked().at(1));
        }
        return new UnitListPage(person.acting().place(), search, found, LocalDate.now(clock));
    }

    @Limited(value = "file", most = 60)
    @GetMapping("/regionen/enheter.csv")
    Reply file(Visitor visitor, Language language, @RequestParam Map<String, String> query) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        PipelineSearch search = PipelineSearch.list(query, counties.of(person), coverages.parts(person));
        List<String> header = Stream.of(
                        "enhet", "eier", "slag", "niva", "fylke", "trinn", "siden", "vent", "neste", "dag", "veileder")
                .map(it -> texts.text(language, "pipeline.column." + it))
                .toList();
        return Csv.file(
                "enheter-" + LocalDate.now(clock) + ".csv",
                header,
                pipeline.export(person, search.query(Pipeline.EXPORTED)).stream()
                        .map(it -> row(it, language))
                        .toList());
    }

    private List<String> row(PipelineLine it, Language language) {
        return List.of(
                it.name(),
                it.owner(),
                texts.text(language, "pipeline.owner." + it.kind().code()),
                texts.text(language, "pipeline.level." + it.level().code()),
                it.county(),
                texts.text(language, "stage." + it.stage().code()),
                it.since().toString(),
                it.onHold() == null ? "" : it.onHold().toString(),
                it.next()
                        .map(next -> next.told() == null
                                ? next.written()
                                : next.told().in(texts, language))
                        .orElse(""),
                it.next()
                        .filter(PipelineLine.Next::dated)
                        .map(next -> next.day().toString())
                        .orElse(""),
                it.coach().orElse(""));
    }
}
