/** The pages of surveys. */
@NullMarked
package no.samtidig.survey.web;

import org.jspecify.annotations.NullMarked;
