/** Searching the library. */
@NullMarked
package no.samtidig.catalogue.web;

import org.jspecify.annotations.NullMarked;
