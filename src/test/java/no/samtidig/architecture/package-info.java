/** Tests. */
@NullMarked
package no.samtidig.architecture;

import org.jspecify.annotations.NullMarked;
