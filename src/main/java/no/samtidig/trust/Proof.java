package no.samtidig.trust;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class of tests that proves a promise, as the build wrote it down.
 *
 * @param promise what it proves
 * @param test the class's name without its package
 * @param tries what is tried, in the words of the tests' names (English)
 * @param run null where it was not run, or not all of it, on the code that this package is made of
 */
public record Proof(
        Promise promise,
        String test,
        List<String> tries,
        @Nullable Run run) {
    public Proof {
        tries = List.copyOf(tries);
    }

    /**
     * How it went the last time.
     *
     * @param ended when
     * @param failed whether any of it failed
     * @param skipped how many tests could not be run there
     */
    public record Run(Instant ended, boolean failed, int skipped) {}

    /** Whether it was run whole, and nothing failed. */
    public boolean passed() {
        return run != null && !run.failed() && run.skipped() == 0;
    }

    /** One line of the build's list: what {@link #of} reads. */
    public String line() {
        String went = run == null ? "\t\t" : run.ended() + "\t" + run.failed() + "\t" + run.skipped();
        return promise.name() + "\t" + test + "\t" + String.join(",", tries) + "\t" + went;
    }

    /** Reads a {@link #line}. */
    public static Proof of(String line) {
        String[] parts = line.split("\t", -1);
        return new Proof(
                Promise.valueOf(parts[0]),
                parts[1],
                Arrays.asList(parts[2].split(",")),
                parts[3].isEmpty()
                        ? null
                        : new Run(Instant.parse(parts[3]), Boolean.parseBoolean(parts[4]), Integer.parseInt(parts[5])));
    }
}
