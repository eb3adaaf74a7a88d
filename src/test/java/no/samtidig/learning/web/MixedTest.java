package no.samtidig.learning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.Lesson;
import no.samtidig.catalogue.Lessons;
import no.samtidig.learning.Answer;
import no.samtidig.learning.LessonProgress;
import no.samtidig.platform.RichText;
import org.junit.jupiter.api.Test;

/** Options stand in another order for every reader and attempt, and still while the reader looks. */
@SuppressWarnings("NullAway") // the page's module plays no part
class MixedTest {
    private static final Block BLOCK = new Block.Text("b", Lessons.VERSION, RichText.of("tekst"));

    private static StepPage page(long reader, int answers, boolean again) {
        Map<String, Answer> answered = answers == 0
                ? Map.of()
                : Map.of("b", new Answer(Lessons.VERSION, List.of(0), Optional.of(false), answers, List.of()));
        Lesson.Step step = new Lesson.Step("s", "S", 1, 0, List.of(BLOCK));
        return new StepPage(
                null,
                LessonProgress.none(Lessons.of(List.of(step))),
                step,
                new StepPage.Work(answered, Map.of(), Map.of(), Map.of(), again ? "b" : "", Map.of(), reader),
                null,
                Set.of(),
                false);
    }

    private static List<Integer> order(long reader, int answers, boolean again) {
        return page(reader, answers, again).options(BLOCK, 4);
    }

    @Test
    void the_order_is_the_same_before_and_after_the_answer() {
        LongStream.range(0, 200).forEach(reader -> {
            assertThat(order(reader, 0, false)).isEqualTo(order(reader, 1, false));
            assertThat(order(reader, 1, true)).isEqualTo(order(reader, 2, false));
        });
    }

    @Test
    void the_next_attempt_and_the_next_reader_have_an_order_of_their_own() {
        assertThat(LongStream.range(0, 200)
                        .filter(it -> order(it, 0, false).equals(order(it, 1, true)))
                        .count())
                .as("one in 24 by chance")
                .isLessThan(30);
        assertThat(LongStream.range(0, 200)
                        .mapToObj(it -> order(it, 0, false))
                        .distinct()
                        .count())
                .isEqualTo(24);
    }

    @Test
    void the_order_that_was_seen_stands_also_where_another_attempt_came_between() {
        List<Integer> seen = List.of(3, 1, 0, 2);
        Map<String, Answer> answered =
                Map.of("b", new Answer(Lessons.VERSION, List.of(0), Optional.of(false), 3, seen));
        StepPage page = page(7, 3, false);
        StepPage.Work work = new StepPage.Work(answered, Map.of(), Map.of(), Map.of(), "", Map.of(), 7);
        assertThat(new StepPage(page.module(), page.progress(), page.step(), work, null, Set.of(), false)
                        .options(BLOCK, 4))
                .isEqualTo(seen);
    }

    @Test
    void every_option_is_as_likely_in_every_place() {
        int readers = 4_000;
        for (int place = 0; place < 4; place++) {
            int here = place;
            for (int option = 0; option < 4; option++) {
                int wanted = option;
                long there = IntStream.range(0, readers)
                        .filter(it -> order(it * 7919L, 0, false).get(here) == wanted)
                        .count();
                assertThat(there).isBetween(readers / 4L - 150, readers / 4L + 150);
            }
        }
    }
}
