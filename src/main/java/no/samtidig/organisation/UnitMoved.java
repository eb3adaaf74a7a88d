package no.samtidig.organisation;

/**
 * A unit goes on elsewhere: it got another owner, or was merged into another unit. Published in the transaction that does it. Whatever is
 * at work there goes on at the new place; what was kept of the old one stays as it was.
 *
 * @param name of the unit it goes on as
 */
public record UnitMoved(UnitPath from, UnitPath to, String name) {}
