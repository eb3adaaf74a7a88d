package no.samtidig.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;

/** Reading a page is no write. */
class QuietSessionsTest {
    @Test
    void a_use_is_noted_after_a_minute_and_not_before() {
        MapSession stored = new MapSession();
        Instant first = Instant.parse("2026-11-21T12:00:00Z");
        stored.setLastAccessedTime(first);
        QuietSessions.Quiet<MapSession> session = new QuietSessions.Quiet<>(stored);
        session.setLastAccessedTime(first.plus(Duration.ofSeconds(59)));
        assertThat(stored.getLastAccessedTime()).isEqualTo(first);
        session.setLastAccessedTime(first.plus(Duration.ofSeconds(60)));
        assertThat(stored.getLastAccessedTime()).isEqualTo(first.plus(Duration.ofSeconds(60)));
    }
}
