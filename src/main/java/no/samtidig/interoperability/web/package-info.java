/** The pages where questionnaires are taken out as FHIR and brought in. */
@NullMarked
package no.samtidig.interoperability.web;

import org.jspecify.annotations.NullMarked;
