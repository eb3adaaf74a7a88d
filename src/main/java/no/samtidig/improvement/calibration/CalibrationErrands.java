package no.samtidig.improvement.calibration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.samtidig.access.Errand;
import no.samtidig.access.Errands;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import org.springframework.stereotype.Component;

/** A coach who has not rated the two fictional units of the half-year is asked to, from its third month on. */
@Component
class CalibrationErrands implements Errands {
    private final Calibrations calibrations;
    private final Texts texts;
    private final Clock clock;

    CalibrationErrands(Calibrations calibrations, Texts texts, Clock clock) {
        this.calibrations = calibrations;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Errand> of(Visitor.Person person, Language language) {
        HalfYear half = calibrations.now();
        if (!person.acting().role().permissions().contains(Permission.RUN_PIPELINE)
                || LocalDate.now(clock).isBefore(half.asked())
                || calibrations.done(half, person.account())) {
            return List.of();
        }
        return List.of(new Errand(
                texts.text(language, "calibration.errand"),
                texts.text(language, "calibration.errand.text"),
                texts.text(language, "calibration.errand.action"),
                "/regionen/veiledning/ovelse",
                half.last()));
    }
}
