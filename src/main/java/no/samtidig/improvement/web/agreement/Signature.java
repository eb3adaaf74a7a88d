package no.samtidig.improvement.web.agreement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who said or ticked something, and when.
 *
 * @param name empty where the account is gone
 */
public record Signature(Optional<String> name, LocalDate day) {}
