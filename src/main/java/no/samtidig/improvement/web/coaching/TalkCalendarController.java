package no.samtidig.improvement.web.coaching;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.access.Permission;
import no.samtidig.access.Visitor;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Journeys;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.coaching.Agenda;
import no.samtidig.improvement.coaching.Coaching;
import no.samtidig.improvement.coaching.Talk;
import no.samtidig.improvement.coaching.TalkCalendar;
import no.samtidig.improvement.coaching.TalkId;
import no.samtidig.improvement.coaching.Theme;
import no.samtidig.platform.Download;
import no.samtidig.platform.Language;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.PublicAddress;
import no.samtidig.platform.Reply;
import no.samtidig.platform.Texts;
import no.samtidig.platform.web.Limited;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Talks for the calendar of whoever takes part. What was agreed in them does not stand there. */
@Controller
class TalkCalendarController {
    private static final String TYPE = "text/calendar; charset=utf-8";

    private final Journeys journeys;
    private final Coaching coaching;
    private final PublicAddress address;
    private final Texts texts;
    private final Clock clock;

    TalkCalendarController(Journeys journeys, Coaching coaching, PublicAddress address, Texts texts, Clock clock) {
        this.journeys = journeys;
        this.coaching = coaching;
        this.address = address;
        this.texts = texts;
        this.clock = clock;
    }

    @Limited(value = "file", most = 60)
    @GetMapping("/enheten/veiledning.ics")
    Reply all(
            Visitor visitor,
            Language language,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        return file("veiledning.ics", visit, coaching.of(visit.journey()), language);
    }

    @Limited(value = "file", most = 60)
    @GetMapping("/enheten/veiledning/{id}/kalender.ics")
    Reply one(
            Visitor visitor,
            Language language,
            @PathVariable("id") UUID id,
            @RequestParam(value = JourneyVisit.WHICH, required = false) @Nullable String which) {
        Visitor.Person person = visitor.require(Permission.SEE_JOURNEY);
        JourneyVisit visit = journeys.visit(person, which).as(Part.LEADER, Part.COACH);
        Talk talk = coaching.find(visit.journey(), new TalkId(id)).orElseThrow(ProblemException::notFound);
        return file("veiledning-" + talk.day() + ".ics", visit, List.of(talk), language);
    }

    private Download file(String name, JourneyVisit visit, List<Talk> talks, Language language) {
        return new Download(
                name,
                TYPE,
                TalkCalendar.file(
                        talks.stream().map(it -> entry(visit, it, language)).toList(), clock.instant()));
    }

    private TalkCalendar.Entry entry(JourneyVisit visit, Talk talk, Language language) {
        String agenda = Arrays.stream(Agenda.values())
                .map(it -> it.from() + "–" + it.until() + " " + texts.text(language, "talk-agenda." + it.code()))
                .collect(Collectors.joining("\n"));
        String link = address.of(visit.at(CoachingPage.path(talk)));
        return new TalkCalendar.Entry(
                talk,
                texts.text(language, "talks.calendar.title", visit.unit().name()),
                texts.text(language, "talk-theme." + Theme.of(talk.number()).code()) + "\n" + agenda + "\n" + link,
                link);
    }
}
