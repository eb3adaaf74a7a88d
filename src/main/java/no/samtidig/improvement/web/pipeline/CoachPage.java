package no.samtidig.improvement.web.pipeline;

import java.util.List;
import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.pipeline.UnitCards;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.ui.Option;

/**
 * Giving a unit another coach.
 *
 * @param coaches who can follow it
 */
public record CoachPage(JourneyVisit visit, List<UnitCards.Coach> coaches, Trouble trouble) implements Page {
    public CoachPage {
        coaches = List.copyOf(coaches);
    }

    public String path() {
        return CardPage.path(visit.journey());
    }

    public List<Option> options() {
        return coaches.stream()
                .map(it -> Option.of(it.account().value().toString(), it.name()))
                .toList();
    }

    public List<String> chosen() {
        return Optional.ofNullable(visit.journey().coach()).map(it -> it.value().toString()).stream()
                .toList();
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
