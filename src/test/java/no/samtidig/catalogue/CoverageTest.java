package no.samtidig.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.samtidig.catalogue.Coverage.Cell;
import no.samtidig.catalogue.Coverage.Column;
import no.samtidig.catalogue.Coverage.Review;
import no.samtidig.catalogue.Coverage.Row;
import no.samtidig.evidence.Certainty;
import no.samtidig.evidence.Claim;
import no.samtidig.platform.Language;
import no.samtidig.platform.LocalizedText;
import org.junit.jupiter.api.Test;

/** The matrix of what lessons cover. */
class CoverageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Column ADULT = new Column.Aspect(Demand.LIFE_COURSE, "adult");
    private static final Column OLD = new Column.Aspect(Demand.LIFE_COURSE, "old");
    private static final Column PRISON = new Column.Aspect(Demand.SERVICES, "prison");
    private static final Column TREAT = new Column.Serving(Aim.TREAT);
    private static final Column DIAGNOSE = new Column.Serving(Aim.DIAGNOSE);
    private static final Column CLINICIAN = new Column.WrittenFor(Profession.CLINICIAN);
    private static final Column NYNORSK = new Column.In(Language.NN);

    private final Claim near = claim("near", TODAY.plusDays(30));
    private final Claim far = claim("far", TODAY.plusYears(1));
    private final Coverage coverage = Coverage.of(
            module(
                    translations(lesson("a", Set.of("adult", "old"), Set.of(Aim.TREAT), near, far, near), Language.NB),
                    translations(lesson("b", Set.of("adult"), Set.of(), far), Language.NB, Language.NN)),
            Language.NB);

    @Test
    void what_no_lesson_covers_is_a_hole_in_every_row() {
        assertThat(cells(ADULT)).containsExactly(Cell.COVERED, Cell.COVERED);
        assertThat(cells(OLD)).containsExactly(Cell.COVERED, Cell.ELSEWHERE);
        assertThat(cells(PRISON)).containsExactly(Cell.HOLE, Cell.HOLE);
        assertThat(cells(TREAT)).containsExactly(Cell.COVERED, Cell.ELSEWHERE);
        assertThat(cells(CLINICIAN)).containsExactly(Cell.COVERED, Cell.COVERED);
        assertThat(coverage.coveredBy(0)).contains(PRISON, DIAGNOSE).doesNotContain(ADULT, OLD, TREAT, NYNORSK);
        assertThat(coverage.coveredBy(1)).containsExactly(OLD, TREAT, NYNORSK);
        assertThat(coverage.total(ADULT)).isEqualTo(2);
    }

    @Test
    void a_lesson_that_lacks_a_language_is_a_hole_even_where_others_have_it() {
        assertThat(cells(NYNORSK)).containsExactly(Cell.HOLE, Cell.COVERED);
    }

    @Test
    void a_claim_counts_once_and_the_first_review_is_told() {
        assertThat(coverage.rows()).extracting(it -> it.claims().size()).containsExactly(2, 1);
        assertThat(coverage.claims()).containsExactly(near, far);
        assertThat(coverage.nextReview()).contains(TODAY.plusDays(30));
        assertThat(coverage.rows().getLast().nextReview()).contains(TODAY.plusYears(1));
        assertThat(coverage.due(TODAY)).containsExactly(near);
        assertThat(new Row(lesson("c", Set.of(), Set.of()), Set.of(), List.of()).nextReview())
                .isEmpty();
    }

    @Test
    void a_review_is_marked_ninety_days_before_and_after_its_day() {
        assertThat(Review.of(TODAY.minusDays(1), TODAY)).isEqualTo(Review.PAST);
        assertThat(Review.of(TODAY, TODAY)).isEqualTo(Review.SOON);
        assertThat(Review.of(TODAY.plusDays(90), TODAY)).isEqualTo(Review.SOON);
        assertThat(Review.of(TODAY.plusDays(91), TODAY)).isEqualTo(Review.LATER);
    }

    @Test
    void every_aspect_aim_profession_and_both_norwegians_have_a_column() {
        assertThat(Coverage.GROUPS.stream().mapToInt(it -> it.columns().size()).sum())
                .isEqualTo(17 + 4 + 4 + 2);
    }

    private List<Cell> cells(Column column) {
        return coverage.rows().stream().map(it -> coverage.cell(it, column)).toList();
    }

    private static KnowledgeModule module(KnowledgeModule.Translations... lessons) {
        LocalizedText text = new LocalizedText(Map.of(Language.NB, "M"));
        return new KnowledgeModule("m", 1, true, new Drawing(""), text, text, List.of(), List.of(lessons), List.of());
    }

    private static KnowledgeModule.Translations translations(Lesson lesson, Language... languages) {
        return new KnowledgeModule.Translations(
                lesson.slug(),
                List.of(languages).stream().collect(java.util.stream.Collectors.toMap(it -> it, it -> lesson)));
    }

    private static Lesson lesson(String slug, Set<String> lives, Set<Aim> aims, Claim... claims) {
        List<Block> cards = java.util.stream.IntStream.range(0, claims.length)
                .<Block>mapToObj(it -> new Block.ClaimCard("c" + it, Lessons.VERSION, claims[it], Optional.empty()))
                .toList();
        return new Lesson(
                slug,
                Language.NB,
                slug,
                slug,
                10,
                Set.of(Profession.CLINICIAN),
                aims,
                Map.of(Demand.LIFE_COURSE, lives),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Lesson.Step("s", "S", 1, 0, cards)),
                Lessons.VERSION);
    }

    private static Claim claim(String id, LocalDate review) {
        LocalizedText text = new LocalizedText(Map.of(Language.NB, id));
        return new Claim(
                id, text, List.of(), List.of(), List.of(), Map.of(), Certainty.LOW, text, text, text, TODAY, review);
    }
}
