package no.samtidig.survey.web.rounds;

import java.util.List;
import no.samtidig.platform.Page;
import no.samtidig.survey.Importing;
import no.samtidig.survey.Round;
import org.jspecify.annotations.Nullable;

/**
 * The form for a list of addresses.
 *
 * @param units some of the units that can be named, for the example
 * @param typed what was pasted
 * @param refused what was wrong with the list; null where nothing was
 */
public record RoundAddressesPage(
        Round round, List<String> units, String typed, Importing.Staged.@Nullable Refused refused) implements Page {
    public RoundAddressesPage {
        units = List.copyOf(units);
    }

    public int most() {
        return Importing.MOST;
    }

    public int untold() {
        return refused == null ? 0 : refused.count() - refused.bad().size();
    }

    public String example() {
        return units.isEmpty() ? "" : units.getFirst();
    }

    public String path() {
        return OneRound.path(round.id());
    }

    @Override
    public int status() {
        return refused == null ? 200 : 422;
    }
}
