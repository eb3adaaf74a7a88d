package no.samtidig.improvement.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Milestone;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.gap.GapRounds;
import no.samtidig.improvement.gap.LastMeeting;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Language;
import no.samtidig.platform.Norway;
import no.samtidig.platform.Texts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The results meeting on the unit's page: the last one, and the one that is to be held. */
@Component
@Order(50)
class MeetingPart implements JourneyPart {
    private static final String PATH = "/enheten/mote";

    /** Minutes a leader needs to prepare. */
    private static final int PREPARATION = 10;

    private final Meetings meetings;
    private final GapRounds rounds;
    private final LastMeeting chosen;
    private final WaitingMeetingStore waiting;
    private final Texts texts;

    MeetingPart(Meetings meetings, GapRounds rounds, LastMeeting chosen, WaitingMeetingStore waiting, Texts texts) {
        this.meetings = meetings;
        this.rounds = rounds;
        this.chosen = chosen;
        this.waiting = waiting;
        this.texts = texts;
    }

    @Override
    public Optional<Section> section(JourneyVisit visit, Language language) {
        List<String> lines = new ArrayList<>();
        meetings.of(visit.journey()).stream()
                .filter(Meeting::concluded)
                .findFirst()
                .ifPresent(it -> lines.add(texts.text(language, "meeting.part.last", language.date(day(it)))));
        waiting(visit).ifPresent(it -> lines.add(texts.text(language, "meeting.part.waits")));
        boolean runs = visit.leads() || visit.coaches();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        texts.text(language, "meeting.title"),
                        lines,
                        runs ? new Way(texts.text(language, "meeting.part.go"), visit.at(PATH)) : null));
    }

    private static LocalDate day(Meeting meeting) {
        return meeting.began().atZoneSameInstant(Norway.ZONE).toLocalDate();
    }

    /** The newest round that is settled, where nobody has met about it yet: the same as the region is told. */
    private Optional<WaitingMeetingStore.Waiting> waiting(JourneyVisit visit) {
        return waiting.of(new OrganisationScope(List.of(visit.journey().unit()))).stream()
                .filter(it -> it.journey().equals(visit.journey().id()) && it.toBeHeld())
                .findFirst();
    }

    @Override
    public Optional<Step> next(JourneyVisit visit, Language language) {
        if (!visit.leads()) {
            return Optional.empty();
        }
        return waiting(visit)
                .map(it -> new Step(
                        texts.text(language, "meeting.part.hold"),
                        texts.text(language, "meeting.part.hold.text"),
                        PREPARATION,
                        new Way(texts.text(language, "meeting.part.go"), visit.at(PATH)),
                        MeetingNews.due(it)));
    }

    /** A milestone with a round is done when the unit has met about it. */
    @Override
    public List<Station> stations(JourneyVisit visit) {
        if (!visit.journey().stage().alive()) {
            return List.of();
        }
        List<Meeting> held = meetings.of(visit.journey());
        return rounds.of(visit.journey()).stream()
                .filter(it -> it.occasion() > 0 && it.settled())
                .flatMap(round -> Arrays.stream(Milestone.values())
                        .filter(it -> it.month() == round.occasion())
                        .map(it -> station(visit, it, round, held)))
                .toList();
    }

    private Station station(JourneyVisit visit, Milestone which, GapRound round, List<Meeting> held) {
        if (!chosen.concluded(visit.journey(), round)) {
            return new Station(which, round.closes().plusWeeks(MeetingNews.WEEKS), false);
        }
        LocalDate day = held.stream()
                .filter(it -> !it.open() && it.month() == round.occasion())
                .findFirst()
                .map(MeetingPart::day)
                .orElse(round.closes());
        return new Station(which, day, true);
    }
}
