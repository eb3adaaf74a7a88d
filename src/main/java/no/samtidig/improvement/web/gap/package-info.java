/** GAP on the unit's pages: what it is, its rounds, a leader's own answers, and the user council's. */
@NullMarked
package no.samtidig.improvement.web.gap;

import org.jspecify.annotations.NullMarked;
