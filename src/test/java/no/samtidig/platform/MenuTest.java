package no.samtidig.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** At most five words, and a place with one page is that page. */
class MenuTest {
    private static Menu.Word place(String name, int pages) {
        return new Menu.Word(
                name,
                IntStream.rangeClosed(1, pages)
                        .mapToObj(it -> new View.Link(name + it, "/" + name + it, name + " " + it))
                        .toList());
    }

    private static List<String> labels(Menu.Word... places) {
        return Menu.of(List.of(places)).words().stream().map(Menu.Word::label).toList();
    }

    @Test
    void pages_stand_side_by_side_while_there_is_room() {
        assertThat(labels(place("lær", 2), place("enheten", 3)))
                .containsExactly("lær 1", "lær 2", "enheten 1", "enheten 2", "enheten 3");
    }

    @Test
    void a_place_with_one_page_is_that_page_and_no_place_is_no_word() {
        assertThat(labels(place("lær", 1))).containsExactly("lær 1");
        assertThat(Menu.of(List.of()).words()).isEmpty();
    }

    @Test
    void the_place_with_the_most_pages_is_folded_first() {
        assertThat(labels(place("lær", 2), place("enheten", 4))).containsExactly("lær 1", "lær 2", "enheten");
        assertThat(labels(place("lær", 4), place("enheten", 2))).containsExactly("lær", "enheten 1", "enheten 2");
        assertThat(labels(place("lær", 3), place("øv", 3), place("enheten", 3), place("samlinger", 1)))
                .containsExactly("lær", "øv", "enheten", "samlinger 1");
    }

    @Test
    void of_two_that_are_alike_the_last_is_folded() {
        assertThat(labels(place("lær", 3), place("enheten", 3))).containsExactly("lær 1", "lær 2", "lær 3", "enheten");
    }

    @Test
    void there_are_never_more_than_five() {
        Menu.Word[] many =
                IntStream.range(0, 6).mapToObj(it -> place("p" + it, 2)).toArray(Menu.Word[]::new);
        assertThatThrownBy(() -> Menu.of(List.of(many))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Menu(List.of(many))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> place("tom", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_first_page_called_as_its_place_is_called_otherwise_where_the_place_is_folded() {
        Menu.Word unit = new Menu.Word(
                "Enheten",
                List.of(
                        new View.Link("unit", "/enheten", "Enheten"),
                        new View.Link("people", "/personer", "Personer")));
        Menu folded = Menu.of(List.of(place("a", 4), unit)).withFirstCalled("Oversikt");
        Menu tight = Menu.of(List.of(place("a", 1), place("b", 1), place("c", 1), place("d", 1), unit))
                .withFirstCalled("Oversikt");
        assertThat(tight.words().getLast().pages())
                .extracting(View.Link::label)
                .containsExactly("Oversikt", "Personer");
        assertThat(folded.words()).extracting(Menu.Word::label).containsExactly("a", "Enheten", "Personer");
    }
}
