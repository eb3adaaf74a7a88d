package no.samtidig.survey.web.results;

import java.util.List;
import no.samtidig.platform.Page;
import no.samtidig.survey.Round;

/**
 * The rounds whose results the reader may see.
 *
 * @param place the reader's
 */
public record ResultsListPage(String place, List<Round> rounds) implements Page {
    public ResultsListPage {
        rounds = List.copyOf(rounds);
    }
}
