package no.samtidig.improvement.result;

/**
 * What was said about one statement.
 *
 * @param often how many say <i>ofte</i> or <i>alltid</i>
 * @param important how many think it is <i>viktig</i> or <i>svært viktig</i>
 * @param unsure whether a third or more do not know how the unit does it: that is the finding
 */
public record StatementResult(String id, Told often, Told important, boolean unsure) {}
