package no.samtidig.survey;

import java.util.UUID;

/** Which round. */
public record RoundId(UUID value) {}
