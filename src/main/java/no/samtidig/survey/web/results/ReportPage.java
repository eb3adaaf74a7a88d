package no.samtidig.survey.web.results;

import no.samtidig.platform.Language;
import no.samtidig.platform.Page;

/**
 * The report, to read, print or fetch.
 *
 * @param language of the report; the page around it is in the reader's
 * @param back to the results
 * @param pdf of the file
 * @param other of the report in the other written Norwegian
 */
public record ReportPage(
        ReportPaper paper, Language language, Language otherLanguage, String back, String pdf, String other)
        implements Page {}
