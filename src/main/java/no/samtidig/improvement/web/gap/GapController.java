package no.samtidig.improvement.web.gap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.gap.GapForm;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.gap.GapRounds;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.Running;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What GAP is, the unit's rounds, and making one. */
@Controller
class GapController {
    private final Journeys journeys;
    private final GapRounds gap;
    private final Running running;
    private final FormKeys keys;
    private final Clock clock;

    GapController(Journeys journeys, GapRounds gap, Running running, FormKeys keys, Clock clock) {
        this.journeys = journeys;
        this.gap = gap;
        this.running = running;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping("/enheten/gap")
    Page gap(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(value = SeeOther.DONE, required = false) @Nullable String done) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which);
        return page(visit, null, Trouble.NONE, GapDone.of(done));
    }

    private GapPage page(JourneyVisit visit, GapPage.@Nullable Typed typed, Trouble trouble, @Nullable GapDone done) {
        List<GapRound> rounds = gap.of(visit.journey());
        GapRounds.Next next = gap.next(visit.journey());
        List<GapPage.Line> lines = new ArrayList<>();
        for (GapRound it : rounds.reversed()) {
            lines.add(new GapPage.Line(
                    it, visit.leads() ? running.find(visit.person(), GapRounds.PURPOSE, it.id()) : Optional.empty()));
        }
        return new GapPage(
                visit,
                visit.person().acting().role().permissions().contains(Permission.SEE_COMPLETION),
                lines,
                next,
                typed == null ? suggested(rounds, next) : typed,
                trouble,
                done,
                LocalDate.now(clock));
    }

    /** The next round as the last one was, on the day that fits. */
    private static GapPage.Typed suggested(List<GapRound> rounds, GapRounds.Next next) {
        String residential = rounds.isEmpty() ? "" : rounds.getLast().residential() ? "ja" : "nei";
        String opens =
                switch (next) {
                    case GapRounds.Next.Ready ready -> ready.opens().toString();
                    case GapRounds.Next.Waits _ -> "";
                };
        return new GapPage.Typed(GapForm.FULL.code(), residential, opens);
    }

    @PostMapping("/enheten/gap")
    Reply make(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(FormKeys.FIELD) UUID key,
            @RequestParam(value = "utgave", defaultValue = "") String form,
            @RequestParam(value = "dogn", defaultValue = "") String residential,
            @RequestParam(value = "apner", defaultValue = "") String opens,
            Language language) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER);
        GapPage.Typed typed = new GapPage.Typed(form, residential, opens);
        return keys.once(key, () -> made(visit, new RoundId(key), typed, language));
    }

    private Reply made(JourneyVisit visit, RoundId id, GapPage.Typed typed, Language language) {
        boolean waiting = typed.form().equals(GapPage.WAITING);
        GapForm form = waiting ? GapForm.BRIEF : GapForm.of(typed.form()).orElseThrow(ProblemException::notFound);
        if (!typed.residential().equals("ja") && !typed.residential().equals("nei")) {
            return page(visit, typed, Trouble.at("dogn", "gap.flaw.residential"), null);
        }
        boolean residential = typed.residential().equals("ja");
        GapRounds.Made done = waiting
                ? gap.measureWaiting(visit, id, residential, day(typed.opens()))
                : gap.make(visit, id, form, residential, day(typed.opens()));
        return switch (done) {
            case GapRounds.Made.Done _ -> new SeeOther(visit.at(GapPage.PATH)).done(GapDone.MADE);
            case GapRounds.Made.Waits it ->
                page(visit, typed, Trouble.whole("gap.waits." + it.why().code()), null);
            case GapRounds.Made.Holiday it ->
                page(visit, typed, Trouble.at("apner", "gap.flaw.holiday", language.date(it.instead())), null);
            case GapRounds.Made.BadDay _ -> page(visit, typed, Trouble.at("apner", "gap.flaw.day"), null);
            case GapRounds.Made.Nobody _ -> page(visit, typed, Trouble.whole("gap.flaw.nobody"), null);
        };
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
