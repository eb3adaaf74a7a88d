package no.samtidig.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final byte[] TEXT = "nøkkel".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void what_is_sealed_opens_again_after_a_restart() {
        byte[] sealed = new Secrets("", "", folder).seal(TEXT);

        assertThat(new Secrets("", "", folder).open(sealed)).isEqualTo(TEXT);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(TEXT, StandardCharsets.ISO_8859_1));
        assertThat(new Secrets("", "", folder).seal(TEXT)).isNotEqualTo(sealed);
    }

    @Test
    void a_changed_byte_does_not_open() {
        Secrets secrets = new Secrets("", "", folder);
        byte[] sealed = secrets.seal(TEXT);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> secrets.open(sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secrets.open(new byte[2])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_mark_is_the_same_again_and_another_for_another_purpose_text_or_key() {
        Secrets secrets = new Secrets("", "", folder);
        String other = Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(secrets.mark("a", TEXT)).hasSize(32).isEqualTo(secrets.mark("a", TEXT));
        assertThat(secrets.mark("a", TEXT))
                .isNotEqualTo(secrets.mark("b", TEXT))
                .isNotEqualTo(secrets.mark("a", new byte[] {1}))
                .isNotEqualTo(new Secrets(other, "", folder).mark("a", TEXT));
    }

    @Test
    void another_key_does_not_open() {
        byte[] sealed = new Secrets("", "", folder).seal(TEXT);
        String other = Base64.getEncoder().encodeToString(new byte[32]);

        assertThatThrownBy(() -> new Secrets(other, "", folder).open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_outside_database_needs_a_key_and_a_short_key_is_refused() {
        assertThatThrownBy(() -> new Secrets("", "jdbc:postgresql://elsewhere/samtidig", folder))
                .isInstanceOf(StartProblem.class);
        assertThatThrownBy(() -> new Secrets("a29ydA==", "", folder)).isInstanceOf(StartProblem.class);
    }
}
