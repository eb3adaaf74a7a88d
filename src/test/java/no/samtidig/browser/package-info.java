/** Tests. */
@NullMarked
package no.samtidig.browser;

import org.jspecify.annotations.NullMarked;
