package no.samtidig.improvement.web.pipeline;

import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.pipeline.Coverages;
import no.samtidig.platform.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Municipalities and health trusts reached and not. */
@Controller
class RegionCoverageController {
    private final Coverages coverages;
    private final RegionCounties counties;

    RegionCoverageController(Coverages coverages, RegionCounties counties) {
        this.coverages = coverages;
        this.counties = counties;
    }

    @GetMapping("/regionen/dekning")
    Page coverage(Visitor visitor) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        return new CoveragePage(person.acting().place(), coverages.of(person, counties.of(person)));
    }
}
