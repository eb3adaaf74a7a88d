/**
 * What Samtidig promises, which tests prove it, and where it ends.
 *
 * <p>It is not the tests: those stand with what they try and say with {@code @Proves} which promise they prove. The build writes down which
 * there are, and of those that were run on this very code, when and how it went.
 *
 * <p>Invariants: a promise that is kept has a test; a date is never made up: what was not run says so.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package no.samtidig.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
