/**
 * What rounds showed: one {@link no.samtidig.survey.results.Report} for a reader, read from the views {@code survey.report_*} and from
 * nothing else.
 */
@NamedInterface("results")
@NullMarked
package no.samtidig.survey.results;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
