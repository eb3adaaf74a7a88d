package no.samtidig.improvement.web.steering;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.HoldReason;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.platform.Reply;
import no.samtidig.platform.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A journey on hold: with an end, twelve weeks at most. */
@Controller
class HoldController {
    private final Journeys journeys;
    private final Clock clock;

    HoldController(Journeys journeys, Clock clock) {
        this.journeys = journeys;
        this.clock = clock;
    }

    @GetMapping("/enheten/vent")
    Reply hold(Visitor visitor, @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        return visit.journey().stage().alive()
                ? new HoldPage(visit, LocalDate.now(clock), "", "", Trouble.NONE)
                : Steered.to(visit, "meanwhile");
    }

    @PostMapping("/enheten/vent")
    Reply begin(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = "revisjon", defaultValue = "-1") int revision,
            @RequestParam(value = "grunn", defaultValue = "") String reason,
            @RequestParam(value = "til", defaultValue = "") String until) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        LocalDate today = LocalDate.now(clock);
        Optional<HoldReason> why = HoldReason.of(reason).filter(it -> it != HoldReason.NEW_LEADER);
        Optional<LocalDate> last = day(until);
        Trouble trouble = why.isEmpty() ? Trouble.at("grunn", "hold.trouble.reason") : Trouble.NONE;
        if (last.isEmpty()) {
            trouble = trouble.and("til", "hold.trouble.day");
        } else if (last.get().isBefore(today) || last.get().isAfter(today.plusWeeks(Journey.LONGEST_HOLD_WEEKS))) {
            trouble = trouble.and("til", "hold.trouble.weeks", Journey.LONGEST_HOLD_WEEKS);
        }
        if (trouble.any()) {
            return new HoldPage(visit, today, reason, until, trouble);
        }
        if (!visit.journey().stage().alive() || visit.journey().revision() != revision) {
            return Steered.to(visit, "meanwhile");
        }
        return keep(visit, new Journey.Hold(today, last.orElseThrow(), why.orElseThrow()), "held");
    }

    @PostMapping("/enheten/vent/slutt")
    Reply end(Visitor visitor, @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        return visit.journey().hold() == null ? Steered.to(visit, "hold-ended") : keep(visit, null, "hold-ended");
    }

    private Reply keep(JourneyVisit visit, Journey.@Nullable Hold hold, String done) {
        return switch (journeys.keep(visit.journey().on(hold), visit.person().account())) {
            case DONE -> Steered.to(visit, done);
            case MEANWHILE, NOT_FROM_HERE, NO_REASON, BAD_DAYS -> Steered.to(visit, "meanwhile");
        };
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
