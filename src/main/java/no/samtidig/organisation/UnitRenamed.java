package no.samtidig.organisation;

/** A unit is called otherwise. Published in the transaction that does it. */
public record UnitRenamed(UnitPath at, String name) {}
