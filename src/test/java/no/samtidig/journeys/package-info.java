/** Tests. */
@NullMarked
package no.samtidig.journeys;

import org.jspecify.annotations.NullMarked;
