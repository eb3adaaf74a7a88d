/** The survey's pages. */
@NullMarked
package no.samtidig.survey.web;

import org.jspecify.annotations.NullMarked;
