package no.samtidig.survey.web.rounds;

import java.util.List;
import java.util.UUID;
import no.samtidig.organisation.Unit;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
import no.samtidig.survey.PaperTickets;
import no.samtidig.survey.Round;

/**
 * Tickets on paper: the form, and what was printed.
 *
 * @param units to choose between
 * @param sheets what was printed, the newest first
 * @param typed what was filled in
 * @param id names the next sheet, so that one form makes one
 * @param trouble what was wrong
 */
public record RoundPaperPage(
        Round round, List<Unit> units, List<PaperTickets.Sheet> sheets, Typed typed, UUID id, Trouble trouble)
        implements Page {
    public RoundPaperPage {
        units = List.copyOf(units);
        sheets = List.copyOf(sheets);
    }

    /** The form as it was. */
    public record Typed(String unit, String count, Language language) {}

    public String path() {
        return OneRound.path(round.id());
    }

    @Override
    public int status() {
        return trouble.status();
    }
}
