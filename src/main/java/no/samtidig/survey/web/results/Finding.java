package no.samtidig.survey.web.results;

/**
 * What the results say, in a sentence or two that begin with how many.
 *
 * @param key which answer it is about; empty where it is about several
 */
public record Finding(String text, String key) {}
