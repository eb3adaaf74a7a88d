package no.samtidig.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samtidig.TestDatabase;
import no.samtidig.access.AccountId;
import no.samtidig.catalogue.BlockRef;
import no.samtidig.catalogue.ContentVersion;
import no.samtidig.catalogue.Lesson;
import no.samtidig.catalogue.Lessons;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Progress, answers and notes on real PostgreSQL. */
class StoresTest {
    private static final OffsetDateTime NOW = OffsetDateTime.of(2026, 11, 21, 12, 0, 0, 0, ZoneOffset.UTC);
    private static final ContentVersion OLD = new ContentVersion("aaaaaaaaaaaa");
    private static final ContentVersion NEW = new ContentVersion("bbbbbbbbbbbb");
    private static final BlockRef WHERE = new BlockRef("m", "l", "b");

    private final JdbcClient sql = TestDatabase.client();
    private final ProgressStore progress = new ProgressStore(sql);
    private final AnswerStore answers = new AnswerStore(sql);
    private final NoteStore notes = new NoteStore(sql);
    private final RepetitionStore repetitions = new RepetitionStore(sql);
    private final Fsrs fsrs = new Fsrs();
    private AccountId one = account();
    private AccountId other = account();

    private AccountId account() {
        UUID id = UUID.randomUUID();
        sql.sql("insert into access.account (id, email, name, created) values (:id, :email, 'N', :now)")
                .param("id", id)
                .param("email", id + "@example.invalid")
                .param("now", NOW)
                .update();
        return new AccountId(id);
    }

    @BeforeEach
    void people() {
        one = account();
        other = account();
    }

    @Test
    void a_part_done_twice_keeps_the_wording_it_was_first_done_in() {
        progress.done(one, "m", "l", new Lesson.Part("p", OLD), NOW);
        progress.done(one, "m", "l", new Lesson.Part("p", NEW), NOW.plusDays(1));
        assertThat(progress.done(one, "m")).isEqualTo(Map.of("l", Set.of("p")));
        assertThat(progress.done(other, "m")).isEmpty();
        assertThat(sql.sql("select version from learning.progress where account = :a")
                        .param("a", one.value())
                        .query(String.class)
                        .single())
                .isEqualTo(OLD.value());
    }

    @Test
    void a_lesson_is_completed_for_the_first_time_once() {
        Lesson lesson = Lessons.of(List.of());
        assertThat(progress.complete(one, "m", lesson, NOW)).isTrue();
        assertThat(progress.complete(one, "m", lesson, NOW)).isFalse();
        assertThat(progress.completedLessons(one, "m")).containsExactly("l");
        assertThat(progress.completedLessons(other, "m")).isEmpty();
    }

    @Test
    void completions_are_given_for_those_asked_about_and_that_module_only() {
        progress.complete(one, "m", Lessons.of(List.of()), NOW);
        progress.complete(one, "other", Lessons.of(List.of()), NOW);
        progress.complete(other, "m", Lessons.of(List.of()), NOW);
        assertThat(progress.completions(List.of(one, account()), "m").keySet()).containsExactly(one);
        assertThat(progress.completions(List.of(one), "m").get(one)).containsOnlyKeys("l");
        assertThat(progress.completions(List.of(), "m")).isEmpty();
    }

