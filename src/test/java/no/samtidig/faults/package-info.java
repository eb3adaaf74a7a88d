/** Tests. */
@NullMarked
package no.samtidig.faults;

import org.jspecify.annotations.NullMarked;
