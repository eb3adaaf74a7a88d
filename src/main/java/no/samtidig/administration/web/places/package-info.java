/** The pages under {@code /forvaltning/steder}. */
@NullMarked
package no.samtidig.administration.web.places;

import org.jspecify.annotations.NullMarked;
