package no.samtidig.platform.yaml;

import java.nio.file.Path;

/** A mistake in a text that is read at start: where, what, and what to do. */
public final class ContentProblem extends RuntimeException {
    /**
     * @param file relative to the project
     * @param line counted from 1
     * @param what a sentence without full stop
     * @param whatToDo an imperative without full stop
     */
    public ContentProblem(Path file, int line, String what, String whatToDo) {
        super(file + ":" + line + ": " + what + ". To mend it: " + whatToDo + ".");
    }

    /** The whole message: file, line, what, what to do. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
