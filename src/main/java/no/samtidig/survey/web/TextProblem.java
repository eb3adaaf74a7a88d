package no.samtidig.survey.web;

import no.samtidig.platform.yaml.ContentProblem;

/** A mistake in a text that somebody typed: the line, and the words. */
record TextProblem(int line, String words) {
    /** The message begins with file and line; the file's name says nothing to who typed it. */
    static TextProblem of(ContentProblem problem) {
        java.util.regex.Matcher parts =
                java.util.regex.Pattern.compile("(?s).*?:(\\d+): (.*)").matcher(problem.sentence());
        return parts.matches()
                ? new TextProblem(Integer.parseInt(parts.group(1)), parts.group(2))
                : new TextProblem(1, problem.sentence());
    }

    static String told(ContentProblem problem) {
        TextProblem it = of(problem);
        return it.line() + ": " + it.words();
    }
}
