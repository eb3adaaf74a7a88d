/** The page with the promises. */
@NullMarked
package no.samtidig.trust.web;

import org.jspecify.annotations.NullMarked;
