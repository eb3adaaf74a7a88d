package no.samtidig.improvement.web.journey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The unit's journey on one page. */
@Controller
class JourneyController {
    private final Journeys journeys;
    private final Clock clock;

    JourneyController(Journeys journeys, Clock clock) {
        this.journeys = journeys;
        this.clock = clock;
    }

    @GetMapping("/enheten")
    Page journey(Visitor visitor, @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        Optional<JourneyVisit> visit = journeys.own(person, which);
        if (visit.isEmpty()
                && (which != null || !person.acting().role().permissions().contains(Permission.SEE_OWN_UNIT))) {
            throw ProblemException.notFound();
        }
        boolean staff = person.acting().role().permissions().contains(Permission.SEE_COMPLETION);
        return new JourneyPage(person.acting().place(), visit, staff, LocalDate.now(clock));
    }
}
