package no.samtidig.survey.web.results;

/** What stands on a page of results under each other: statements on one scale together, and every other question by itself. */
public sealed interface ThemePart permits Chart, Matrix {}
