/** The regional contact's workplace, under {@code /regionen}. */
@NullMarked
package no.samtidig.improvement.web.pipeline;

import org.jspecify.annotations.NullMarked;
