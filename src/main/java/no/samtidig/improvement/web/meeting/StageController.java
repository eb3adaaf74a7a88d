package no.samtidig.improvement.web.meeting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.meeting.Meeting;
import no.samtidig.improvement.meeting.Meetings;
import no.samtidig.improvement.meeting.Paper;
import no.samtidig.improvement.meeting.Programme;
import no.samtidig.improvement.meeting.Standing;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Reply;
import no.samtidig.platform.SeeOther;
import no.samtidig.platform.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The shared screen of a results meeting, and what is pressed on it. */
@Controller
class StageController {
    private static final String PAPER = "papir";
    private static final String ROOM = "rom";

    private final Journeys journeys;
    private final Meetings meetings;
    private final StagePages pages;

    StageController(Journeys journeys, Meetings meetings, StagePages pages) {
        this.journeys = journeys;
        this.meetings = meetings;
        this.pages = pages;
    }

    @GetMapping("/enheten/mote/{id}")
    Page stage(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @PathVariable String id,
            Language language) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        return pages.of(visit, pages.meeting(visit, id), language);
    }

    /** What the screen asks for every few seconds: how many phones have joined, and how many have voted. */
    @GetMapping("/enheten/mote/{id}/stand")
    ResponseEntity<String> standing(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @PathVariable String id) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Standing standing = meetings.standing(pages.meeting(visit, id));
        String told = standing.joined() + " " + standing.voted();
        return ResponseEntity.ok()
                .eTag("\"" + told.replace(' ', '-') + "\"")
                .contentType(MediaType.TEXT_PLAIN)
                .body(told);
    }

    @PostMapping("/enheten/mote/{id}/stemming")
    Reply vote(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            Language language) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Meeting meeting = pages.meeting(visit, id);
        if ("apne".equals(form.get("hva"))) {
            Optional<OptionalInt> room = room(form);
            if (room.isEmpty()) {
                return refused(visit, meeting, language, Trouble.at(ROOM, "meeting.room.trouble"));
            }
            if (!meetings.openVote(visit.journey(), meeting, room.get())) {
                return refused(visit, meeting, language, Trouble.whole("meeting.vote.once"));
            }
            return step(visit, meeting, Programme.Step.VOTE);
        }
        if ("igjen".equals(form.get("hva"))) {
            meetings.voteAgain(visit.journey(), meeting, person.account());
            return step(visit, meeting, Programme.Step.VOTE);
        }
        if ("lukk".equals(form.get("hva"))) {
            return close(visit, meeting, form, language);
        }
        throw ProblemException.notFound(); // no form of ours sends anything else
    }

    private Reply close(JourneyVisit visit, Meeting meeting, Map<String, String> form, Language language) {
        List<String> areas =
                pages.areas(language).stream().map(StagePage.Area::id).toList();
        Optional<Paper> paper = paper(form, areas);
        Optional<OptionalInt> room = room(form);
        if (room.isEmpty()) {
            return refused(visit, meeting, language, Trouble.at(ROOM, "meeting.room.trouble"));
        }
        Trouble impossible = Trouble.at(PAPER, "meeting.paper.trouble");
        if (paper.isEmpty()) {
            return refused(visit, meeting, language, impossible);
        }
        return switch (meetings.closeVote(
                visit.journey(),
                meeting,
                areas,
                paper.get(),
                room.get(),
                visit.person().account())) {
            case DONE, ALREADY -> step(visit, meeting, Programme.Step.GROUPS);
            case TOLD -> refused(visit, meeting, language, Trouble.whole("meeting.vote.once"));
            case FEW_PHONES -> refused(visit, meeting, language, Trouble.at(PAPER, "meeting.paper.few-phones"));
            case IMPOSSIBLE -> refused(visit, meeting, language, impossible);
            case MORE_THAN_ROOM ->
                refused(
                        visit,
                        pages.meeting(visit, meeting.id().value().toString()),
                        language,
                        Trouble.at(
                                ROOM,
                                "meeting.room.more",
                                meetings.standing(meeting).voted() + paper.get().voters(),
                                room.get().orElse(0)));
        };
    }

    private Reply refused(JourneyVisit visit, Meeting meeting, Language language, Trouble trouble) {
        return pages.of(visit, meeting, language, StagePage.Typed.NOTHING, trouble);
    }

    /** How many in the room may vote; empty where it is no number from 1 to {@link Paper#MOST}. */
    private static Optional<OptionalInt> room(Map<String, String> form) {
        return number(form.getOrDefault(ROOM, ""))
                .filter(it -> it <= Paper.MOST)
                .map(it -> it == 0 ? OptionalInt.empty() : OptionalInt.of(it));
    }

    /** Empty where something is no number. */
    private static Optional<Paper> paper(Map<String, String> form, List<String> areas) {
        Optional<Integer> voters = number(form.getOrDefault(PAPER, ""));
        Map<String, Integer> votes = new LinkedHashMap<>();
        for (String area : areas) {
            Optional<Integer> here = number(form.getOrDefault(PAPER + "-" + area, ""));
            if (here.isEmpty()) {
                return Optional.empty();
            }
            votes.put(area, here.get());
        }
        return voters.map(it -> new Paper(it, votes));
    }

    private static Optional<Integer> number(String typed) {
        String digits = typed.strip();
        if (digits.isEmpty()) {
            return Optional.of(0);
        }
        return digits.length() <= 3 && digits.chars().allMatch(it -> it >= '0' && it <= '9')
                ? Optional.of(Integer.parseInt(digits))
                : Optional.empty();
    }

    @PostMapping("/enheten/mote/{id}/leder")
    Reply leader(
            Visitor visitor,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which,
            @PathVariable String id,
            @RequestParam(value = "svar", defaultValue = "") String answer,
            @RequestParam(value = "omrade", defaultValue = "") String area,
            @RequestParam(value = "grunn", defaultValue = "") String reason,
            Language language) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Meeting meeting = pages.meeting(visit, id);
        if ("ja".equals(answer)) {
            meetings.give(meeting, area);
            return step(visit, meeting, Programme.Step.LEADER);
        }
        Trouble trouble = DeclineForm.trouble(pages.areas(language), area, reason.strip());
        if (!trouble.any() && !meetings.decline(visit.journey(), meeting, area, reason.strip(), person.account())) {
            trouble = Trouble.at("nei", "meeting.leader.once");
        }
        return trouble.any()
                ? pages.of(visit, meeting, language, new StagePage.Typed(area, reason), trouble)
                : step(visit, meeting, Programme.Step.LEADER);
    }

    private static SeeOther step(JourneyVisit visit, Meeting meeting, Programme.Step step) {
        return new SeeOther(visit.at("/enheten/mote/" + meeting.id().value())).at("steg-" + step.code());
    }
}
