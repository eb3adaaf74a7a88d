/** The pages under {@code /forvaltning}. */
@NullMarked
package no.samtidig.administration.web;

import org.jspecify.annotations.NullMarked;
