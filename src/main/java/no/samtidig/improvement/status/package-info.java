/**
 * One page for the unit's own management: where the unit is, its goals, what changed or that nobody can tell, fidelity, what stands in the
 * way. The leader releases it; what was released is kept in the words of that day, and others see nothing else.
 */
@NullMarked
package no.samtidig.improvement.status;

import org.jspecify.annotations.NullMarked;
