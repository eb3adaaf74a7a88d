package no.samtidig.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Stored sessions that note their last use at most once a minute. Without this every page read would be a write to disk; a session
 * that lasts twelve hours does not need to know the second.
 *
 * @param <S> the stored session's own type
 */
final class QuietSessions<S extends Session> implements SessionRepository<QuietSessions.Quiet<S>> {
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final SessionRepository<S> stored;

    private QuietSessions(SessionRepository<S> stored) {
        this.stored = stored;
    }

    static <S extends Session> SessionRepository<? extends Session> around(SessionRepository<S> stored) {
        return new QuietSessions<>(stored);
    }

    @Override
    public Quiet<S> createSession() {
        return new Quiet<>(stored.createSession());
    }

    @Override
    public void save(Quiet<S> session) {
        stored.save(session.inner());
    }

    @Override
    public @Nullable Quiet<S> findById(String id) {
        S session = stored.findById(id);
        return session == null ? null : new Quiet<>(session);
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
    }

    /** A stored session that is only told of its use now and then. */
    record Quiet<S extends Session>(S inner) implements Session {
        @Override
        public void setLastAccessedTime(Instant used) {
            if (Duration.between(inner.getLastAccessedTime(), used).compareTo(NOTED_EVERY) >= 0) {
                inner.setLastAccessedTime(used);
            }
        }

        @Override
        public String getId() {
            return inner.getId();
        }

        @Override
        public String changeSessionId() {
            return inner.changeSessionId();
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as Session declares it
        public <T> @Nullable T getAttribute(String name) {
            return inner.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return inner.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            inner.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            inner.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return inner.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return inner.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            inner.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return inner.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return inner.isExpired();
        }
    }
}
