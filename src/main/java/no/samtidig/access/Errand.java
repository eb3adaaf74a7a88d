package no.samtidig.access;

/**
 * Something that waits for a person, shown as a card on their own page.
 *
 * @param title what it is, in the reader's language
 * @param text how long it takes and until when
 * @param action what the link says
 * @param path where it is done
 */
public record Errand(String title, String text, String action, String path) {}
