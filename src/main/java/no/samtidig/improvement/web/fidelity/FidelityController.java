package no.samtidig.improvement.web.fidelity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.catalogue.KnowledgeModules;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.fidelity.Anchors;
import no.samtidig.improvement.fidelity.FidelityChange;
import no.samtidig.improvement.fidelity.Ratings;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The unit's fidelity, then and now; and beginning a rating. */
@Controller
class FidelityController {
    private final Journeys journeys;
    private final Ratings ratings;
    private final Anchors anchors;
    private final KnowledgeModules modules;
    private final FormKeys keys;

    FidelityController(Journeys journeys, Ratings ratings, Anchors anchors, KnowledgeModules modules, FormKeys keys) {
        this.journeys = journeys;
        this.ratings = ratings;
        this.anchors = anchors;
        this.modules = modules;
        this.keys = keys;
    }

    @GetMapping("/enheten/etterlevelse")
    Page fidelity(Visitor visitor, @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH, Part.STAFF);
        List<FidelityChange.Settled> settled = ratings.settled(visit.journey());
        return new FidelityPage(
                visit,
                person.acting().role().permissions().contains(Permission.SEE_COMPLETION),
                settled,
                ratings.of(visit.journey()).stream()
                        .filter(it -> it.settled() == null)
                        .filter(it -> visit.part() != Part.STAFF
                                || ratings.part(visit, it).isPresent())
                        .toList(),
                visit.part() == Part.STAFF ? Optional.empty() : ratings.due(visit.journey()),
                anchors,
                FidelityChange.of(settled, anchors.whole()));
    }

    @GetMapping("/enheten/etterlevelse/ny")
    Page begin(Visitor visitor, @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        return page(visit, List.of(), Trouble.NONE);
    }

    private BeginPage page(JourneyVisit visit, List<String> chosen, Trouble trouble) {
        int month = ratings.due(visit.journey()).orElseThrow(ProblemException::notFound);
        return new BeginPage(
                visit,
                month,
                modules.all().stream()
                        .filter(it -> anchors.modules().contains(it.slug()))
                        .toList(),
                chosen,
                trouble);
    }

    @PostMapping("/enheten/etterlevelse/ny")
    Reply begin(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(FormKeys.FIELD) UUID key,
            @RequestParam(value = "modul", defaultValue = "") List<String> chosen) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        return keys.once(key, () -> {
            if (chosen.size() > Anchors.MOST_MODULES) {
                return page(visit, chosen, Trouble.at("modul", "fidelity.begin.too-many"));
            }
            int month = ratings.due(visit.journey()).orElseThrow(ProblemException::notFound);
            return switch (ratings.begin(visit, chosen)) {
                case NOT_NOW -> throw ProblemException.notFound();
                case DONE, MEANWHILE -> new SeeOther(visit.at(OneRating.ALL + "/" + month)).done(OneRating.Done.BEGYNT);
            };
        });
    }
}
