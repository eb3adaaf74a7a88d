/**
 * A learner's way through the modules: the first visit, enrolment, progress, answers, private notes, tasks for the next shift, repetition,
 * completion.
 *
 * <p>It does not own the texts (that is {@code catalogue}) and shows nobody's answers to anybody else.
 *
 * <p>Invariants: what was acknowledged is kept, and counts once however often it is sent; work is pinned to the wording it was done
 * on; an author's edit never takes progress away; a private note is read by the one who wrote it, and by nobody else.
 */
@ApplicationModule(allowedDependencies = {"platform", "organisation", "access", "evidence", "catalogue"})
@NullMarked
package no.samtidig.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
