/** The application's root: starts everything, owns nothing. */
@NullMarked
package no.samtidig;

import org.jspecify.annotations.NullMarked;
