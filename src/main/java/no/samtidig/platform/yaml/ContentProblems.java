package no.samtidig.platform.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.samtidig.platform.StartProblem;

/** Collects the mistakes of many texts, so that an author sees them all at once. */
public final class ContentProblems {
    private final List<ContentProblem> found = new ArrayList<>();

    /** Runs the reading; a mistake is kept and nothing is returned. */
    public <T> Optional<T> collect(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (ContentProblem problem) {
            found.add(problem);
            return Optional.empty();
        }
    }

    public void add(ContentProblem problem) {
        found.add(problem);
    }

    public List<ContentProblem> found() {
        return List.copyOf(found);
    }

    /** Ends the start where anything was found. */
    public void stopIfAny() {
        if (!found.isEmpty()) {
            throw new StartProblem(
                    "The content has " + found.size() + (found.size() == 1 ? " mistake:\n" : " mistakes:\n")
                            + found.stream().map(it -> "  " + it.sentence()).collect(Collectors.joining("\n")),
                    "Mend the files named above and start again. The form is described in docs/content-format.md.");
        }
    }
}
