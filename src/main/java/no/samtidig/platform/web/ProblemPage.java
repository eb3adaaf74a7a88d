package no.samtidig.platform.web;

import java.util.List;
import no.samtidig.platform.Page;
import no.samtidig.platform.Problem;
import no.samtidig.platform.StyleSheets;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person what went wrong and what to do.
 *
 * @param problem which of the known problems
 * @param reference what to quote when asking for help; in the log with the cause; null where there is nothing to look up
 * @param action where the form goes when it is sent again
 * @param sent what the person had typed, given back so that nothing is lost
 */
@StyleSheets(StyleSheets.PARTS)
public record ProblemPage(Problem problem, @Nullable String reference, String action, List<Sent> sent) implements Page {
    public ProblemPage {
        sent = List.copyOf(sent);
    }

    /**
     * One field of the form that could not be taken.
     *
     * @param name field name
     * @param value as typed
     */
    public record Sent(String name, String value) {
        /** Whether a person wrote this, rather than the form. */
        public boolean written() {
            return value.length() > 40 || value.contains(" ");
        }

        public boolean secret() {
            return name.contains("passord");
        }
    }

    static ProblemPage of(Problem problem) {
        return new ProblemPage(problem, null, "/", List.of());
    }

    @Override
    public int status() {
        return problem.status();
    }
}
