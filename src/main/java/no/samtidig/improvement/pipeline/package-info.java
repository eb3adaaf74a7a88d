/** The region's pipeline: which units are where, what waits there, whom the region talks with, and the region's numbers. */
@NullMarked
package no.samtidig.improvement.pipeline;

import org.jspecify.annotations.NullMarked;
