/**
 * The knowledge modules as they are written: modules, lessons, steps and blocks, read from {@code content/modules} at start into an
 * immutable library. The form is described in {@code docs/content-format.md}.
 *
 * <p>It does not know who has read what (that is {@code learning}).
 *
 * <p>Invariants: the set of blocks is closed; a block's address never changes; a version is the hash of the source text; every
 * reference resolves, or the application does not start.
 */
@ApplicationModule(allowedDependencies = {"platform", "search", "evidence"})
@NullMarked
package no.samtidig.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
