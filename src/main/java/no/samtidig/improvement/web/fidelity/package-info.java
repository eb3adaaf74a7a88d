/** The pages where a unit's fidelity is rated and told. */
@NullMarked
package no.samtidig.improvement.web.fidelity;

import org.jspecify.annotations.NullMarked;
