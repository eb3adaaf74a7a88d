package no.samtidig.survey.web.rounds;

import java.util.List;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Csv;
import no.samtidig.platform.Download;
import no.samtidig.platform.Language;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Texts;
import no.samtidig.platform.web.Limited;
import no.samtidig.survey.NamedAnswers;
import no.samtidig.survey.Round;
import no.samtidig.survey.Running;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was answered by name, as a file. */
@Controller
class NamedAnswersController {
    private final Running running;
    private final NamedAnswers named;
    private final Texts texts;

    NamedAnswersController(Running running, NamedAnswers named, Texts texts) {
        this.running = running;
        this.named = named;
        this.texts = texts;
    }

    /** What those who were invited answered, in a round that is not anonymous. */
    @Limited(value = "file", most = 60)
    @GetMapping("/undersokelser/{id}/svar-med-navn.csv")
    Download namedAnswers(Visitor visitor, @PathVariable("id") UUID id, Language language) {
        Visitor.Person person = visitor.require(Permission.RUN_SURVEYS);
        Round round = OneRound.find(running, person, id).round();
        if (round.anonymous()) {
            throw ProblemException.notFound();
        }
        List<List<String>> table = named.table(
                person,
                round,
                texts.text(language, "rounds.named-answers.name"),
                texts.text(language, "rounds.named-answers.gone"));
        return Csv.file("svar-med-navn.csv", table.getFirst(), table.subList(1, table.size()));
    }
}
