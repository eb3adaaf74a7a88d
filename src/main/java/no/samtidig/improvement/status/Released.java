package no.samtidig.improvement.status;

import java.time.LocalDate;

/** A status as it was released. */
public record Released(LocalDate day, StatusText text) {}
