package no.samtidig.platform;

/** What a handler answers a person with: a {@link Page} to look at, another place to go ({@link SeeOther}), a file ({@link Download}). */
public sealed interface Reply permits Page, SeeOther, Download {}