    @Test
    void the_latest_answer_counts_and_the_same_key_counts_once() {
        UUID key = UUID.randomUUID();
        answers.keep(one, WHERE, key, new Answer(OLD, List.of(0), Optional.of(false)), NOW);
        answers.keep(one, WHERE, key, new Answer(OLD, List.of(0), Optional.of(false)), NOW);
        assertThat(sql.sql("select count(*) from learning.answer where account = :a")
                        .param("a", one.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        answers.keep(one, WHERE, key, new Answer(OLD, List.of(1), Optional.of(true)), NOW);
        assertThat(answers.latest(one, "m", "l").get("b"))
                .as("one key is one attempt, whatever else is sent with it")
                .isEqualTo(new Answer(OLD, List.of(0), Optional.of(false)));
        answers.keep(one, WHERE, UUID.randomUUID(), new Answer(NEW, List.of(), Optional.empty()), NOW);
        assertThat(answers.latest(one, "m", "l").get("b")).isEqualTo(new Answer(NEW, List.of(), Optional.empty()));
        assertThat(answers.latest(other, "m", "l")).isEmpty();
    }

    @Test
    void a_note_is_kept_only_on_the_revision_it_was_built_on() {
        Note first = new Note(WHERE, "Hva?", "en", 1, NOW);
        assertThat(notes.keep(one, first, null, 0)).isTrue();
        assertThat(notes.keep(one, first, null, 0)).as("another tab was first").isFalse();
        assertThat(notes.keep(one, new Note(WHERE, "Hva?", "to", 2, NOW), null, 1))
                .isTrue();
        assertThat(notes.all(one).getFirst().text()).isEqualTo("to");
        assertThat(notes.all(other)).isEmpty();
        assertThat(notes.lock(other, WHERE)).isEmpty();
        assertThat(notes.keep(one, new Note(WHERE, "Hva?", "", 3, NOW), null, 2))
                .isTrue();
        assertThat(notes.all(one)).as("an emptied note is not shown").isEmpty();
        assertThat(notes.lock(one, WHERE).orElseThrow().note().revision()).isEqualTo(3);
    }

    @Test
    void what_was_answered_in_a_lesson_is_met_by_its_first_answer_and_latest_day() {
        OffsetDateTime late = OffsetDateTime.of(2026, 11, 23, 23, 30, 0, 0, ZoneOffset.UTC);
        answers.keep(one, WHERE, UUID.randomUUID(), new Answer(OLD, List.of(0), Optional.of(false)), NOW);
        answers.keep(one, WHERE, UUID.randomUUID(), new Answer(NEW, List.of(1), Optional.of(true)), late);
        answers.keep(
                one,
                new BlockRef("m", "l", "case"),
                UUID.randomUUID(),
                new Answer(OLD, List.of(0), Optional.empty()),
                NOW);
        Repetition met = repetitions.met(one, fsrs).getFirst();
        assertThat(repetitions.met(one, fsrs)).as("a case is not asked again").hasSize(1);
        assertThat(met.version()).isEqualTo(NEW);
        assertThat(met.met()).as("a day in Norway").isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(met.due()).as("wrong at first").isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(repetitions.met(other, fsrs)).isEmpty();
    }

    @Test
    void where_a_question_stands_is_kept_and_an_answer_in_the_lesson_moves_only_when_it_was_seen() {
        answers.keep(one, WHERE, UUID.randomUUID(), new Answer(OLD, List.of(1), Optional.of(true)), NOW);
        LocalDate day = LocalDate.of(2026, 11, 24);
        Repetition after = repetitions.met(one, fsrs).getFirst().reviewed(NEW, Fsrs.Grade.AGAIN, day, 7, fsrs);
        repetitions.keep(one, after);
        repetitions.keep(one, after);
        assertThat(repetitions.met(one, fsrs)).containsExactly(after);
        assertThat(after.lapses()).isEqualTo(1);
        answers.keep(one, WHERE, UUID.randomUUID(), new Answer(NEW, List.of(1), Optional.of(true)), NOW.plusDays(9));
        Repetition now = repetitions.met(one, fsrs).getFirst();
        assertThat(now.seen()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(now.due()).isEqualTo(after.due());
        assertThat(now.met()).isEqualTo(day);
    }

    @Test
    void a_review_counts_once_for_its_key_and_once_for_its_day() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        UUID key = UUID.randomUUID();
        Answer right = new Answer(NEW, List.of(1), Optional.of(true));
        Answer wrong = new Answer(NEW, List.of(0), Optional.of(false));
        assertThat(repetitions.review(one, WHERE, key, right, true, day)).isTrue();
        assertThat(repetitions.review(one, WHERE, key, right, true, day))
                .as("the same form")
                .isFalse();
        assertThat(repetitions.review(one, WHERE, UUID.randomUUID(), wrong, true, day))
                .as("another tab")
                .isFalse();
        assertThat(repetitions.on(one, day)).isEqualTo(Map.of(WHERE, right));
        assertThat(repetitions.review(one, WHERE, key, wrong, false, day.plusDays(3)))
                .as("an old page, another day")
                .isTrue();
        assertThat(repetitions.on(one, day.plusDays(3))).isEqualTo(Map.of(WHERE, wrong));
        assertThat(repetitions.on(other, day)).isEmpty();
    }

    @Test
    void turning_off_twice_and_on_is_on() {
        repetitions.turnOff(one, NOW);
        repetitions.turnOff(one, NOW);
        assertThat(repetitions.off(one)).isTrue();
        assertThat(repetitions.off(other)).isFalse();
        repetitions.turnOn(one);
        assertThat(repetitions.off(one)).isFalse();
    }
}
