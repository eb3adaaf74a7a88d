package no.samtidig.organisation;

/**
 * A unit that people work in.
 *
 * @param path its place
 * @param name as on the door
 * @param owner name of the organisation that owns it
 * @param county number of the county it lies in
 * @param level specialist or primary services
 * @param fictional whether it is made up, and must be shown so
 */
public record Unit(UnitPath path, String name, String owner, String county, ServiceLevel level, boolean fictional) {}
