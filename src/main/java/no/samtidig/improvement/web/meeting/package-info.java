/** The results meeting's pages: before it, the shared screen, the script and the cards. */
@NullMarked
package no.samtidig.improvement.web.meeting;

import org.jspecify.annotations.NullMarked;
