package no.samtidig.survey;

/**
 * A round takes no more answers. Published in the transaction that does it: what a listener writes stands or falls with that.
 *
 * @param purpose what the round is for, so that a module hears its own
 */
public record RoundClosed(RoundId round, Purpose purpose) {}
