package no.samtidig.improvement.action;

import java.util.UUID;

/** Which goal. */
public record GoalId(UUID value) {}
