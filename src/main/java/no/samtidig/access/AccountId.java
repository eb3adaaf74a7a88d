package no.samtidig.access;

import java.util.UUID;

/** Names an account. Random, so it tells nothing. */
public record AccountId(UUID value) {}
