package no.samtidig.access;

/**
 * Something a person follows without having to do anything about it, shown as a line on their own page.
 *
 * @param title what it is, in the reader's language
 * @param text how it stands, in a sentence or two
 * @param path where more of it stands
 */
public record Followed(String title, String text, String path) {}
