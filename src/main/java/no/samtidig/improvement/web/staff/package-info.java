/** The unit's staff: who has completed which lessons. */
@NullMarked
package no.samtidig.improvement.web.staff;

import org.jspecify.annotations.NullMarked;
