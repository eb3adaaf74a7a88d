package no.samtidig.improvement.gap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.Milestone;
import no.samtidig.improvement.Stage;
import no.samtidig.platform.Language;
import no.samtidig.platform.Texts;
import no.samtidig.survey.Round;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** GAP rounds on the unit's page: one that is open, the next one, and the days of those that were held. */
@Component
@Order(40)
class GapPart implements JourneyPart {
    private static final String PATH = "/enheten/gap";

    /** So many days before it can open the next round is told of. */
    static final int AHEAD = 30;

    /** Minutes a leader needs to open a round. */
    private static final int PREPARATION = 5;

    private final GapRounds rounds;
    private final Texts texts;
    private final Clock clock;

    GapPart(GapRounds rounds, Texts texts, Clock clock) {
        this.rounds = rounds;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public Optional<Section> section(JourneyVisit visit, Language language) {
        Optional<String> open =
                open(visit).map(it -> texts.text(language, "gap.part.open", language.date(it.closes())));
        Optional<String> next = soon(visit).map(it -> texts.text(language, "gap.part.next", language.date(it)));
        List<String> lines = Stream.concat(open.stream(), next.stream()).toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        texts.text(language, "gap.title"),
                        lines,
                        new Way(texts.text(language, "gap.part.go"), visit.at(PATH))));
    }

    /** Before the unit is anchored its checklist comes first, in which the days of the first round are one point. */
    @Override
    public Optional<Step> next(JourneyVisit visit, Language language) {
        return visit.leads() && visit.journey().stage() != Stage.AGREED
                ? soon(visit)
                        .map(it -> new Step(
                                texts.text(language, "gap.part.hold"),
                                texts.text(language, "gap.part.hold.text"),
                                PREPARATION,
                                new Way(texts.text(language, "gap.part.go"), visit.at(PATH)),
                                it.isAfter(LocalDate.now(clock)) ? it : null))
                : Optional.empty();
    }

    @Override
    public List<Station> stations(JourneyVisit visit) {
        return rounds.of(visit.journey()).stream()
                .filter(it -> it.occasion() > 0 && it.state() != Round.State.DRAFT)
                .flatMap(it -> Arrays.stream(Milestone.values())
                        .filter(milestone -> milestone.month() == it.occasion())
                        .map(milestone -> new Station(milestone, it.closes(), it.settled())))
                .toList();
    }

    private Optional<GapRound> open(JourneyVisit visit) {
        return rounds.current(visit.journey()).filter(it -> it.state() == Round.State.OPEN);
    }

    /** The day the next round can open, where that is soon. */
    private Optional<LocalDate> soon(JourneyVisit visit) {
        return switch (rounds.next(visit.journey())) {
            case GapRounds.Next.Ready(int _, LocalDate opens, boolean _)
            when !opens.isAfter(LocalDate.now(clock).plusDays(AHEAD)) -> Optional.of(opens);
            case GapRounds.Next.Ready _, GapRounds.Next.Waits _ -> Optional.empty();
        };
    }
}
