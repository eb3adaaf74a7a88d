package no.samtidig.improvement.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import no.samtidig.improvement.gap.GapAnswer;
import no.samtidig.survey.StaffGroup;
import org.junit.jupiter.api.Test;

/** What is told of a GAP round, by how many answered. */
class GapResultTest {
    private static final int[] FOURS = IntStream.range(0, 7).map(_ -> 4).toArray();

    /** Seven areas: the first is seldom done, the last nearly always, those between now and then. */
    private static List<GapAnswer> unit(int people) {
        Random chance = new Random(7);
        return Gaps.people(people, _ -> {
            int[] practice = IntStream.range(0, 14)
                    .map(it -> it < 2 ? chance.nextInt(2) : it > 11 ? 3 + chance.nextInt(2) : 2 + chance.nextInt(2))
                    .toArray();
            return Gaps.each(
                    Optional.empty(),
                    practice,
                    IntStream.range(0, 14).map(_ -> 4).toArray());
        });
    }

    private static GapResult of(List<GapAnswer> answers) {
        return GapResult.of(answers, Gaps.areas(7));
    }

    @Test
    void of_four_nothing_is_told() {
        assertThat(of(unit(4))).isEqualTo(new GapResult(4, false, List.of()));
        assertThat(of(unit(4)).detail()).isEqualTo(GapResult.Detail.CARDS);
    }

    @Test
    void of_five_to_nine_words_are_told_and_no_number() {
        for (int people = 5; people < 10; people++) {
            GapResult result = of(unit(people));
            assertThat(result.detail()).isEqualTo(GapResult.Detail.WORDS);
            assertThat(result.open()).isFalse();
            assertThat(result.toString()).doesNotContain("Count", "Average");
            assertThat(result.marked().getFirst().topic().id()).isEqualTo("a0");
            assertThat(result.oftenDone()).extracting(StatementResult::id).contains("a6-0", "a6-1");
        }
    }

    @Test
    void of_ten_areas_are_sorted_and_statements_counted_but_never_all() {
        GapResult result = of(unit(12));
        assertThat(result.in(Tier.LARGEST)).extracting(it -> it.topic().id()).containsExactly("a0");
        assertThat(result.in(Tier.SMALLEST)).extracting(it -> it.topic().id()).contains("a6");
        assertThat(result.strengths()).extracting(it -> it.topic().id()).containsExactly("a6");
        assertThat(result.topics().getLast().statements().getFirst().often())
                .isEqualTo(new Told.Count(11, 12, Told.End.AT_LEAST, false));
        assertThat(result.topics().getFirst().statements().getFirst().often())
                .isEqualTo(new Told.Count(1, 12, Told.End.AT_MOST, false));
    }

    @Test
    void of_twenty_per_cent_is_told_too() {
        assertThat(Told.of(5, 20)).isEqualTo(new Told.Count(5, 20, Told.End.EXACT, true));
        assertThat(((Told.Count) Told.of(20, 20)).percentOf()).isEqualTo(95);
    }

