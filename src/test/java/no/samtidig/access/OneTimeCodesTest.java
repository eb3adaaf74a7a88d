package no.samtidig.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import no.samtidig.AuthenticatorApp;
import org.junit.jupiter.api.Test;

/** Codes and keys as the standards give them, so that any app works. */
class OneTimeCodesTest {
    /** RFC 6238, appendix B, SHA-1; six digits are the last six of the eight given there. */
    @Test
    void codes_are_those_of_the_standard() {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        AuthenticatorApp app = new AuthenticatorApp(OneTimeCodes.base32(secret));
        assertThat(app.code(Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(app.code(Instant.ofEpochSecond(1_111_111_109))).isEqualTo("081804");
        assertThat(app.code(Instant.ofEpochSecond(1_234_567_890))).isEqualTo("005924");
        assertThat(app.code(Instant.ofEpochSecond(20_000_000_000L))).isEqualTo("353130");
    }

    /** RFC 4648, section 10, without its padding: apps take keys so. */
    @Test
    void keys_are_written_as_the_standard_says() {
        assertThat(OneTimeCodes.base32(bytes("f"))).isEqualTo("MY");
        assertThat(OneTimeCodes.base32(bytes("fo"))).isEqualTo("MZXQ");
        assertThat(OneTimeCodes.base32(bytes("foo"))).isEqualTo("MZXW6");
        assertThat(OneTimeCodes.base32(bytes("foob"))).isEqualTo("MZXW6YQ");
        assertThat(OneTimeCodes.base32(bytes("fooba"))).isEqualTo("MZXW6YTB");
        assertThat(OneTimeCodes.base32(bytes("foobar"))).isEqualTo("MZXW6YTBOI");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
