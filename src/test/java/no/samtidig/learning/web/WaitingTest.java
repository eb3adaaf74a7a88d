package no.samtidig.learning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.samtidig.access.Errand;
import org.junit.jupiter.api.Test;

/** What waits: three in sight, what is due first before what can wait. */
class WaitingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private static Errand errand(String title, int days) {
        return new Errand(title, "", "", "/", days < 0 ? null : TODAY.plusDays(days));
    }

    private static List<String> titles(List<Errand> errands) {
        return errands.stream().map(Errand::title).toList();
    }

    @Test
    void what_is_due_first_stands_first_and_the_fourth_is_folded() {
        Waiting waiting = Waiting.of(
                List.of(errand("can wait", -1), errand("next week", 7), errand("today", 0), errand("tomorrow", 1)));
        assertThat(titles(waiting.first())).containsExactly("today", "tomorrow", "next week");
        assertThat(titles(waiting.rest())).containsExactly("can wait");
    }

    @Test
    void three_are_not_folded_and_nothing_is_nothing() {
        assertThat(Waiting.of(Stream.of("a", "b", "c").map(it -> errand(it, -1)).toList())
                        .rest())
                .isEmpty();
        assertThat(Waiting.of(List.of()).first()).isEmpty();
    }
}
