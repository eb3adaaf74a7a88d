/** The unit's status on one page, to print. */
@NullMarked
package no.samtidig.improvement.web.status;

import org.jspecify.annotations.NullMarked;
