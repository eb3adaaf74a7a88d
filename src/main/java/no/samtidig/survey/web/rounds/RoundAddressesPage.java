package no.samtidig.survey.web.rounds;

import java.util.List;
import no.samtidig.platform.Page;
import no.samtidig.platform.Trouble;
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

    public Trouble trouble() {
        return refused == null
                ? Trouble.NONE
                : Trouble.at("liste", "rounds.addresses.not." + refused.reason(), refused.count(), Importing.MOST);
    }

    public List<Importing.BadLine> bad() {
        return refused == null ? List.of() : refused.bad();
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
        return trouble().status();
    }
}
