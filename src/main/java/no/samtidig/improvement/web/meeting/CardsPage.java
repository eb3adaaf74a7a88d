package no.samtidig.improvement.web.meeting;

import java.util.List;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.platform.LocalizedText;
import no.samtidig.platform.Page;

/** Cards to print: for units where too few answered, and slips to vote on. */
public record CardsPage(JourneyVisit visit, List<Card> cards, List<LocalizedText.Text> areas) implements Page {
    public CardsPage {
        cards = List.copyOf(cards);
        areas = List.copyOf(areas);
    }

    /** A statement and its area. */
    public record Card(LocalizedText.Text area, LocalizedText.Text statement) {}
}
