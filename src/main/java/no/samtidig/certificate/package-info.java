/**
 * The course certificate (kursbevis): proof that somebody has completed a module, that anybody can check and that shows no more than
 * its holder chose. On paper (PDF), on a public page, and as a signed Open Badges credential.
 *
 * <p>It does not own completion (that is {@code learning}) and approves no hours: that is the decision of whoever the holder shows it to.
 *
 * <p>Invariants: what a certificate says is frozen when it is issued; an ended one never passes for one in force, in any form; what the
 * holder did not choose to show leaves this module only to the holder; a code is found by knowing it and in no other way.
 */
@ApplicationModule(allowedDependencies = {"platform", "organisation", "access", "catalogue", "learning"})
@NullMarked
package no.samtidig.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
