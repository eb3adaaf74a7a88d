package no.samtidig.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListQueryTest {
    private static ListQuery asked(Map<String, String> query) {
        return ListQuery.of("/liste", query, List.of("navn", "dato"), Map.of("status", List.of("apen", "lukket")));
    }

    @Test
    void what_no_link_of_ours_holds_is_left_out() {
        ListQuery odd = asked(Map.of("sorter", "-passord", "side", "-3", "status", "drop table", "q", "  "));

        assertThat(odd).isEqualTo(new ListQuery("/liste", "", "", false, 1, Map.of()));
        assertThat(asked(Map.of("side", "99999999999")).page()).isEqualTo(1);
        assertThat(asked(Map.of("q", "a".repeat(5000))).words()).hasSize(100);
    }

    @Test
    void an_address_keeps_all_that_was_asked_and_turns_the_order_round() {
        ListQuery asked = asked(Map.of("q", "døgn & natt", "sorter", "navn", "status", "apen", "side", "3"));

        assertThat(asked.at(4)).isEqualTo("/liste?q=d%C3%B8gn+%26+natt&status=apen&sorter=navn&side=4");
        assertThat(asked.by("navn")).endsWith("&sorter=-navn");
        assertThat(asked(Map.of("sorter", "-navn")).by("navn")).isEqualTo("/liste?sorter=navn");
        assertThat(asked.by("dato")).endsWith("&sorter=dato");
        assertThat(asked.with("status", "apen")).doesNotContain("status");
        assertThat(asked.with("status", "lukket")).contains("status=lukket").doesNotContain("side");
    }

    @Test
    void a_short_list_is_searched_sorted_and_cut() {
        List<String> all =
                IntStream.range(0, 120).mapToObj("Enhet %03d nord"::formatted).toList();
        Map<String, Comparator<String>> orders = Map.of("navn", Comparator.naturalOrder());

        ListQuery.Found<String> last =
                asked(Map.of("q", "NORD enhet", "sorter", "-navn", "side", "3")).of(all, Function.identity(), orders);
        assertThat(last.count()).isEqualTo(120);
        assertThat(last.rows()).hasSize(20).first().isEqualTo("Enhet 019 nord");

        assertThat(asked(Map.of("q", "sør"))
                        .of(all, Function.identity(), orders)
                        .rows())
                .isEmpty();
    }

    @Test
    void a_table_knows_its_pages_and_refuses_a_column_it_does_not_have() {
        DataTable table = new DataTable(
                asked(Map.of("sorter", "-navn")), List.of(DataTable.Column.sorting("navn", "Navn")), List.of(), 101);

        assertThat(table.pages()).isEqualTo(3);
        assertThat(table.column("navn").sort(table.asked())).isEqualTo("descending");
        assertThatThrownBy(() -> table.column("dato")).isInstanceOf(IllegalArgumentException.class);
    }
}
