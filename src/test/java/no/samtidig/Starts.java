package no.samtidig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Counts how often an application is started, and for whom: {@code bin/test} says it at its end. */
public final class Starts {
    private static final Path LIST = Path.of("target", "application-starts.txt");

    private Starts() {}

    /** One more, for the class that calls this from outside this package, or for {@link SharedApp}. */
    public static void note() {
        String whom = StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .filter(it -> it.startsWith("no.samtidig."))
                        .filter(it ->
                                it.equals(SharedApp.class.getName()) || it.indexOf('.', "no.samtidig.".length()) > 0)
                        .findFirst()
                        .orElse("?"));
        try {
            Files.createDirectories(LIST.getParent());
            Files.writeString(LIST, whom + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
