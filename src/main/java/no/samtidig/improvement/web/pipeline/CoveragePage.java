package no.samtidig.improvement.web.pipeline;

import java.util.Arrays;
import java.util.List;
import no.samtidig.improvement.pipeline.Coverage;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.platform.Page;

/** Whom the programme has reached in a region. */
public record CoveragePage(String region, Coverage coverage) implements Page {
    /** Whether any municipality or trust has units here. */
    public boolean anyKnown() {
        return !coverage.knownTrusts().isEmpty()
                || coverage.counties().stream().anyMatch(it -> !it.known().isEmpty());
    }

    /** Kinds of owner besides municipalities and trusts that have units here, in the order of the kinds. */
    public List<OwnerKind> others() {
        return Arrays.stream(OwnerKind.values())
                .filter(coverage.others()::containsKey)
                .toList();
    }
}
