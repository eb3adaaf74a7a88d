package no.samtidig.platform;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;

/** Says a {@link StartProblem} in its two sentences, and what the libraries throw for the mistakes that an operator can make, as well. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartProblemAnalyzer implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(it -> problem(it))
                .filter(Objects::nonNull)
                .findFirst()
                .map(it -> new FailureAnalysis(it.what(), it.whatToDo(), failure))
                .orElse(null);
    }

    private static @Nullable StartProblem problem(Throwable failure) {
        return switch (failure) {
            case StartProblem ours -> ours;
            case BindException setting -> setting(setting);
            case ConversionFailedException setting ->
                new StartProblem(
                        "A setting has the value “" + setting.getValue() + "”, which is no "
                                + setting.getTargetType().getType().getSimpleName() + ".",
                        "Correct it; docs/operations.md, “Settings”, says what each takes.");
            case PortInUseException port ->
                new StartProblem(
                        "Port " + port.getPort() + " is taken.",
                        "Stop what uses it, or choose another with --port or SERVER_PORT.");
            case ConnectorStartFailedException port -> port("Port " + port.getPort());
            case java.net.BindException _ -> port("The port");
            case FlywayException migration -> migration(migration);
            default -> null;
        };
    }

    private static StartProblem port(String which) {
        return new StartProblem(
                which + " cannot be opened.",
                "Below 1024 only root may: choose one above, and put a proxy before it. Else look at SERVER_ADDRESS: is it one of this machine's?");
    }

    private static StartProblem setting(BindException failure) {
        ConfigurationProperty property = failure.getProperty();
        String name = property == null
                ? failure.getName().toString()
                : property.getName().toString();
        String value = property == null ? "" : ": “" + property.getValue() + "”";
        return new StartProblem(
                "The setting " + name + " is not understood" + value + ".",
                "It is to be a " + failure.getTarget().getType()
                        + "; docs/operations.md, “Settings”, says what each takes.");
    }

    private static StartProblem migration(FlywayException failure) {
        String state = Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(it -> ((SQLException) it).getSQLState())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        return switch (state) {
            case "42501" ->
                new StartProblem(
                        "The database user may not change the tables, so the database cannot be brought up to this version.",
                        "Make it their owner, or name the owner in samtidig.database.owner.username and its password.");
            case "53100" ->
                new StartProblem(
                        "The database server's disk is full.",
                        "Make room and start again: what was migrated half is undone.");
            default ->
                new StartProblem(
                        "The database could not be brought up to this version: " + oneLine(failure) + ".",
                        "What was migrated half is undone. Start again; if it stays so, go back to the former version and ask us.");
        };
    }

    private static String oneLine(Throwable failure) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
    }
}
