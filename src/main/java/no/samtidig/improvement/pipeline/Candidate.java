package no.samtidig.improvement.pipeline;

import java.time.LocalDate;
import no.samtidig.improvement.Stage;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the scope without a journey that goes on.
 *
 * @param county where it lies, by name
 * @param ended the stage its last journey ended at; null where it had none
 * @param since the day that ended
 */
public record Candidate(
        UnitPath path,
        String name,
        String owner,
        OwnerKind kind,
        ServiceLevel level,
        String county,
        @Nullable Stage ended,
        @Nullable LocalDate since) {}
