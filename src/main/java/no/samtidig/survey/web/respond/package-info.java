/** The pages where a survey is answered, with a code or as a trial. */
@NullMarked
package no.samtidig.survey.web.respond;

import org.jspecify.annotations.NullMarked;
