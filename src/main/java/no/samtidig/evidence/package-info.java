/**
 * The evidence register: studies, and the claims they speak for, against, or neither way. Read at start from
 * {@code content/evidence}. Every other text cites a claim by its id.
 *
 * <p>It does not decide what a lesson says; it decides how strongly it may be said.
 *
 * <p>Invariants: a claim is never shown without its certainty and its null findings; every study a claim names exists; no figure is
 * estimated; the certainty is a provisional editorial judgement, and says so.
 */
@ApplicationModule(allowedDependencies = {"platform", "search"})
@NullMarked
package no.samtidig.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
