package no.samtidig.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.samtidig.App;
import no.samtidig.Person;
import no.samtidig.RenewedApp;
import org.junit.jupiter.api.Test;

/** What computes long waits for its turn, and nobody else does. */
@RenewedApp
class HeavyWorkTest {
    private static final String HEAVY = "/skjemaer/eksempel-enkeltvalg";

    private final App app = App.shared();
    private final HeavyTurns turns = app.bean(HeavyWork.class).turns();
    private final Person editor = app.signedIn("fagredaktor");

    @Test
    void while_all_turns_are_taken_pages_answer_and_a_whole_questionnaire_waits_until_it_is_told_to_come_back()
            throws Exception {
        takeAll();
        List<Future<Person.Answer>> waiting = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int i = 0; i < HeavyWork.WAITING; i++) {
                    waiting.add(people.submit(() -> editor.get(HEAVY)));
                }
                while (turns.waiting() < HeavyWork.WAITING) {
                    Thread.sleep(1);
                }
                assertThat(app.visitor().get("/helse").status()).isEqualTo(200);
                assertThat(app.visitor().get("/moduler").status()).isEqualTo(200);
                assertThat(editor.get("/skjemaer").status()).as("the list").isEqualTo(200);
                Person.Answer refused = editor.get(HEAVY);
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.heading()).isEqualTo("Vent litt");
                assertThat(refused.header("retry-after")).isEqualTo("5");
                assertThat(waiting).noneMatch(Future::isDone);
            } finally {
                giveAllBack();
            }
            for (Future<Person.Answer> it : waiting) {
                assertThat(it.get().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_turn_comes_back_however_the_work_ended() throws Exception {
        for (int i = 0; i <= HeavyWork.AT_ONCE; i++) {
            assertThat(editor.get("/skjemaer/finnes-ikke").status()).isEqualTo(404);
            assertThat(app.signedIn("enhetsleder").get(HEAVY).status()).isEqualTo(404);
        }
        assertThat(editor.get(HEAVY).status()).isEqualTo(200);
        takeAll();
        giveAllBack();
    }

    @Test
    void nobody_waits_for_ever() throws Exception {
        HeavyTurns one = new HeavyTurns(1, 1, Duration.ofMillis(1));
        assertThat(one.take()).isTrue();
        assertThat(one.take()).isFalse();
        one.giveBack();
        assertThat(one.take()).as("who gave up left their place").isTrue();
    }

    private void takeAll() throws InterruptedException {
        for (int i = 0; i < HeavyWork.AT_ONCE; i++) {
            assertThat(turns.take()).isTrue();
        }
    }

    private void giveAllBack() {
        for (int i = 0; i < HeavyWork.AT_ONCE; i++) {
            turns.giveBack();
        }
    }
}
