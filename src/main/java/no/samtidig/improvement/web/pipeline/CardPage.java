package no.samtidig.improvement.web.pipeline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyMove;
import no.samtidig.improvement.JourneyPart;
import no.samtidig.improvement.pipeline.OutsideContact;
import no.samtidig.improvement.pipeline.UnitCard;
import no.samtidig.improvement.web.UnitMenu;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.platform.View;
import org.jspecify.annotations.Nullable;

/**
 * The region's card of a unit.
 *
 * @param told what the rooms of the journey tell of it
 * @param typed what stands in the forms
 * @param trouble what was wrong with one of them
 * @param done what was just done; null where nothing was
 */
public record CardPage(
        UnitCard card,
        List<JourneyPart.Section> told,
        Typed typed,
        Trouble trouble,
        @Nullable CardDone done,
        LocalDate today)
        implements Page {
    public CardPage {
        told = List.copyOf(told);
    }

    /**
     * What stands in the forms of the card.
     *
     * @param day as typed
     */
    public record Typed(String step, String day, OutsideContact contact, String note) {
        static Typed of(UnitCard card) {
            return new Typed(
                    card.step().map(UnitCard.Step::what).orElse(""),
                    card.step().map(it -> it.day().toString()).orElse(""),
                    card.contact(),
                    "");
        }
    }

    public Journey journey() {
        return card.visit().journey();
    }

    public String path() {
        return path(journey());
    }

    static String path(Journey journey) {
        return PipelineSearch.LIST + "/" + journey.id().value();
    }

    public Optional<Journey.Hold> hold() {
        return journey().holding(today);
    }

    /** The unit's own pages, as a coach comes there. */
    public List<View.Link> pages(View view) {
        return UnitMenu.of(view, Optional.of(card.visit()), false);
    }

    /** What happened to the journey and what was done in it, the newest first. */
    public List<Happened> happened(View view) {
        return Stream.concat(
                        card.done().stream()
                                .map(it -> new Happened(it.day(), it.what().in(view), "", "")),
                        card.moves().reversed().stream()
                                .map(it -> new Happened(
                                        it.move().day(),
                                        moved(view, it.move()),
                                        it.by(),
                                        it.move().note())))
                .sorted(Comparator.comparing(Happened::day).reversed())
                .toList();
    }

    private static String moved(View view, JourneyMove it) {
        String to = view.text("stage." + it.to().code());
        String said = it.from() == null
                ? view.text("unit-card.began", to)
                : view.text("unit-card.moved", view.text("stage." + it.from().code()), to);
        return it.reasons().isEmpty()
                ? said
                : said + " "
                        + it.reasons().stream()
                                .map(reason -> view.text("stop-reason." + reason.code()))
                                .collect(Collectors.joining(", ", "", "."));
    }

    /**
     * Something that happened.
     *
     * @param by who did it; empty where that is not told
     * @param note what they wrote; empty for nothing
     */
    public record Happened(LocalDate day, String what, String by, String note) {}

    @Override
    public int status() {
        return trouble.status();
    }
}
