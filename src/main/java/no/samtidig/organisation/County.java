package no.samtidig.organisation;

/**
 * A county (fylke).
 *
 * @param number two digits
 */
public record County(String number, String name) {}
