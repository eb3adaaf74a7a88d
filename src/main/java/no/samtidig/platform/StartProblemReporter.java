package no.samtidig.platform;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one line why the application cannot start and what to do, in place of the framework's banner. */
class StartProblemReporter implements FailureAnalysisReporter {
    @Override
    @SuppressWarnings("SystemOut") // for whoever started the application, before there is a log to read
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction();
        System.err.println(
                "Samtidig cannot start: " + analysis.getDescription() + (action == null ? "" : " " + action));
    }
}
