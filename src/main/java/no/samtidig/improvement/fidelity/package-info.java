/**
 * Fidelity (etterlevelse): how far the way of working has come in a unit, rated together on evidence at 0, 6, 12 and 18 months. It says
 * nothing about how patients fare.
 *
 * <p>Invariants: nobody sees another's rating before it is revealed; first ratings are kept as they were; what the two sides did not agree
 * on is never told as change.
 */
@NamedInterface("fidelity")
@NullMarked
package no.samtidig.improvement.fidelity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
