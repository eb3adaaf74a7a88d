package no.samtidig.improvement.web.coaching;

import java.time.Clock;
import java.time.LocalDate;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.calibration.Calibrations;
import no.samtidig.improvement.calibration.HalfYear;
import no.samtidig.improvement.coaching.CoachTalks;
import no.samtidig.platform.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The coach's own page: talks of this week and the next over all units, and the exercise in rating alike. */
@Controller
class CoachRoomController {
    private final CoachTalks talks;
    private final Calibrations calibrations;
    private final Clock clock;

    CoachRoomController(CoachTalks talks, Calibrations calibrations, Clock clock) {
        this.talks = talks;
        this.calibrations = calibrations;
        this.clock = clock;
    }

    @GetMapping("/regionen/veiledning")
    Page room(Visitor visitor) {
        Visitor.Person person = visitor.require(Permission.RUN_PIPELINE);
        HalfYear half = calibrations.now();
        return new CoachRoomPage(
                person.acting().place(),
                talks.of(person),
                half,
                calibrations.done(half, person.account()),
                LocalDate.now(clock));
    }
}
