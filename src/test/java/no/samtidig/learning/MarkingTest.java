package no.samtidig.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import no.samtidig.catalogue.Aim;
import no.samtidig.catalogue.Block;
import no.samtidig.catalogue.ContentVersion;
import no.samtidig.platform.RichText;
import org.junit.jupiter.api.Test;

/** What counts as an answer, and what is right. */
class MarkingTest {
    private static final ContentVersion VERSION = new ContentVersion("000000000000");
    private static final RichText TEXT = RichText.of("tekst");

    private static List<Block.Option> options(boolean... right) {
        return java.util.stream.IntStream.range(0, right.length)
                .mapToObj(i -> new Block.Option(TEXT, right[i], TEXT))
                .toList();
    }

    private static final Block SINGLE =
            new Block.SingleChoice("q", VERSION, Aim.IDENTIFY, TEXT, options(false, true, false), Optional.empty());
    private static final Block MULTIPLE =
            new Block.MultipleChoice("q", VERSION, Aim.IDENTIFY, TEXT, options(true, false, true), Optional.empty());
    private static final Block ORDERING = new Block.Ordering(
            "q",
            VERSION,
            Aim.IDENTIFY,
            TEXT,
            List.of(new Block.Item(TEXT, TEXT), new Block.Item(TEXT, TEXT), new Block.Item(TEXT, TEXT)),
            Optional.empty());
    private static final Block.BranchingCase CASE = new Block.BranchingCase(
            "c",
            VERSION,
            "Case",
            Optional.empty(),
            "a",
            Map.of(
                    "a", new Block.Fork(TEXT, List.of(new Block.Choice(TEXT, "b"), new Block.Choice(TEXT, "c"))),
                    "b", new Block.Ending("B", TEXT, TEXT),
                    "c", new Block.Ending("C", TEXT, TEXT)));

    private static Marking.Marked valid(boolean correct) {
        return new Marking.Marked.Valid(Optional.of(correct));
    }

    @Test
    void a_single_choice_is_right_wrong_missing_or_impossible() {
        assertThat(Marking.mark(SINGLE, List.of(1))).isEqualTo(valid(true));
        assertThat(Marking.mark(SINGLE, List.of(0))).isEqualTo(valid(false));
        assertThat(Marking.mark(SINGLE, List.of())).isEqualTo(new Marking.Marked.Incomplete());
        assertThat(Marking.mark(SINGLE, List.of(3))).isEqualTo(new Marking.Marked.Impossible());
        assertThat(Marking.mark(SINGLE, List.of(0, 1))).isEqualTo(new Marking.Marked.Impossible());
    }

    @Test
    void a_multiple_choice_is_right_only_when_all_the_right_ones_and_no_other_are_chosen() {
        assertThat(Marking.mark(MULTIPLE, List.of(2, 0))).isEqualTo(valid(true));
        assertThat(Marking.mark(MULTIPLE, List.of(0))).isEqualTo(valid(false));
        assertThat(Marking.mark(MULTIPLE, List.of(0, 1, 2))).isEqualTo(valid(false));
        assertThat(Marking.mark(MULTIPLE, List.of(0, 0))).isEqualTo(new Marking.Marked.Impossible());
    }

    @Test
    void an_order_is_right_only_as_written() {
        assertThat(Marking.mark(ORDERING, List.of(0, 1, 2))).isEqualTo(valid(true));
        assertThat(Marking.mark(ORDERING, List.of(2, 1, 0))).isEqualTo(valid(false));
        assertThat(Marking.mark(ORDERING, List.of(0, 1))).isEqualTo(new Marking.Marked.Impossible());
    }

    @Test
    void a_case_takes_ways_that_exist() {
        assertThat(Marking.mark(CASE, List.of())).isEqualTo(new Marking.Marked.Valid(Optional.empty()));
        assertThat(Marking.mark(CASE, List.of(1))).isEqualTo(new Marking.Marked.Valid(Optional.empty()));
        assertThat(Marking.mark(CASE, List.of(2))).isEqualTo(new Marking.Marked.Impossible());
        assertThat(Marking.mark(CASE, List.of(0, 0))).isEqualTo(new Marking.Marked.Impossible());
    }

    @Property
    void whatever_is_sent_marking_answers(@ForAll @Size(max = 6) List<@IntRange(min = -2, max = 6) Integer> choice) {
        for (Block block : List.of(SINGLE, MULTIPLE, ORDERING, CASE)) {
            assertThat(Marking.mark(block, choice)).isNotNull();
        }
    }
}
