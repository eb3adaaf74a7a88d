package no.samtidig.administration.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.samtidig.access.Inviting;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.administration.Log;
import no.samtidig.administration.LogLine;
import no.samtidig.platform.Csv;
import no.samtidig.platform.Language;
import no.samtidig.platform.Norway;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Texts;
import no.samtidig.platform.web.Limited;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit log: reading it, taking it out, and seeing whether it is whole. */
@Controller
class LogController {
    private final Log log;
    private final Inviting inviting;
    private final Texts texts;
    private final Clock clock;

    LogController(Log log, Inviting inviting, Texts texts, Clock clock) {
        this.log = log;
        this.inviting = inviting;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/forvaltning/logg")
    Page log(Visitor visitor, @RequestParam Map<String, String> query) {
        Visitor.Person administrator = visitor.require(Permission.ADMINISTER);
        LogSearch search = LogSearch.of(query);
        return new LogPage(
                Room.openTo(administrator),
                search,
                search.trouble().any() ? new Log.Found(0, List.of()) : log.find(administrator, search.query()),
                inviting.places(administrator),
                log.lastCheck().orElse(null),
                query.containsKey(SeeOther.DONE));
    }

    @PostMapping("/forvaltning/logg/kontroller")
    Reply check(Visitor visitor) {
        Visitor.Person administrator = visitor.require(Permission.ADMINISTER);
        log.check(administrator);
        return new SeeOther("/forvaltning/logg").done("kontrollert");
    }

    @Limited(value = "file", most = 60)
    @GetMapping("/forvaltning/logg.csv")
    Reply export(Visitor visitor, Language language, @RequestParam Map<String, String> query) {
        Visitor.Person administrator = visitor.require(Permission.ADMINISTER);
        LogSearch search = LogSearch.of(query);
        if (search.trouble().any()) {
            throw ProblemException.notFound();
        }
        return Csv.file(
                "logg-" + LocalDate.now(clock) + ".csv",
                Stream.of("at", "who", "what", "whom", "place")
                        .map(it -> texts.text(language, "log." + it))
                        .toList(),
                log.all(administrator, search.query()).stream()
                        .map(it -> row(it, language))
                        .toList());
    }

    private List<String> row(LogLine it, Language language) {
        return List.of(
                it.at().atZoneSameInstant(Norway.ZONE).toLocalDateTime().toString(),
                it.bySystem() ? texts.text(language, "log.system") : it.actor(),
                LogPage.words(texts, language, it),
                it.subject(),
                it.place());
    }
}
