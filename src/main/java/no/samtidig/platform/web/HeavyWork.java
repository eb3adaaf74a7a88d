package no.samtidig.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import no.samtidig.platform.Problem;
import no.samtidig.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The bulkhead between {@link Heavy} routes and all others: one fewer at a time than there are cores, so that a core is left for the
 * pages of everybody else, whatever is asked for. The rest wait, holding no thread and no connection, and in the end get {@link
 * Problem#BUSY}, with what they typed.
 */
@Component
class HeavyWork implements WebMvcConfigurer, HandlerInterceptor {
    /** At a time. */
    static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    /** So many more may wait: what is done in the time one waits, where each takes a fifth of a second. */
    static final int WAITING = 20 * AT_ONCE;

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final String HELD = HeavyWork.class.getName();

    private final HeavyTurns turns = new HeavyTurns(AT_ONCE, WAITING, PATIENCE);

    HeavyTurns turns() {
        return turns;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (handler instanceof HandlerMethod method
                && method.hasMethodAnnotation(Heavy.class)
                && request.getAttribute(HELD) == null) {
            if (!turns.take()) {
                throw new ProblemException(Problem.BUSY);
            }
            request.setAttribute(HELD, true);
        }
        return true;
    }

    /** After the page is written: writing it is most of the work. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(HELD) != null) {
            request.removeAttribute(HELD);
            turns.giveBack();
        }
    }
}
