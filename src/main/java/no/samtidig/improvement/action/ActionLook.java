package no.samtidig.improvement.action;

import java.time.LocalDate;
import no.samtidig.access.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * That an action was looked at, and kept, changed or dropped.
 *
 * @param by null where the person is erased
 */
public record ActionLook(LocalDate day, @Nullable AccountId by, Decision decision, String reason) {}
