/** The unit's journey on one page. */
@NullMarked
package no.samtidig.improvement.web.journey;

import org.jspecify.annotations.NullMarked;
