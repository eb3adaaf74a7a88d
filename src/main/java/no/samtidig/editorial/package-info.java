/**
 * What those who write see: what the lessons cover, where the holes are, and which claims must be looked at again.
 *
 * <p>It owns no texts and changes none (they are files, read by {@code catalogue}); drafts, reviews and sign-offs have no page yet.
 *
 * <p>Invariants: a hole is shown as a hole; nobody depends on it.
 */
@ApplicationModule(allowedDependencies = {"platform", "access", "evidence", "catalogue"})
@NullMarked
package no.samtidig.editorial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
