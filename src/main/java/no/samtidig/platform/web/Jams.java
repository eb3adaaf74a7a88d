package no.samtidig.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import no.samtidig.platform.Problem;
import no.samtidig.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Where one route just waited in vain for the database, the next requests of that route may not take all connections and wait as well:
 * for a few seconds few of them are let through at a time, and the rest are told to come back. All other routes have the connections.
 */
@Configuration
class Jams implements WebMvcConfigurer, HandlerInterceptor {
    /** At a time, through a jammed route: a quarter of the connections. */
    private static final int FEW = 3;

    /** A route is jammed this long after somebody waited in vain. */
    private static final Duration LASTS = Duration.ofSeconds(5);

    /** So long one waits for one's turn. Where all is well again, it comes in milliseconds. */
    private static final Duration TURN = Duration.ofMillis(500);

    private static final String HELD = Jams.class.getName();

    private final Map<String, Jam> jams = new ConcurrentHashMap<>();

    private record Jam(Semaphore turns, long until) {}

    /** The request waited for the database in vain. */
    void note(HttpServletRequest request) {
        String route = route(request);
        if (route != null) {
            long until = System.nanoTime() + LASTS.toNanos();
            jams.compute(route, (_, jam) -> new Jam(jam == null ? new Semaphore(FEW) : jam.turns(), until));
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        String route = route(request);
        Jam jam = route == null ? null : jams.get(route);
        if (jam == null) {
            return true;
        }
        if (System.nanoTime() - jam.until() > 0) {
            jams.remove(route, jam);
            return true;
        }
        if (!jam.turns().tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ProblemException(Problem.SLOW);
        }
        request.setAttribute(HELD, jam.turns());
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(HELD) instanceof Semaphore turns) {
            request.removeAttribute(HELD);
            turns.release();
        }
    }

    private static @Nullable String route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? null : request.getMethod() + " " + pattern;
    }
}
