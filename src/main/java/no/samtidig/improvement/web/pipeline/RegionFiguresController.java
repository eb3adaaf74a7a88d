package no.samtidig.improvement.web.pipeline;

import java.time.Clock;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.pipeline.Numbers;
import no.samtidig.improvement.pipeline.Split;
import no.samtidig.platform.Page;
import no.samtidig.platform.code.Coded;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The region's numbers, each with what it is out of. */
@Controller
class RegionFiguresController {
    private final Numbers numbers;
    private final RegionCounties counties;
    private final Clock clock;

    RegionFiguresController(Numbers numbers, RegionCounties counties, Clock clock) {
        this.numbers = numbers;
        this.counties = counties;
        this.clock = clock;
    }

    @GetMapping("/regionen/tall")
    Page figures(Visitor visitor, @RequestParam(value = "etter", defaultValue = "") String by) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        Split split = Coded.of(Split.class, by).orElse(Split.LEVEL);
        return new FiguresPage(
                person.acting().place(), numbers.of(person, split, counties.of(person)), split, clock.instant());
    }
}
