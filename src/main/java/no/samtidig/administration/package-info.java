/**
 * What an administrator does to keep the service running, by pages alone: people and their roles, places, mail, jobs, the audit log and
 * how the service stands. A regional contact and a leader do part of it within their own places.
 *
 * <p>It owns no facts: it shows those of the modules below and asks them to change what is theirs. What may be done to an account or a
 * role {@code access} decides.
 *
 * <p>Invariants: nobody sees or changes anything outside the scope of the role acted in; looking at people and at the log is logged;
 * nobody depends on it.
 */
@ApplicationModule(allowedDependencies = {"platform", "organisation", "access", "certificate"})
@NullMarked
package no.samtidig.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
