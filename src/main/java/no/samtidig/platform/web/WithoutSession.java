package no.samtidig.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Addresses where nobody is known, also where somebody is signed in: the cookie of a session is not looked at there, so no session is read,
 * and none is noted as used, which would stand in the database's log of writes beside what was sent. The module that owns the addresses
 * declares them as a bean.
 */
public final class WithoutSession {
    private final List<PathPattern> paths;

    private WithoutSession(List<PathPattern> paths) {
        this.paths = paths;
    }

    /** As in mappings; {@code /**} at the end is everything below. */
    public static WithoutSession at(String... paths) {
        return new WithoutSession(Arrays.stream(paths)
                .map(PathPatternParser.defaultInstance::parse)
                .toList());
    }

    /** Whether the request is to one of them, or is the answer to one that the server refused. */
    public boolean covers(HttpServletRequest request) {
        Object refused = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        PathContainer path = PathContainer.parsePath(refused instanceof String it ? it : request.getRequestURI());
        return paths.stream().anyMatch(it -> it.matches(path));
    }
}
