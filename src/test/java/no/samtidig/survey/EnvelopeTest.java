package no.samtidig.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.Proves;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.TestSecrets;
import no.samtidig.questionnaire.Answers;
import no.samtidig.questionnaire.Questionnaire;
import no.samtidig.questionnaire.QuestionnaireText;
import no.samtidig.trust.Promise;
import org.junit.jupiter.api.Test;

@Proves(Promise.ANONYMOUS)
class EnvelopeTest {
    private static final UUID TICKET = UUID.randomUUID();

    private final Envelope envelope = new Envelope(TestSecrets.known());

    private static Envelope.SealedAnswer answer(Map<String, List<String>> answers) {
        return new Envelope.SealedAnswer(
                TICKET, new UnitPath("no.eier.enhet"), Optional.of(StaffGroup.LEADER), new Answers(answers));
    }

    @Test
    void what_is_sealed_opens_again() {
        Envelope.SealedAnswer before = answer(Map.of("a", List.of("b", "c"), "d", List.of("æøå «ŋ» 🙂\n")));

        assertThat(envelope.open(envelope.seal(before, Envelope.SMALLEST))).isEqualTo(before);
    }

    @Test
    void nothing_of_it_can_be_read_or_changed() {
        byte[] sealed = envelope.seal(answer(Map.of("svar", List.of("hemmelig"))), Envelope.SMALLEST);

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("svar", "hemmelig", "eier");
        sealed[100] ^= 1;
        assertThatThrownBy(() -> envelope.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_size_does_not_tell_how_many_questions_were_answered() {
        Questionnaire questionnaire = QuestionnaireText.read("prove", Path.of("prove"), SurveyWorld.QUESTIONS);
        int room = Envelope.room(questionnaire);
        Map<String, List<String>> all = Map.of(
                "nummer", List.of("99999"),
                "svar", List.of("kanskje"),
                "skala", List.of("10"),
                "mer", List.of("a"),
                "ord", List.of("x".repeat(100)));

        assertThat(envelope.seal(answer(all), room)).hasSameSizeAs(envelope.seal(answer(Map.of()), room));
        assertThat(room).isEqualTo(Integer.highestOneBit(room)).isGreaterThanOrEqualTo(Envelope.SMALLEST);
    }

    @Test
    void a_long_text_takes_the_double_and_no_more_is_told() {
        byte[] longer = envelope.seal(answer(Map.of("ord", List.of("x".repeat(1100)))), Envelope.SMALLEST);
        byte[] longest = envelope.seal(answer(Map.of("ord", List.of("x".repeat(1900)))), Envelope.SMALLEST);

        assertThat(longer)
                .hasSameSizeAs(longest)
                .hasSizeGreaterThan(envelope.seal(answer(Map.of()), Envelope.SMALLEST).length);
    }
}
