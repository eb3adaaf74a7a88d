package no.samtidig.survey.web.results;

import no.samtidig.platform.Page;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.DataTable;
import no.samtidig.survey.RoundList;
import no.samtidig.survey.web.rounds.RoundSearch;

/**
 * The rounds whose results the reader may see.
 *
 * @param place the reader's
 * @param rounds a page of them
 */
public record ResultsListPage(String place, RoundSearch search, RoundList rounds) implements Page {
    public DataTable table(View view) {
        return search.table(view, rounds.count(), it -> view.text("rounds.state." + it.code()));
    }
}
