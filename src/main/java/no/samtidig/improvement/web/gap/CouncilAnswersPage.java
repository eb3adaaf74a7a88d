package no.samtidig.improvement.web.gap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.samtidig.improvement.JourneyVisit;
import no.samtidig.improvement.gap.CouncilAnswers;
import no.samtidig.improvement.gap.GapRound;
import no.samtidig.improvement.instrument.Council;
import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.Option;
import org.jspecify.annotations.Nullable;

/**
 * What the user council answers to a round: one answer to each item.
 *
 * @param staff whether the reader may see who has completed what
 * @param round empty where none has opened
 * @param chosen answer by item, as it is shown in the form
 * @param given what is kept; empty where nothing is
 * @param meanwhile whether somebody else wrote since the form was drawn
 * @param done what was just done; null where nothing was
 */
public record CouncilAnswersPage(
        JourneyVisit visit,
        boolean staff,
        Council council,
        Optional<GapRound> round,
        Map<String, String> chosen,
        Optional<CouncilAnswers.Given> given,
        boolean meanwhile,
        @Nullable KeptDone done)
        implements Page {
    public static final String PATH = "/enheten/gap/brukerrad";

    public CouncilAnswersPage {
        chosen = Map.copyOf(chosen);
    }

    public List<Option> options(View view) {
        return council.answers().stream()
                .map(it -> Option.of(
                        it.id(),
                        it.text().in(view.language()).value(),
                        it.text().in(view.language()).language()))
                .toList();
    }

    public List<String> chosen(Council.Item item) {
        return Optional.ofNullable(chosen.get(item.id())).map(List::of).orElse(List.of());
    }

    public int revision() {
        return given.map(CouncilAnswers.Given::revision).orElse(0);
    }

    /** What is kept of an item, where somebody wrote it meanwhile and it is another; else empty. */
    public String theirs(View view, Council.Item item) {
        return given.filter(_ -> meanwhile)
                .flatMap(it -> Optional.ofNullable(it.chosen().get(item)))
                .filter(it -> !it.id().equals(chosen.get(item.id())))
                .map(it -> view.text(
                        "gap-council.theirs", it.text().in(view.language()).value()))
                .orElse("");
    }

    public String occasion(View view) {
        return round.map(GapRound::occasion)
                .map(it -> it == 0 ? view.text("gap.start") : view.text("gap.after", it))
                .orElse("");
    }

    /** Whether the result is out: then nobody answers any more. */
    public boolean over() {
        return round.filter(GapRound::settled).isPresent();
    }

    @Override
    public int status() {
        return meanwhile ? 409 : 200;
    }
}
