package no.samtidig.improvement.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Stage;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.gap.GapRounds;
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

    /** Within so many weeks after a round has ended the unit meets about it. */
    private static final int WEEKS = 3;

    /** Minutes a leader needs to prepare. */
    private static final int PREPARATION = 10;

    private final Meetings meetings;
    private final GapRounds rounds;
    private final GoalsChosen chosen;
    private final Texts texts;

    MeetingPart(Meetings meetings, GapRounds rounds, GoalsChosen chosen, Texts texts) {
        this.meetings = meetings;
        this.rounds = rounds;
        this.chosen = chosen;
        this.texts = texts;
    }

    @Override
    public Optional<Section> section(JourneyVisit visit, Language language) {
        List<String> lines = new ArrayList<>();
        meetings.of(visit.journey()).stream()
                .filter(it -> !it.open())
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

    /** The newest round that is settled, where nobody has met about it yet. */
    private Optional<GapRound> waiting(JourneyVisit visit) {
        if (!visit.journey().stage().alive() || visit.journey().stage() == Stage.SUSTAINED) {
            return Optional.empty();
        }
        return rounds.of(visit.journey()).reversed().stream()
                .filter(it -> it.settled() && it.meets())
                .findFirst()
                .filter(it -> !chosen.concluded(visit.journey(), it));
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
                        it.closes().plusWeeks(WEEKS)));
    }
}
