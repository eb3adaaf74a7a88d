package no.samtidig.survey;

/**
 * The results of a round are final. Published in the transaction that does it: what a listener writes stands or falls with that.
 *
 * @param purpose what the round is for, so that a module hears its own
 */
public record RoundSettled(RoundId round, Purpose purpose) {}
