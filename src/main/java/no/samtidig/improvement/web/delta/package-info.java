/** Phones at a results meeting. Nobody is asked who they are: no session is made or read here. */
@NullMarked
package no.samtidig.improvement.web.delta;

import org.jspecify.annotations.NullMarked;
