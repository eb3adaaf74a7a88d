package no.samtidig.platform;

/** What a handler answers a person with: a {@link Page} to look at, or another place to go ({@link SeeOther}). */
public sealed interface Reply permits Page, SeeOther {}
