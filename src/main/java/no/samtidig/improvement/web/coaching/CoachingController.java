package no.samtidig.improvement.web.coaching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.PersonNames;
import no.samtidig.improvement.coaching.Coaching;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.mail.Daytime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The talks of a journey, and planning them. */
@Controller
class CoachingController {
    private static final int DAYS_TO_THE_FIRST = 14;

    private final Journeys journeys;
    private final Coaching coaching;
    private final PersonNames names;
    private final FormKeys keys;
    private final Clock clock;

    CoachingController(Journeys journeys, Coaching coaching, PersonNames names, FormKeys keys, Clock clock) {
        this.journeys = journeys;
        this.coaching = coaching;
        this.names = names;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping("/enheten/veiledning")
    Page talks(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH, Part.STAFF, Part.COUNCIL);
        return page(visit, first().toString(), "13:00", CoachingDone.read(done), Trouble.NONE);
    }

    private LocalDate first() {
        LocalDate day = LocalDate.now(clock).plusDays(DAYS_TO_THE_FIRST);
        while (!Daytime.working(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private CoachingPage page(
            JourneyVisit visit, String first, String starts, Optional<CoachingDone> done, Trouble trouble) {
        return new CoachingPage(
                visit,
                coaching.of(visit.journey()),
                names.name(visit.journey().coach()),
                first,
                starts,
                done,
                visit.person().acting().role().permissions().contains(Permission.SEE_COMPLETION),
                LocalDate.now(clock),
                trouble);
    }

    @PostMapping("/enheten/veiledning/plan")
    Reply plan(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(FormKeys.FIELD) UUID key,
            @RequestParam(value = "forste", defaultValue = "") String first,
            @RequestParam(value = "tid", defaultValue = "") String starts) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Optional<LocalDate> day = TalkForm.day(first);
        Optional<LocalTime> time = TalkForm.time(starts);
        if (day.isEmpty() || time.isEmpty()) {
            Trouble trouble = day.isEmpty() ? Trouble.at("forste", "talks.flaw.bad-day") : Trouble.NONE;
            return page(
                    visit,
                    first,
                    starts,
                    Optional.empty(),
                    time.isEmpty() ? trouble.and("tid", "talks.flaw.bad-time") : trouble);
        }
        return keys.once(key, () -> switch (coaching.plan(visit.journey(), day.get(), time.get(), person.account())) {
            case DONE -> to(visit, CoachingDone.PLANNED);
            case BAD_DAY -> page(visit, first, starts, Optional.empty(), Trouble.at("forste", "talks.flaw.bad-day"));
            case ALREADY, NOT_NOW, MEANWHILE -> to(visit, CoachingDone.NOTHING);
        });
    }

    @PostMapping("/enheten/veiledning/rytme")
    Reply more(Visitor visitor, @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        return to(visit, CoachingDone.MORE.where(coaching.more(visit.journey(), person.account())));
    }

    private static SeeOther to(JourneyVisit visit, CoachingDone done) {
        return new SeeOther(visit.at("/enheten/veiledning")).done(done);
    }
}
