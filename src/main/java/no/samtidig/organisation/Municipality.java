package no.samtidig.organisation;

/**
 * A municipality (kommune).
 *
 * @param number four digits
 * @param county number of the county it lies in
 */
public record Municipality(String number, String name, String county) {}
