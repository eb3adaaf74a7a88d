package no.samtidig.platform.yaml;

import java.nio.file.Path;
import java.util.Arrays;
import no.samtidig.platform.Sentence;

/**
 * A mistake in a text that is read: where, what, and what to do. Its message is in English, for whoever starts the application. One that
 * somebody can make in the browser has a {@link Mistake}, and so a sentence in every language.
 */
public final class ContentProblem extends RuntimeException {
    private final int line;
    private final String key;
    private final String[] arguments;

    /**
     * One that only a file of the content can have.
     *
     * @param file relative to the project
     * @param line counted from 1
     * @param what a sentence without full stop
     * @param whatToDo an imperative without full stop
     */
    public ContentProblem(Path file, int line, String what, String whatToDo) {
        this(file, line, what, whatToDo, "mistake.other", what + ". To mend it: " + whatToDo);
    }

    /**
     * One that a text typed in the browser can have too.
     *
     * @param file relative to the project
     * @param line counted from 1
     * @param arguments as the mistake says
     */
    public ContentProblem(Path file, int line, Mistake mistake, Object... arguments) {
        this(
                file,
                line,
                mistake.what().formatted(arguments),
                mistake.whatToDo().formatted(arguments),
                mistake.key(),
                Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
    }

    private ContentProblem(Path file, int line, String what, String whatToDo, String key, String... arguments) {
        super(file + ":" + line + ": " + what + ". To mend it: " + whatToDo + ".");
        this.line = line;
        this.key = key;
        this.arguments = arguments;
    }

    /** The whole message in English: file, line, what, what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** What and what to do, for a reader, without the line. */
    public Sentence told() {
        return Sentence.of(key, (Object[]) arguments);
    }
}
