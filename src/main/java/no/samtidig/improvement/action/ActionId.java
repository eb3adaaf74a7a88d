package no.samtidig.improvement.action;

import java.util.UUID;

/** Which action. */
public record ActionId(UUID value) {}
