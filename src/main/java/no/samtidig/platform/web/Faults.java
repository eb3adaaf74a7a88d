package no.samtidig.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.samtidig.platform.Problem;
import no.samtidig.platform.ProblemException;
import no.samtidig.platform.database.Connections;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * The one place where what fails becomes a page: outermost filter, so that it also catches what fails before a handler is reached
 * (the session's database, say). A mistake of ours is logged with a reference; the log holds no text a person typed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Faults extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final String RETRY_AFTER = "5";

    /** What somebody should look at. Its page has a reference. */
    private static final Set<Problem> LOGGED = EnumSet.of(Problem.UNEXPECTED, Problem.DATABASE_AWAY, Problem.SLOW);

    /** SQLSTATE of a lock not got, a statement that took too long, an idle transaction, a deadlock, a transaction that came too late. */
    private static final Set<String> GIVEN_UP = Set.of("55P03", "57014", "25P03", "40P01", "40001");

    private static final Pattern CODE = Pattern.compile("(?i)[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}|(?<=/svar/)[^/]+");

    private final PageRenderer renderer;
    private final Views views;
    private final Connections connections;
    private final Jams jams;

    Faults(PageRenderer renderer, Views views, Connections connections, Jams jams) {
        this.jams = jams;
        this.renderer = renderer;
        this.views = views;
        this.connections = connections;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            answer(request, response, failure);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        Problem problem = problem(failure);
        if (tookTooLong(failure) || (problem == Problem.DATABASE_AWAY && noTurn(failure))) {
            problem = Problem.SLOW;
            jams.note(request);
        }
        String reference = null;
        if (LOGGED.contains(problem)) {
            reference = reference();
            LOG.error(
                    "{} {} failed, reference {}{}",
                    request.getMethod(),
                    loggable(request.getRequestURI()),
                    reference,
                    trace(failure));
        }
        if (problem == Problem.DATABASE_AWAY) {
            connections.letGo();
        }
        if (problem.passes()) {
            response.setHeader("Retry-After", RETRY_AFTER);
        }
        response.resetBuffer();
        OutboxReceipt.say(request, response, problem);
        if (problem == Problem.SIGN_IN_REQUIRED && "GET".equals(request.getMethod())) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(
                    "Location", "/logg-inn?retur=" + URLEncoder.encode(asked(request), StandardCharsets.UTF_8));
            return;
        }
        boolean read = problem != Problem.NOT_UNDERSTOOD && problem != Problem.TOO_LARGE;
        List<ProblemPage.Sent> sent =
                "POST".equals(request.getMethod()) && read ? sent(request.getParameterMap()) : List.of();
        renderer.write(
                new ProblemPage(problem, reference, request.getRequestURI(), sent),
                views.withoutReader(request),
                response);
    }

    /** A path as the log may hold it: without tokens of one-time links (a long part) and codes of certificates (groups of four) and surveys. */
    static String loggable(String path) {
        return CODE.matcher(path.replaceAll("/[\\w-]{40,}", "/…")).replaceAll("…");
    }

    /** Classes and places, never messages: a message may hold what a person typed. */
    private static String trace(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            trace.append("\n  ").append(cause.getClass().getName());
            if (cause instanceof SQLException sql) {
                trace.append(" (SQLSTATE ").append(sql.getSQLState()).append(')');
            }
            Arrays.stream(cause.getStackTrace())
                    .limit(8)
                    .forEach(it -> trace.append("\n    at ").append(it));
        }
        return trace.toString();
    }

    private static List<ProblemPage.Sent> sent(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .flatMap(it -> Arrays.stream(it.getValue()).map(value -> new ProblemPage.Sent(it.getKey(), value)))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), // a form with a password cannot be sent again without it
                        all -> all.stream().anyMatch(ProblemPage.Sent::secret) ? List.of() : all));
    }

    private static String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static Problem problem(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Problem known = known(cause);
            if (known != null) {
                return known;
            }
        }
        return Problem.UNEXPECTED;
    }

    private static @Nullable Problem known(Throwable cause) {
        return switch (cause) {
            case ProblemException ours -> ours.problem();
            case NoResourceFoundException _ -> Problem.NOT_FOUND;
            case MethodArgumentTypeMismatchException _ -> Problem.NOT_FOUND;
            case HttpRequestMethodNotSupportedException _ -> Problem.WRONG_METHOD;
            case HttpMediaTypeNotSupportedException _ -> Problem.NOT_UNDERSTOOD;
            case ServletRequestBindingException _ -> Problem.NOT_UNDERSTOOD;
            case InvalidParameterException form when tooLarge(form) -> Problem.TOO_LARGE;
            case InvalidParameterException _ -> Problem.NOT_UNDERSTOOD;
            case MaxUploadSizeExceededException _ -> Problem.TOO_LARGE;
            case MultipartException _ -> Problem.NOT_UNDERSTOOD;
            case CannotGetJdbcConnectionException _ -> Problem.DATABASE_AWAY;
            case CannotCreateTransactionException _ -> Problem.DATABASE_AWAY;
            case TransactionSystemException _ -> Problem.DATABASE_AWAY;
            case DataAccessResourceFailureException _ -> Problem.DATABASE_AWAY;
            case TransientDataAccessException _ -> Problem.DATABASE_AWAY;
            case SQLTransientException _ -> Problem.DATABASE_AWAY;
            case SQLException sql when connectionLost(sql) -> Problem.DATABASE_AWAY;
            case SQLException sql when "22021".equals(sql.getSQLState()) -> Problem.NOT_UNDERSTOOD;
            default -> null;
        };
    }

    /** A lock, a statement or a transaction was given up by the server (ours, or that of two which waited for each other). */
    private static boolean tookTooLong(Throwable failure) {
        return causes(failure)
                .anyMatch(it -> it instanceof SQLException sql
                        && sql.getSQLState() != null
                        && GIVEN_UP.contains(sql.getSQLState()));
    }

    /** All connections are taken, and the server is well. */
    private boolean noTurn(Throwable failure) {
        return causes(failure).anyMatch(it -> it instanceof SQLTransientConnectionException && it.getCause() == null)
                && connections.answers();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static boolean tooLarge(InvalidParameterException failure) {
        return failure.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
    }

    /** SQLSTATE class 08 is a lost connection, 57P a server that stops or starts (and 22021 a letter that is none, such as NUL). */
    private static boolean connectionLost(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    private static String reference() {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}
