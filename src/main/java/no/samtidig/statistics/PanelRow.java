package no.samtidig.statistics;

import java.util.OptionalInt;

/**
 * One unit measured in one round.
 *
 * @param unit which unit
 * @param round which calendar round; rounds are numbered in time
 * @param treatedFrom the first round after its start; empty where it has not started within the window
 * @param y what was measured; {@link Double#NaN} is missing
 */
public record PanelRow(String unit, int round, OptionalInt treatedFrom, double y) {}
