/** Signing in and out. */
@NullMarked
package no.samtidig.access.web;

import org.jspecify.annotations.NullMarked;
