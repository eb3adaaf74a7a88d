package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import no.samtidig.App;
import no.samtidig.Proves;
import no.samtidig.RenewedApp;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.survey.disclosure.Releasing;
import no.samtidig.trust.Promise;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** When answers go out, with what, and what of it may be shown; on real PostgreSQL. */
@RenewedApp
@Proves({Promise.ANONYMOUS, Promise.SMALL_GROUPS})
class ReleasingTest {
    private static final App app = App.shared();
    private static SurveyWorld world;
    private static UnitPath large;
    private static UnitPath small;
    private static UnitPath west;

    @BeforeAll
    static void start() {
        world = new SurveyWorld(app);
        List<UnitPath> units = world.units("slipp", "50", ServiceLevel.SPECIALIST, 2);
        large = units.get(0);
        small = units.get(1);
        west = world.units("slippvest", "46", ServiceLevel.SPECIALIST, 1).getFirst();
    }

    private static void answers(Round round, UnitPath unit, StaffGroup group, int count, String answer) {
        for (int i = 0; i < count; i++) {
            world.answer(round, unit, group, Map.of("svar", List.of(answer)));
        }
    }

    private static Map<String, Integer> groups(Round round) {
        return world
                .sql
                .sql("""
                select place_kind || ':' || place || '/' || split as name, n from survey.report_group where round = :round
                """)
                .param("round", round.id().value())
                .query((row, number) -> Map.entry(row.getString("name"), row.getInt("n")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Integer> shown(Round round, String kind, String place, String item) {
        return world
                .sql
                .sql("""
                select value, n from survey.report_answer
                where round = :round and place_kind = :kind and place = :place and split_kind = 'all' and item = :item
                """)
                .param("round", round.id().value())
                .param("kind", kind)
                .param("place", place)
                .param("item", item)
                .query((row, number) -> Map.entry(row.getString("value"), row.getInt("n")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static int waiting(Round round) {
        return world.sql
                .sql("select count(*) from survey.envelope where round = :round and sealed is not null")
                .param("round", round.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void nothing_is_shown_before_the_round_is_closed_but_tickets_are_marked() {
        Round round = world.open(Round.First.UNIT, false);
        answers(round, large, StaffGroup.MILIEU, 12, "ja");
        app.bean(Releasing.class).release(round.id());
        assertThat(groups(round)).isEmpty();
        assertThat(waiting(round)).isEqualTo(12);
        assertThat(world.sql
                        .sql("select count(*) from survey.ticket where round = :round and used")
                        .param("round", round.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(12);
    }

    @Test
    void closed_it_shows_each_group_of_five_or_more_and_the_counts_add_up() {
        Round round = world.open(Round.First.UNIT, false);
        answers(round, large, StaffGroup.MILIEU, 6, "ja");
        answers(round, large, StaffGroup.CLINICIAN, 5, "nei");
        world.settle(round);
        assertThat(groups(round))
                .containsEntry("country:/", 11)
                .containsEntry("country:/behandler", 5)
                .containsEntry("country:/miljopersonell", 6)
                .containsEntry("rvts:rvts_midt/", 11)
                .containsEntry("unit:" + large.value() + "/", 11)
                .containsEntry("owner:no.slipp/", 11)
                .doesNotContainKey("rvts:rvts_vest/");
        assertThat(shown(round, "rvts", "rvts_midt", "svar")).isEqualTo(Map.of("", 11, "ja", 6, "nei", 5));
        assertThat(waiting(round)).isZero();
        assertThat(app.bean(Rounds.class).find(round.id()).orElseThrow().state())
                .isEqualTo(Round.State.SETTLED);
    }

    @Test
    void a_unit_of_four_is_not_shown_and_its_answers_count_where_enough_are_together() {
        Round round = world.open(Round.First.UNIT, false);
        answers(round, large, StaffGroup.MILIEU, 8, "ja");
        answers(round, small, StaffGroup.MILIEU, 4, "nei");
        world.settle(round);
        assertThat(groups(round))
                .containsEntry("country:/", 12)
                .containsEntry("rvts:rvts_midt/", 12)
                .containsEntry("unit:" + large.value() + "/", 7)
                .doesNotContainKey("unit:" + small.value() + "/");
    }

    @Test
    void fewer_than_five_in_all_are_shown_nowhere_and_their_answers_are_thrown_away() {
        Round round = world.open(Round.First.STAFF_GROUP, false);
        answers(round, large, StaffGroup.MILIEU, 4, "ja");
        world.settle(round);
        assertThat(groups(round)).isEmpty();
        assertThat(waiting(round)).isZero();
        assertThat(rows(round, "response")).isZero();
    }

    @Test
    void underway_results_come_in_steps_of_five_and_five_are_held_back() {
        Round round = world.open(Round.First.UNIT, true);
        Releasing releasing = app.bean(Releasing.class);
        int before = 0;
        for (int i = 1; i <= 40; i++) {
            answers(round, i % 3 == 0 ? small : large, StaffGroup.MILIEU, 1, "ja");
            releasing.release(round.id());
            int now = groups(round).getOrDefault("country:/", 0);
            assertThat(now - before).matches(it -> it == 0 || it >= 5);
            assertThat(i - now).isGreaterThanOrEqualTo(Math.min(i, 5));
            before = now;
        }
        assertThat(before).isGreaterThan(20);
        world.settle(round);
        assertThat(groups(round).get("country:/")).isEqualTo(40);
        assertThat(40 - before).isGreaterThanOrEqualTo(5);
    }

    @Test
    void underway_only_what_everybody_must_answer_is_shown() {
        Round round = world.open(Round.First.UNIT, true);
        for (int i = 0; i < 20; i++) {
            world.answer(
                    round,
                    large,
                    StaffGroup.MILIEU,
                    Map.of("svar", List.of("ja"), "skala", List.of("7"), "mer", List.of("a")));
        }
        app.bean(Releasing.class).release(round.id());
        assertThat(shown(round, "country", "", "svar")).isNotEmpty();
        assertThat(shown(round, "country", "", "skala")).isEmpty();
        assertThat(shown(round, "country", "", "mer")).isEmpty();
        world.settle(round);
        assertThat(shown(round, "country", "", "skala")).isEqualTo(Map.of("", 20, "7", 20));
    }

    @Test
    void a_question_that_few_of_a_group_were_asked_cannot_be_found_by_subtraction() {
        Round round = world.open(Round.First.UNIT, false);
        for (int i = 0; i < 8; i++) {
            world.answer(round, large, StaffGroup.MILIEU, Map.of("svar", List.of("ja"), "mer", List.of("a")));
        }
        for (int i = 0; i < 7; i++) {
            world.answer(
                    round,
                    west,
                    StaffGroup.MILIEU,
                    i < 2 ? Map.of("svar", List.of("ja"), "mer", List.of("b")) : Map.of("svar", List.of("nei")));
        }
        world.settle(round);
        assertThat(groups(round)).containsEntry("rvts:rvts_vest/", 7).containsEntry("rvts:rvts_midt/", 8);
        int country = shown(round, "country", "", "mer").getOrDefault("", 0);
        int midt = shown(round, "rvts", "rvts_midt", "mer").getOrDefault("", 0);
        assertThat(shown(round, "rvts", "rvts_vest", "mer")).isEmpty();
        assertThat(country - midt).matches(it -> it == 0 || it >= 5);
    }

    @Test
    void texts_that_fewer_than_five_wrote_are_read_by_nobody() {
        Round round = world.open(Round.First.UNIT, false);
        for (int i = 0; i < 9; i++) {
            world.answer(
                    round,
                    large,
                    StaffGroup.MILIEU,
                    i < 4
                            ? Map.of("svar", List.of("ja"), "ord", List.of("hemmelig " + i))
                            : Map.of("svar", List.of("ja")));
        }
        world.settle(round);
        assertThat(rows(round, "free_text")).isZero();
    }

    @Test
    void letting_out_twice_or_after_a_stop_at_any_point_doubles_nothing() {
        int stops = 0;
        for (int at = 1; stopped(at); at += 9) {
            stops++;
        }
        assertThat(stops)
                .as("the last stops are while answers and texts are written")
                .isGreaterThan(10);
    }

    /** Whether the power went at all, when it goes the given time that chance is asked. */
    private boolean stopped(int at) {
        Round round = world.open(Round.First.UNIT, false);
        answersWithWords(round, large, StaffGroup.MILIEU, 9, "ja");
        answersWithWords(round, small, StaffGroup.CLINICIAN, 9, "nei");
        answersWithWords(round, west, StaffGroup.MILIEU, 3, "nei");
        Releasing unlucky = world.releasing(new java.util.Random(1) {
            private int asked;

            @Override
            public int nextInt(int bound) {
                if (++asked == at) {
                    throw new IllegalStateException("the power went");
                }
                return super.nextInt(bound);
            }
        });
        app.bean(Rounds.class).close(round.id());
        boolean stopped = false;
        try {
            unlucky.release(round.id());
        } catch (IllegalStateException power) {
            assertThat(power).hasMessageContaining("power");
            stopped = true;
        }
        app.bean(Releasing.class).release(round.id());
        app.bean(Releasing.class).release(round.id());
        assertThat(groups(round)).as("stopped at %d", at).containsEntry("country:/", 21);
        assertThat(rows(round, "response")).isEqualTo(21);
        assertThat(rows(round, "free_text")).isEqualTo(21);
        assertThat(rows(round, "text_envelope")).isZero();
        assertThat(world.sql
                        .sql("select count(*) from survey.ticket where round = :round and used")
                        .param("round", round.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(21);
        return stopped;
    }

    private static void answersWithWords(Round round, UnitPath unit, StaffGroup group, int count, String answer) {
        for (int i = 0; i < count; i++) {
            world.answer(round, unit, group, Map.of("svar", List.of(answer), "ord", List.of("ord " + i)));
        }
    }

    private static int rows(Round round, String table) {
        return world.sql
                .sql("select count(*) from survey." + table + " where round = :round")
                .param("round", round.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void an_answer_on_its_way_in_when_the_round_closes_is_waited_for_and_none_comes_after() throws Exception {
        Round round = world.open(Round.First.UNIT, false);
        answers(round, large, StaffGroup.MILIEU, 5, "ja");
        CountDownLatch looked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<?> arriving =
                    both.submit(() -> app.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
                        answers(round, large, StaffGroup.MILIEU, 1, "nei");
                        looked.countDown();
                        await(goOn);
                    }));
            await(looked);
            app.bean(Rounds.class).close(round.id());
            Future<?> releasing = both.submit(() -> app.bean(Releasing.class).release(round.id()));
            Awaitility.await()
                    .until(() -> world.sql
                                    .sql(
                                            "select count(*) from pg_locks where not granted and relation = 'survey.envelope'::regclass")
                                    .query(Integer.class)
                                    .single()
                            == 1);
            goOn.countDown();
            arriving.get();
            releasing.get();
        }
        assertThat(groups(round)).containsEntry("country:/", 6);
        assertThat(new RespondingStore(world.sql).put(new byte[] {1}, round.id(), new byte[] {1}))
                .as("the round is closed")
                .isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void what_was_counted_goes_with_its_round() {
        Round round = world.open(Round.First.UNIT, false);
        answers(round, large, StaffGroup.MILIEU, 6, "ja");
        world.settle(round);
        assertThat(counts(round)).isPositive();
        world.sql
                .sql("delete from survey.round where id = :round")
                .param("round", round.id().value())
                .update();
        assertThat(counts(round)).isZero();
    }

    private static int counts(Round round) {
        return rows(round, "tally") + rows(round, "group_tally") + rows(round, "response");
    }

    @Test
    void an_envelope_that_cannot_be_opened_does_not_hold_up_other_rounds() {
        Round broken = world.open(Round.First.UNIT, false);
        world.sql
                .sql("insert into survey.envelope (proof, round, sealed) values ('\\x00', :round, '\\x0102')")
                .param("round", broken.id().value())
                .update();
        Round sound = world.open(Round.First.UNIT, false);
        answers(sound, large, StaffGroup.MILIEU, 6, "ja");
        app.bean(Rounds.class).close(sound.id());
        app.bean(Releasing.class).release();
        assertThat(groups(sound)).containsEntry("country:/", 6);
        assertThat(waiting(broken)).isEqualTo(1);
    }

    @Test
    void the_promise_of_a_round_cannot_be_changed_and_an_anonymous_one_holds_no_names() {
        Round round = world.open(Round.First.UNIT, false);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> world.sql
                        .sql("update survey.round set anonymous = false where id = :id")
                        .param("id", round.id().value())
                        .update())
                .hasMessageContaining("never changes");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> world.sql.sql("""
                        insert into survey.named_response (round, account, day, answers)
                        values (:id, gen_random_uuid(), current_date, '{}')
                        """).param("id", round.id().value()).update())
                .hasMessageContaining("holds no names");
    }
}
