package no.samtidig.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import no.samtidig.platform.Problem;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.Rates;
import no.samtidig.platform.Readers;
import no.samtidig.platform.View;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Keeps what {@link Limited} says. */
@Component
class Limits implements WebMvcConfigurer, HandlerInterceptor {
    private final ObjectProvider<Rates> rates;
    private final ObjectProvider<Readers> readers;

    Limits(ObjectProvider<Rates> rates, ObjectProvider<Readers> readers) {
        this.rates = rates;
        this.readers = readers;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Limited limited = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Limited.class) : null;
        if (limited != null && !admits(limited, request)) {
            response.setHeader("Retry-After", "60");
            throw new ProblemException(Problem.TOO_OFTEN);
        }
        return true;
    }

    private boolean admits(Limited limited, HttpServletRequest request) {
        Rates.Limit limit = new Rates.Limit(limited.value(), limited.most(), Duration.ofMinutes(limited.minutes()));
        Readers known = readers.getIfAvailable();
        View.@Nullable Person person = known == null ? null : known.person(request, Views.language(request));
        return person == null
                ? rates.getObject().admitsFrom(limit, request.getRemoteAddr())
                : rates.getObject().admits(limit, "reader " + person.key());
    }
}