    @Test
    void words_are_few_to_most_and_of_fewer_than_five_there_are_none() {
        assertThat(IntStream.rangeClosed(0, 5).mapToObj(it -> Share.of(it, 5)))
                .containsExactly(Share.FEW, Share.FEW, Share.HALF, Share.HALF, Share.MOST, Share.MOST);
        assertThat(IntStream.rangeClosed(0, 9).mapToObj(it -> Share.of(it, 9)))
                .containsExactly(
                        Share.FEW,
                        Share.FEW,
                        Share.FEW,
                        Share.SPLIT,
                        Share.HALF,
                        Share.HALF,
                        Share.SPLIT,
                        Share.MOST,
                        Share.MOST,
                        Share.MOST);
        assertThatThrownBy(() -> Share.of(2, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Told.of(2, 4)).isEqualTo(new Told.Nothing());
    }

    @Test
    void that_a_third_do_not_know_is_a_finding() {
        GapResult result = GapResult.of(
                Gaps.people(
                        6,
                        it -> Gaps.answer(
                                Optional.empty(),
                                IntStream.range(0, 7)
                                        .map(area -> area == 2 && it < 2 ? Gaps.UNSURE : 3)
                                        .toArray(),
                                FOURS)),
                Gaps.areas(7));
        assertThat(result.unsure()).extracting(StatementResult::id).containsExactly("a2-0", "a2-1");
        assertThat(result.unsure().getFirst().often()).as("four know").isEqualTo(new Told.Nothing());
    }

    @Test
    void an_area_with_one_statement_asked_is_not_shown() {
        List<GapAnswer> answers = unit(12).stream()
                .map(it -> new GapAnswer(
                        it.practice(),
                        it.importance(),
                        Set.of(),
                        Set.of(),
                        Map.of(),
                        Set.copyOf(it.asked().stream()
                                .filter(id -> !id.equals("a3-1"))
                                .toList()),
                        it.group()))
                .toList();
        assertThat(of(answers).topics())
                .extracting(it -> it.topic().id())
                .doesNotContain("a3")
                .contains("a2");
    }

    @Test
    void a_short_form_is_sorted_by_its_statements() {
        List<GapAnswer> answers = unit(12).stream()
                .map(it -> new GapAnswer(
                        it.practice(),
                        it.importance(),
                        Set.of(),
                        Set.of(),
                        Map.of(),
                        Set.copyOf(it.asked().stream()
                                .filter(id -> id.endsWith("-0"))
                                .toList()),
                        it.group()))
                .toList();
        GapResult result = of(answers);
        assertThat(result.topics()).hasSize(7).allMatch(it -> it.topic().alone());
        assertThat(result.in(Tier.LARGEST)).extracting(it -> it.topic().id()).containsExactly("a0-0");
    }

    @Test
    void a_mean_that_would_tell_what_everybody_said_is_hidden() {
        GapResult result =
                GapResult.of(Gaps.people(12, _ -> Gaps.answer(Optional.empty(), FOURS, FOURS)), Gaps.areas(7));
        assertThat(result.topics()).allMatch(it -> it.means().isEmpty());
        assertThat(result.strengths()).as("a strength it is all the same").hasSize(7);
    }

    @Test
    void groups_are_apart_where_both_have_five_and_nobody_is_left_alone() {
        assertThat(groups(5, 5, 0)).isNotEmpty();
        assertThat(groups(5, 4, 0)).isEmpty();
        assertThat(groups(6, 6, 1)).as("one outside").isEmpty();
        assertThat(groups(5, 5, 5)).isNotEmpty();
        assertThat(groups(5, 5, 0)).allMatch(it -> it.means().isEmpty());
        assertThat(groups(10, 11, 0)).hasSize(2).allMatch(it -> it.means().isPresent());
    }

    /** Most clinicians do it and most of the others do not. */
    private static List<TopicResult.GroupResult> groups(int clinicians, int milieu, int others) {
        List<GapAnswer> answers = Gaps.people(clinicians + milieu + others, it -> {
            boolean clinician = it < clinicians;
            boolean odd = it % 3 == 0;
            Optional<StaffGroup> group = it >= clinicians + milieu
                    ? Optional.empty()
                    : Optional.of(clinician ? StaffGroup.CLINICIAN : StaffGroup.MILIEU);
            int practice = clinician == odd ? 1 : 4;
            int ought = it % 4 == 1 ? 3 : 4;
            return Gaps.answer(
                    group,
                    IntStream.range(0, 7).map(_ -> practice).toArray(),
                    IntStream.range(0, 7).map(_ -> ought).toArray());
        });
        return GapResult.of(answers, Gaps.areas(7)).topics().getFirst().groups();
    }

    @Test
    void an_exercise_is_offered_where_people_are_unsure_of_themselves() {
        List<GapAnswer> answers = unit(12).stream()
                .map(it -> new GapAnswer(
                        it.practice(),
                        it.importance(),
                        Set.of(),
                        Set.of(),
                        Map.of("a1", 3, "a2", 9),
                        it.asked(),
                        it.group()))
                .toList();
        assertThat(of(answers).topics().stream().filter(TopicResult::exercise))
                .extracting(it -> it.topic().id())
                .containsExactly("a1");
        assertThat(of(answers.subList(0, 9)).topics()).noneMatch(TopicResult::exercise);
    }
}
