/** The pages of surveys: running, answering and reading. */
@NullMarked
package no.samtidig.survey.web;

import org.jspecify.annotations.NullMarked;
