package no.samtidig.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import no.samtidig.platform.web.WithoutSession;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Finds a request's session by its cookie, and does not look at it where nobody is known ({@link WithoutSession}). */
@Component
class SessionIds implements HttpSessionIdResolver {
    private final CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();
    private final Supplier<List<WithoutSession>> without;

    SessionIds(CookieSerializer cookie, ObjectProvider<WithoutSession> without) {
        cookies.setCookieSerializer(cookie);
        this.without = SingletonSupplier.of(() -> without.stream().toList());
    }

    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        return covered(request) ? List.of() : cookies.resolveSessionIds(request);
    }

    /** Beginning one where nobody is known is a mistake of ours. */
    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
        if (covered(request)) {
            throw new IllegalStateException("no session begins where nobody is known");
        }
        cookies.setSessionId(request, response, id);
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        cookies.expireSession(request, response);
    }

    private boolean covered(HttpServletRequest request) {
        return without.get().stream().anyMatch(it -> it.covers(request));
    }
}
