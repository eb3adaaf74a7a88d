/** Goals and actions: one to three goals a journey, what is done for each, what was seen, and who is reminded. */
@NullMarked
package no.samtidig.improvement.action;

import org.jspecify.annotations.NullMarked;
