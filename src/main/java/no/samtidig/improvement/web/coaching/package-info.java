/** The pages of coaching. */
@NullMarked
package no.samtidig.improvement.web.coaching;

import org.jspecify.annotations.NullMarked;
