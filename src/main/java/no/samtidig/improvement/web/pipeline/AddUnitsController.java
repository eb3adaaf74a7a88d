package no.samtidig.improvement.web.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.pipeline.Adding;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.Limited;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Putting units into the pipeline: one, or many from a list that can be searched. */
@Controller
class AddUnitsController {
    private final Adding adding;
    private final RegionCounties counties;
    private final FormKeys keys;

    AddUnitsController(Adding adding, RegionCounties counties, FormKeys keys) {
        this.adding = adding;
        this.counties = counties;
        this.keys = keys;
    }

    @GetMapping("/regionen/nye")
    Reply choose(Visitor visitor, @RequestParam Map<String, String> query) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        AddPage page = page(person, query, Set.of(), Trouble.NONE);
        return page.found().count() == 0 && page.search().asked().page() > 1
                ? new SeeOther(page.search().asked().at(1))
                : page;
    }

    private AddPage page(Visitor.Person person, Map<String, String> query, Set<String> chosen, Trouble trouble) {
        AddSearch search = AddSearch.of(query, counties.of(person));
        return new AddPage(
                person.acting().place(),
                search,
                adding.find(
                        person,
                        search.asked().words(),
                        search.level(),
                        search.county(),
                        search.asked().offset()),
                chosen,
                trouble);
    }

    @Limited(value = "pipeline", most = 60)
    @PostMapping("/regionen/nye")
    Reply add(
            Visitor visitor,
            @RequestParam Map<String, String> query,
            @RequestParam(value = "enhet", defaultValue = "") List<String> chosen,
            @RequestParam(FormKeys.FIELD) UUID key) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        return keys.once(key, () -> {
            Set<UnitPath> units =
                    chosen.stream().flatMap(it -> UnitPath.read(it).stream()).collect(Collectors.toSet());
            if (units.isEmpty() || units.size() > Adding.MOST) {
                return page(
                        person, query, Set.copyOf(chosen), Trouble.at("enhet", "pipeline-add.which.bad", Adding.MOST));
            }
            List<JourneyId> begun = adding.add(person, key, units);
            return units.size() == 1 && begun.size() == 1
                    ? new SeeOther(PipelineSearch.LIST + "/" + begun.getFirst().value()).done(CardDone.ADDED)
                    : new SeeOther(AddSearch.PATH + "/" + key);
        });
    }

    @GetMapping("/regionen/nye/{id}")
    Page added(Visitor visitor, @PathVariable("id") UUID id) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        return new AddedPage(adding.outcome(person, id).orElseThrow(ProblemException::notFound));
    }
}
