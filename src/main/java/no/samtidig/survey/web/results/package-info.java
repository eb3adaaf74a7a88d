/** What rounds showed, as pages, charts, files and a report to print. */
@NullMarked
package no.samtidig.survey.web.results;

import org.jspecify.annotations.NullMarked;
