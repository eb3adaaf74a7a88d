/** Change told honestly: what settled GAP rounds show of many units together, since each one's own start. */
@NullMarked
package no.samtidig.improvement.change;

import org.jspecify.annotations.NullMarked;
