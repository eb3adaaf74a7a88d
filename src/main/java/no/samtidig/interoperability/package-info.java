/**
 * What others read and write: questionnaires as FHIR R4, out and in.
 *
 * <p>It owns no facts and has no schema: a questionnaire goes out from {@code questionnaire}, and what comes in becomes a draft there.
 *
 * <p>Invariants: nothing is dropped in silence (each item of what comes in stands in the report, also where nothing of it could be
 * kept); what we write can be read back as the very same questionnaire; no address is fetched; FHIR's classes are loaded when somebody
 * first needs them, never at start.
 */
@ApplicationModule(allowedDependencies = {"platform", "access", "questionnaire"})
@NullMarked
package no.samtidig.interoperability;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
