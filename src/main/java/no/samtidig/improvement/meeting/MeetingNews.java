package no.samtidig.improvement.meeting;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.PipelineFigures;
import no.samtidig.improvement.PipelineNews;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Norway;
import no.samtidig.platform.Sentence;
import org.springframework.stereotype.Component;

/** What results meetings tell the region: which are to be held, those that were, and how soon units met. */
@Component
class MeetingNews implements PipelineNews, PipelineFigures {
    /** Within so many weeks after a round has ended the unit meets about it. */
    static final int WEEKS = 3;

    private final WaitingMeetingStore waiting;
    private final MeetingStore meetings;

    MeetingNews(WaitingMeetingStore waiting, MeetingStore meetings) {
        this.waiting = waiting;
        this.meetings = meetings;
    }

    /** The last day of the three weeks. */
    static LocalDate due(WaitingMeetingStore.Waiting it) {
        return it.closes().plusWeeks(WEEKS);
    }

    @Override
    public List<Ahead> ahead(OrganisationScope scope, LocalDate today) {
        return waiting.of(scope).stream()
                .filter(WaitingMeetingStore.Waiting::toBeHeld)
                .map(it -> new Ahead(
                        it.journey(),
                        Kind.DUE,
                        due(it),
                        Sentence.of("meeting.part.hold"),
                        "/enheten/mote?" + JourneyVisit.WHICH + "="
                                + it.journey().value()))
                .toList();
    }

    @Override
    public List<Done> done(Journey journey) {
        return meetings.of(journey.id()).stream()
                .filter(Meeting::concluded)
                .map(it -> new Done(
                        it.began().atZoneSameInstant(Norway.ZONE).toLocalDate(), Sentence.of("meeting.news.held")))
                .toList();
    }

    @Override
    public List<Figure> figures(OrganisationScope scope, LocalDate today) {
        WaitingMeetingStore.Held held = waiting.held(scope, WEEKS, today);
        return List.of(new Figure(Sentence.of("meeting.figure", WEEKS), held.soon(), held.due(), held.unknown()));
    }
}
