package no.samtidig.survey.web.rounds;

import java.util.List;
import java.util.UUID;
import no.samtidig.organisation.Unit;
import no.samtidig.platform.Language;
import no.samtidig.platform.Page;
import no.samtidig.survey.PaperTickets;
import no.samtidig.survey.Round;
import org.jspecify.annotations.Nullable;

/**
 * Tickets on paper: the form, and what was printed.
 *
 * @param units to choose between
 * @param sheets what was printed, the newest first
 * @param typed what was filled in
 * @param id names the next sheet, so that one form makes one
 * @param trouble what was wrong; null where nothing was
 */
public record RoundPaperPage(
        Round round,
        List<Unit> units,
        List<PaperTickets.Sheet> sheets,
        Typed typed,
        UUID id,
        @Nullable Trouble trouble) implements Page {
    public RoundPaperPage {
        units = List.copyOf(units);
        sheets = List.copyOf(sheets);
    }

    /** The form as it was. */
    public record Typed(String unit, String count, Language language) {}

    /** What can be wrong, and with which field; the words stand under {@code rounds.paper.trouble.<code>}. */
    public enum Trouble {
        NO_UNIT("enhet"),
        COUNT("antall");

        private final String field;

        Trouble(String field) {
            this.field = field;
        }

        public String field() {
            return field;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public boolean troubled(String field) {
        return trouble != null && trouble.field().equals(field);
    }

    public int most() {
        return PaperTickets.MOST;
    }

    public String path() {
        return OneRound.path(round.id());
    }

    @Override
    public int status() {
        return trouble == null ? 200 : 422;
    }
}
