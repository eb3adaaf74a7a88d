package no.samtidig.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link StartProblem} as its two sentences. */
class StartProblemAnalyzer extends AbstractFailureAnalyzer<StartProblem> {
    @Override
    protected FailureAnalysis analyze(Throwable root, StartProblem cause) {
        return new FailureAnalysis(cause.what(), cause.whatToDo(), cause);
    }
}
