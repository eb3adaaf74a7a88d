/**
 * Every estimator of the product: one small class each, with its formula and its source. Values are never rounded and never cut to a
 * range; rounding belongs to the page, and so do rules of who may see a figure.
 *
 * <p>It does not know what the numbers are about, reads nothing and writes nothing.
 *
 * <p>Invariants: what cannot be computed is {@link no.samtidig.statistics.Figure.Unknown} with a reason, never a number that stands in for
 * it; the same input gives the same figure to the last digit, so nothing is drawn at random; a missing value is {@link Double#NaN} in what
 * is given, and nowhere in what comes back.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package no.samtidig.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
