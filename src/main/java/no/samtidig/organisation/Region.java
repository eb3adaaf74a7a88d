package no.samtidig.organisation;

/**
 * A region of one of the three layers.
 *
 * @param code such as {@code rvts_midt}
 * @param name as people say it
 */
public record Region(RegionLayer layer, String code, String name) {
    public Place.Region place() {
        return new Place.Region(layer, code);
    }
}
