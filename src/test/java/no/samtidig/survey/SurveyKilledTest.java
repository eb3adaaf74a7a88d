package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.samtidig.Killable;
import no.samtidig.Proves;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Language;
import no.samtidig.platform.Secrets;
import no.samtidig.platform.TestSecrets;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application is killed without warning while answers come in: none that was acknowledged is lost, and none is there twice. */
@Tag("faults")
@Proves(Promise.NEVER_LOST)
class SurveyKilledTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Clock CLOCK = Clock.system(ZoneId.of("Europe/Oslo"));

    private final Questionnaire questionnaire =
            QuestionnaireText.read("prove", Path.of("prove.yaml"), SurveyWorld.QUESTIONS);

    @Test
    void an_acknowledged_answer_is_there_after_the_restart_and_a_resend_is_not_a_second(@TempDir Path folder)
            throws Exception {
        Queue<UUID> waiting = new ConcurrentLinkedQueue<>();
        Queue<UUID> sent = new ConcurrentLinkedQueue<>();
        Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
        Killable first = Killable.start(folder);
        Secrets secrets = TestSecrets.keptIn(folder);
        Tickets tickets = new Tickets(first.database(), secrets, CLOCK);
        waiting.addAll(invited(first.database(), tickets, 600));
        int port = first.port();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            writers.add(Thread.ofVirtual().start(() -> write(port, tickets, waiting, sent, acknowledged)));
        }
        while (acknowledged.size() < 60) {
            Thread.sleep(5);
        }
        first.kill();
        for (Thread writer : writers) {
            writer.join();
        }

        try (Killable second = Killable.start(folder)) {
            assertThat(came(second)).as("before anything is sent again").containsAll(proofs(tickets, acknowledged));
            for (UUID ticket : sent) {
                HttpResponse<Void> again = send(second.port(), tickets.code(ticket));
                assertThat(again.statusCode()).isEqualTo(303);
                assertThat(again.headers().firstValue("Location")).contains("/svar/takk");
            }
            assertThat(came(second)).containsExactlyInAnyOrderElementsOf(proofs(tickets, sent));
        }
    }

    private List<UUID> invited(JdbcClient database, Tickets tickets, int count) {
        LocalDate today = LocalDate.now(CLOCK);
        RoundId round = new RoundId(UUID.randomUUID());
        RoundStore rounds = new RoundStore(database, new Wordings(database));
        rounds.add(
                new Round(
                        round,
                        "Prøve",
                        questionnaire,
                        QuestionnaireText.version(questionnaire),
                        true,
                        false,
                        Round.First.UNIT,
                        new Round.Target(List.of(UnitPath.COUNTRY), List.of(), Set.of(), Set.of()),
                        today.minusDays(1),
                        today.plusDays(7),
                        Round.State.DRAFT),
                UUID.randomUUID(),
                today);
        rounds.open(round, OffsetDateTime.now(CLOCK));
        List<UUID> invited = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            invited.add(tickets.issue(
                            round,
                            new Tickets.Invited(
                                    Optional.empty(),
                                    Optional.empty(),
                                    Language.NB,
                                    new UnitPath("no.eier.enhet"),
                                    Optional.of(StaffGroup.CLINICIAN)))
                    .orElseThrow());
        }
        return invited;
    }

    /** The proofs that answers came in; they stay when an answer is let out of its envelope. */
    private static List<String> came(Killable app) {
        return app.database()
                .sql("select encode(proof, 'hex') from survey.envelope")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static List<String> proofs(Tickets tickets, Queue<UUID> of) {
        return of.stream()
                .map(it -> HexFormat.of().formatHex(tickets.proof(it)))
                .toList();
    }

    private void write(int port, Tickets tickets, Queue<UUID> waiting, Queue<UUID> sent, Queue<UUID> acknowledged) {
        for (UUID ticket = waiting.poll(); ticket != null; ticket = waiting.poll()) {
            sent.add(ticket);
            try {
                if (send(port, tickets.code(ticket)).statusCode() != 303) {
                    return;
                }
                acknowledged.add(ticket);
            } catch (IOException killed) {
                return;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private HttpResponse<Void> send(int port, String code) throws IOException, InterruptedException {
        String body = "versjon=" + QuestionnaireText.version(questionnaire) + "&gjor=send&svar.svar=ja&svar.skala=7";
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/svar/" + code))
                        .timeout(Duration.ofSeconds(10))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }
}
