package no.samtidig.survey.web.rounds;

import java.util.List;
import java.util.Map;
import no.samtidig.platform.Page;
import no.samtidig.survey.Mailing;
import no.samtidig.survey.Round;
import no.samtidig.survey.TicketLine;
import org.jspecify.annotations.Nullable;

/**
 * Invitations of a round, to find one and take it back. Whether they are used is not shown.
 *
 * @param lines the first ones that match
 * @param units name by path
 * @param part what the address must hold
 * @param done what was just done; null where nothing was
 */
public record RoundTicketsPage(
        Round round,
        List<TicketLine> lines,
        Map<String, String> units,
        String part,
        @Nullable RoundDone done) implements Page {
    public RoundTicketsPage {
        lines = List.copyOf(lines);
        units = Map.copyOf(units);
    }

    public String unit(TicketLine line) {
        return units.getOrDefault(line.unit(), line.unit());
    }

    public boolean full() {
        return lines.size() >= Mailing.SHOWN;
    }

    public String path() {
        return OneRound.path(round.id());
    }
}
