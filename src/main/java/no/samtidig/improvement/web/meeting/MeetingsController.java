package no.samtidig.improvement.web.meeting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.meeting.Meeting;
import no.samtidig.improvement.meeting.MeetingId;
import no.samtidig.improvement.meeting.Meetings;
import no.samtidig.improvement.result.GapResult;
import no.samtidig.improvement.result.SettledGap;
import no.samtidig.improvement.result.SettledGaps;
import no.samtidig.platform.FormKeys;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.web.Limited;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Before and after a results meeting: beginning one, its script, and the cards. */
@Controller
class MeetingsController {
    private static final List<String> MINUTES = List.of("60", "30");

    private final Journeys journeys;
    private final Meetings meetings;
    private final SettledGaps rounds;
    private final StagePages pages;
    private final FormKeys keys;

    MeetingsController(Journeys journeys, Meetings meetings, SettledGaps rounds, StagePages pages, FormKeys keys) {
        this.journeys = journeys;
        this.meetings = meetings;
        this.rounds = rounds;
        this.pages = pages;
        this.keys = keys;
    }

    @GetMapping("/enheten/mote")
    Page meetings(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            Language language) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        return page(visit, language, Trouble.NONE);
    }

    @Limited(value = "meeting", most = 30)
    @PostMapping("/enheten/mote")
    Reply begin(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @RequestParam(FormKeys.FIELD) UUID key,
            @RequestParam(value = "lengde", defaultValue = "") String minutes,
            Language language) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        return keys.once(key, () -> {
            if (!visit.journey().stage().alive()) {
                return page(visit, language, Trouble.whole("meeting.ended"));
            }
            Optional<SettledGap> round = rounds.newest(visit.journey());
            if (round.isEmpty()) {
                return page(visit, language, Trouble.whole("meeting.none"));
            }
            if (!MINUTES.contains(minutes)) {
                return page(visit, language, Trouble.at("lengde", "meeting.minutes.trouble"));
            }
            MeetingId id =
                    meetings.begin(visit.journey(), round.get().month(), Integer.parseInt(minutes), person.account());
            return new SeeOther(visit.at("/enheten/mote/" + id.value()));
        });
    }

    private MeetingsPage page(JourneyVisit visit, Language language, Trouble trouble) {
        List<Meeting> all = meetings.of(visit.journey());
        Optional<SettledGap> round = rounds.newest(visit.journey());
        return new MeetingsPage(
                visit,
                all.stream().filter(Meeting::open).findFirst(),
                all.stream().filter(it -> !it.open()).toList(),
                round.map(SettledGap::month),
                round.filter(it -> it.asked() < Meeting.SMALL).isPresent() ? 30 : 60,
                it -> pages.name(it, language),
                visit.person().acting().role().permissions().contains(Permission.SEE_COMPLETION),
                trouble);
    }

    @GetMapping("/enheten/mote/kort")
    Page cards(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            Language language) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        return new CardsPage(
                visit,
                pages.cards(language),
                pages.areas(language).stream().map(StagePage.Area::name).toList());
    }

    @GetMapping("/enheten/mote/{id}/manus")
    Page script(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @PathVariable String id) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Meeting meeting = pages.meeting(visit, id);
        boolean few = rounds.of(visit.journey(), meeting.month())
                .filter(it -> it.answers().size() < GapResult.SHOWN)
                .isPresent();
        return new ScriptPage(visit, meeting, few);
    }
}
