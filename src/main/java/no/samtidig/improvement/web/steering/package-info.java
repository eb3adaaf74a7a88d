/** How a journey goes on: moved by a person, on hold, with another leader or coach, or stopped. */
@NullMarked
package no.samtidig.improvement.web.steering;

import org.jspecify.annotations.NullMarked;
