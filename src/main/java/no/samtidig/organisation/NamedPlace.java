package no.samtidig.organisation;

/**
 * A place, and what people call it.
 *
 * @param name of the unit, owner, region or country
 * @param within who owns the unit; empty for other places
 */
public record NamedPlace(Place place, String name, String within) {
    /** As forms send it. */
    public String code() {
        return place.code();
    }
}
