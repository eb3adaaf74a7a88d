/** The pages where rounds are run: making one, opening and closing it, who is invited and what they are sent. */
@NullMarked
package no.samtidig.survey.web.rounds;

import org.jspecify.annotations.NullMarked;
