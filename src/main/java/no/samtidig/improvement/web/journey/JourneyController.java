package no.samtidig.improvement.web.journey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyMove;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.PersonNames;
import no.samtidig.improvement.onboarding.NewStaff;
import no.samtidig.learning.Completions;
import no.samtidig.learning.StaffCompletion;
import no.samtidig.platform.Language;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The unit's journey on one page. */
@Controller
class JourneyController {
    private final Journeys journeys;
    private final ObjectProvider<JourneyPart> parts;
    private final Completions completions;
    private final NewStaff newStaff;
    private final PersonNames names;
    private final Clock clock;

    JourneyController(
            Journeys journeys,
            ObjectProvider<JourneyPart> parts,
            Completions completions,
            NewStaff newStaff,
            PersonNames names,
            Clock clock) {
        this.journeys = journeys;
        this.parts = parts;
        this.completions = completions;
        this.newStaff = newStaff;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/enheten")
    Reply journey(
            Visitor visitor,
            Language language,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        if (which == null && may(person, Permission.RUN_PIPELINE)) {
            return new SeeOther("/regionen"); // who follows many units begins there
        }
        Optional<JourneyVisit> visit = journeys.own(person, which);
        if (visit.isEmpty() && (which != null || !may(person, Permission.SEE_OWN_UNIT))) {
            throw ProblemException.notFound();
        }
        LocalDate today = LocalDate.now(clock);
        Optional<Journey> journey = visit.map(JourneyVisit::journey);
        List<JourneyMove> moves = journey.map(journeys::moves).orElse(List.of());
        return new JourneyPage(
                person.acting().place(),
                visit,
                may(person, Permission.SEE_COMPLETION),
                moves,
                visit.map(it -> new JourneyLine(
                        it.journey(),
                        moves,
                        parts.orderedStream()
                                .flatMap(part -> part.stations(it).stream())
                                .toList(),
                        today)),
                sections(visit, true, language),
                sections(visit, false, language),
                visit.stream()
                        .flatMap(it -> parts.orderedStream().flatMap(part -> part.next(it, language).stream()))
                        .toList(),
                visit.filter(JourneyVisit::leads).map(this::numbers),
                journey.flatMap(it -> names.name(it.coach())),
                JourneyDone.of(done),
                today);
    }

    /** What the rooms tell, before the line of time or after it. */
    private List<JourneyPart.Section> sections(Optional<JourneyVisit> visit, boolean first, Language language) {
        return visit.stream()
                .flatMap(it -> parts.orderedStream()
                        .filter(part -> part.first(it) == first)
                        .flatMap(part -> part.section(it, language).stream()))
                .toList();
    }

    /** The names stand on the page, folded: it is a look, and the log says so. */
    private StaffNumbers numbers(JourneyVisit visit) {
        List<StaffCompletion> staff = completions.ofStaff(visit.person(), Completions.Look.SEEN);
        return StaffNumbers.of(
                staff,
                newStaff.among(visit.person(), visit.journey(), staff),
                visit.person().account());
    }

    private static boolean may(Visitor.Person person, Permission permission) {
        return person.acting().role().permissions().contains(permission);
    }
}
