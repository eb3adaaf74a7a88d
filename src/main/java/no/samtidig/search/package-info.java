/**
 * Finding: one box for all that can be read here, in whichever written Norwegian it is asked for.
 *
 * <p>It does not know what there is to find. Each module that owns something says so with a {@link no.samtidig.search.Findables} bean.
 *
 * <p>Invariants: what is typed is only ever words; a text that would give an answer away is never among the findables; the index is made
 * beside the work, never while something starts, and never changes.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package no.samtidig.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
