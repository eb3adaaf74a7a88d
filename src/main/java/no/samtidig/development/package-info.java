/**
 * What exists only while developing and demonstrating: the made-up world, signing in as one of its people, the component gallery,
 * the mailbox. Nothing here exists where {@code samtidig.development} is false, and production sets it so.
 *
 * <p>Nobody depends on it.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "organisation",
            "access",
            "evidence",
            "catalogue",
            "learning",
            "learning :: web",
            "questionnaire",
            "survey",
            "improvement",
            "improvement :: calibration",
            "improvement :: fidelity",
            "improvement :: gap",
            "improvement :: meeting",
            "improvement :: coaching"
        })
@NullMarked
package no.samtidig.development;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
