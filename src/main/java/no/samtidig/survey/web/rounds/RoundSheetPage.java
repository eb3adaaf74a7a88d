package no.samtidig.survey.web.rounds;

import java.util.List;
import no.samtidig.platform.Page;
import no.samtidig.platform.PublicAddress;
import no.samtidig.survey.PaperTickets;
import no.samtidig.survey.Round;

/**
 * A sheet to print and cut: what is left of it to hand out.
 *
 * @param shown where the code can be typed, without the scheme
 */
public record RoundSheetPage(Round round, PaperTickets.Sheet sheet, List<PaperTickets.Slip> slips, String shown)
        implements Page {
    public RoundSheetPage {
        slips = List.copyOf(slips);
    }

    static String shown(PublicAddress address) {
        return address.of("/svar").replaceFirst("^https?://", "");
    }

    /** The last day, in the language of the slips. */
    public String until() {
        return sheet.language().date(round.closes());
    }

    public String path() {
        return OneRound.path(round.id());
    }
}
