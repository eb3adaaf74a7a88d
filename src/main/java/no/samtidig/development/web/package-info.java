/** Pages for developers. */
@NullMarked
package no.samtidig.development.web;

import org.jspecify.annotations.NullMarked;
