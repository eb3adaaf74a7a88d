/** The page that shows what a GAP round showed; leader and staff see the same one. */
@NullMarked
package no.samtidig.improvement.web.result;

import org.jspecify.annotations.NullMarked;
