package no.samtidig.improvement.calibration;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.improvement.PipelineFigures;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Sentence;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * How far coaches agree, for the whole country: a region has so few that one could be told. Nothing is counted before so many have rated that
 * numbers may be told.
 */
@Component
@Order(90)
class CalibrationFigures implements PipelineFigures {
    private final Calibrations calibrations;

    CalibrationFigures(Calibrations calibrations) {
        this.calibrations = calibrations;
    }

    @Override
    public List<Figure> figures(OrganisationScope scope, LocalDate today) {
        return calibrations.agreement().stream()
                .filter(GroupAgreement::numbers)
                .findFirst()
                .map(it -> List.of(
                        new Figure(what("exact", it.half()), it.exact(), it.pairs(), 0),
                        new Figure(what("near", it.half()), it.withinOne(), it.pairs(), 0)))
                .orElse(List.of());
    }

    private static Sentence what(String which, HalfYear half) {
        return Sentence.of(
                "pipeline-figures.calibration." + which,
                Sentence.of("calibration.half." + half.half(), String.valueOf(half.year())));
    }
}
