package no.samtidig.improvement.web.calibration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.calibration.Calibrations;
import no.samtidig.improvement.calibration.HalfYear;
import no.samtidig.improvement.calibration.PracticeUnit;
import no.samtidig.improvement.fidelity.Anchor;
import no.samtidig.improvement.fidelity.Anchors;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A coach rates the two fictional units of the half-year, each once, and then sees the key and how far the group agrees. */
@Controller
class CalibrationController {
    private final Calibrations calibrations;
    private final Anchors anchors;

    CalibrationController(Calibrations calibrations, Anchors anchors) {
        this.calibrations = calibrations;
        this.anchors = anchors;
    }

    @GetMapping("/regionen/veiledning/ovelse")
    Page exercise(Visitor visitor, @RequestParam(value = SeeOther.DONE, defaultValue = "") String done) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        HalfYear half = calibrations.now();
        return new ExercisePage(
                person.acting().place(),
                half,
                calibrations.units(half),
                calibrations.own(half, person.account()),
                anchors,
                calibrations.agreement(),
                done.equals(ExercisePage.RATED));
    }

    @GetMapping("/regionen/veiledning/ovelse/{enhet}")
    Reply unit(Visitor visitor, @PathVariable("enhet") String id) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        PracticeUnit unit = find(id);
        if (calibrations.own(calibrations.now(), person.account()).containsKey(unit.id())) {
            return new SeeOther(ExercisePage.PATH);
        }
        return page(unit, Map.of(), Trouble.NONE);
    }

    @PostMapping("/regionen/veiledning/ovelse/{enhet}")
    Reply rate(
            Visitor visitor,
            Language language,
            @PathVariable("enhet") String id,
            @RequestParam Map<String, String> typed) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        PracticeUnit unit = find(id);
        Map<String, Integer> levels = new LinkedHashMap<>();
        Trouble trouble = Trouble.NONE;
        for (Anchor it : anchors.whole()) {
            String field = RateUnitPage.LEVEL + it.id();
            String level = typed.getOrDefault(field, "");
            if (RateUnitPage.LEVELS.contains(level)) {
                levels.put(it.id(), Integer.valueOf(level));
            } else {
                trouble = trouble.and(
                        field, "fidelity.rate.no-level", it.name().in(language).value());
            }
        }
        if (trouble.any()) {
            return page(unit, levels, trouble);
        }
        return switch (calibrations.rate(person.account(), unit, levels)) {
            case DONE, ALREADY -> new SeeOther(ExercisePage.PATH).done(ExercisePage.RATED);
            case NOT_WHOLE -> throw ProblemException.notFound();
        };
    }

    private RateUnitPage page(PracticeUnit unit, Map<String, Integer> levels, Trouble trouble) {
        List<PracticeUnit> units = calibrations.units(calibrations.now());
        return new RateUnitPage(unit, units.indexOf(unit) + 1, units.size(), anchors, levels, trouble);
    }

    private PracticeUnit find(String id) {
        return calibrations.units(calibrations.now()).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }
}
