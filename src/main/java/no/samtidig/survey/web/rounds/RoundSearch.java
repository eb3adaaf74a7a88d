package no.samtidig.survey.web.rounds;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.samtidig.platform.View;
import no.samtidig.platform.ui.DataTable;
import no.samtidig.platform.ui.ListQuery;
import no.samtidig.platform.ui.Option;
import no.samtidig.survey.Round;
import no.samtidig.survey.RoundList;
import no.samtidig.survey.RoundQuery;

/**
 * What a reader asks of a list of rounds: words of its name, how far it has come, which page.
 *
 * @param states that can be asked for
 */
public record RoundSearch(ListQuery asked, List<Round.State> states) {
    private static final String STATE = "tilstand";

    /** Of fewer rounds nobody needs to search. */
    private static final int FEW = 12;

    public RoundSearch {
        states = List.copyOf(states);
    }

    /** Reads the address. */
    public static RoundSearch of(String path, Map<String, String> query, Round.State... states) {
        List<String> words = Arrays.stream(states).map(RoundSearch::word).toList();
        return new RoundSearch(ListQuery.of(path, query, List.of(), Map.of(STATE, words)), List.of(states));
    }

    /** As the address has it. */
    private static String word(Round.State state) {
        return switch (state) {
            case DRAFT -> "forberedes";
            case OPEN -> "apen";
            case CLOSED -> "lukket";
            case SETTLED -> "ferdig";
        };
    }

    public RoundQuery query() {
        Optional<Round.State> state = states.stream()
                .filter(it -> asked.chosen(STATE).filter(word(it)::equals).isPresent())
                .findFirst();
        return new RoundQuery(asked.words(), state, asked.offset(), ListQuery.ROWS);
    }

    /** Whether the whole list is asked for, from its beginning. */
    public boolean whole() {
        return !asked.narrowed() && asked.page() == 1;
    }

    /** Whether the list has become shorter than to the page asked for. */
    public boolean beyond(RoundList rounds) {
        return asked.page() > 1 && rounds.lines().isEmpty();
    }

    /** Whether there is enough to search in. */
    public boolean useful(int count) {
        return asked.narrowed() || count > FEW;
    }

    /** What search, chips and pages are drawn of. */
    public DataTable table(View view, int count, Function<Round.State, String> name) {
        List<Option> options =
                states.stream().map(it -> Option.of(word(it), name.apply(it))).toList();
        return new DataTable(
                asked,
                List.of(),
                List.of(new DataTable.Filter(STATE, view.text("rounds.search.state"), options)),
                count);
    }
}
