package no.samtidig.improvement.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A code that is read from a screen and typed on a phone. */
class MeetingCodeTest {
    @Test
    void a_code_is_read_however_it_is_typed() {
        MeetingCode code = new MeetingCode("7K01QZ");
        for (String typed :
                new String[] {"7K01QZ", "7k0 1qz", " 7K0-1QZ ", "7KOIQZ", "7kolqz", "https://x.invalid/delta/7K01QZ"}) {
            assertThat(MeetingCode.read(typed)).as(typed).contains(code);
        }
        for (String typed : new String[] {"", "7K01Q", "7K01QZZ", "7K01QU", "x".repeat(5_000), "７Ｋ０１ＱＺ"}) {
            assertThat(MeetingCode.read(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void a_new_code_has_six_signs_that_nobody_can_mistake() {
        byte[] bytes = new byte[10];
        new Random(1).nextBytes(bytes);
        MeetingCode code = MeetingCode.of(bytes);
        assertThat(code.value()).matches("[0-9A-HJKMNP-TV-Z]{6}");
        assertThat(code.grouped()).hasSize(7);
        assertThatThrownBy(() -> new MeetingCode("7k01qz")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_minutes_of_a_meeting_add_up() {
        for (int minutes : new int[] {60, 30}) {
            int at = 0;
            for (Programme.Timed step : Programme.of(minutes)) {
                assertThat(step.from()).isEqualTo(at);
                at = step.to();
            }
            assertThat(at).isEqualTo(minutes);
        }
    }
}
