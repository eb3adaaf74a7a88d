package no.samtidig.platform.ui;

/**
 * What a colour of a chart means.
 *
 * @param tone {@code n1} to {@code n3} below the middle of a scale, {@code z} in the middle, {@code p1} to {@code p3} above it. Those
 *     below have lines over them, and the middle has dots, so that nobody depends on colour
 */
public record ChartKey(String tone, String text) {}
