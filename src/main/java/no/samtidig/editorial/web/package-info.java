/** The editors' pages. */
@NullMarked
package no.samtidig.editorial.web;

import org.jspecify.annotations.NullMarked;
