package no.samtidig.organisation;

/** Which units there are, or where they lie, has changed: what somebody remembers of scopes is old. Published in the transaction that does it. */
public record PlacesChanged() {}
