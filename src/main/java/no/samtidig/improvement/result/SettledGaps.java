package no.samtidig.improvement.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.gap.CouncilAnswers;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.gap.GapRounds;
import no.samtidig.improvement.gap.LeaderAnswers;
import no.samtidig.organisation.Place;
import no.samtidig.survey.results.Results;
import org.springframework.stereotype.Service;

/** The rounds of a journey that are over and settled, with what was said beside them. */
@Service
public class SettledGaps {
    private final GapRounds rounds;
    private final LeaderAnswers leaders;
    private final CouncilAnswers council;
    private final Results results;

    SettledGaps(GapRounds rounds, LeaderAnswers leaders, CouncilAnswers council, Results results) {
        this.rounds = rounds;
        this.leaders = leaders;
        this.council = council;
        this.results = results;
    }

    /** Months of the journey that there are results of, the newest first. */
    public List<Integer> months(Journey journey) {
        return settled(journey).stream().map(GapRound::occasion).toList();
    }

    /** The newest that a meeting follows. */
    public Optional<SettledGap> newest(Journey journey) {
        return settled(journey).stream().filter(GapRound::meets).findFirst().map(it -> read(journey, it));
    }

    /** The one of a month. */
    public Optional<SettledGap> of(Journey journey, int month) {
        return settled(journey).stream()
                .filter(it -> it.occasion() == month)
                .findFirst()
                .map(it -> read(journey, it));
    }

    /** The one before a month's that a meeting followed. */
    public Optional<SettledGap> before(Journey journey, int month) {
        return settled(journey).stream()
                .filter(it -> it.meets() && it.occasion() < month)
                .findFirst()
                .map(it -> read(journey, it));
    }

    private List<GapRound> settled(Journey journey) {
        return rounds.of(journey).reversed().stream().filter(GapRound::settled).toList();
    }

    private SettledGap read(Journey journey, GapRound round) {
        Map<String, String> said = new LinkedHashMap<>();
        council.of(round).ifPresent(it -> it.chosen().forEach((item, answer) -> said.put(item.id(), answer.id())));
        return new SettledGap(
                round.occasion(),
                round.closes(),
                asked(journey, round),
                rounds.answers(journey, round),
                leaders.shown(round).stream().map(LeaderAnswers.Shown::practice).toList(),
                said);
    }

    /** How many were invited. */
    private int asked(Journey journey, GapRound round) {
        return results.report(
                        results.of(GapRounds.PURPOSE, new Place.Unit(journey.unit()), ""),
                        round.id(),
                        Results.Wish.NONE,
                        0)
                .map(it -> it.total().invited())
                .orElse(0);
    }
}
