package no.samtidig.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import no.samtidig.platform.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Refuses a form that is larger than its route takes, before it is read. The server's own limits are those of the largest
 * {@link LargeUpload}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 25)
class UploadLimit extends OncePerRequestFilter {
    /** For every route that says nothing else. */
    private static final DataSize USUAL = DataSize.ofKilobytes(256);

    private static final List<String> FORMS = List.of("multipart/", "application/x-www-form-urlencoded");

    private record Limit(PathPattern path, long most) {}

    private final List<Limit> limits;
    private final PageRenderer renderer;
    private final Views views;

    UploadLimit(ObjectProvider<LargeUpload> large, PageRenderer renderer, Views views) {
        this.limits = large.stream()
                .map(it -> new Limit(
                        PathPatternParser.defaultInstance.parse(it.path()),
                        it.most().toBytes()))
                .toList();
        this.renderer = renderer;
        this.views = views;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean form = "POST".equals(request.getMethod())
                && type != null
                && FORMS.stream().anyMatch(type.toLowerCase(Locale.ROOT)::startsWith);
        if (form && !small(request)) {
            renderer.write(ProblemPage.of(Problem.TOO_LARGE), views.withoutReader(request), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A request that does not say how large it is, is too large. */
    private boolean small(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        long most = limits.stream()
                .filter(it -> it.path().matches(path))
                .mapToLong(Limit::most)
                .max()
                .orElse(USUAL.toBytes());
        return request.getContentLengthLong() >= 0 && request.getContentLengthLong() <= most;
    }
}
