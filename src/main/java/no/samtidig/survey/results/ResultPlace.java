package no.samtidig.survey.results;

/**
 * A place that results can be given for.
 *
 * @param code a region's code, or the path of an owner or a unit; empty for the country
 * @param name as people say it; empty for the country
 */
public record ResultPlace(PlaceKind kind, String code, String name) {
    /** As addresses have it: {@code no}, {@code rvts/rvts_midt}, {@code no.owner.unit}. */
    public String address() {
        return switch (kind) {
            case COUNTRY -> "no";
            case HEALTH, KORUS, RVTS -> kind.code() + "/" + code;
            case OWNER, UNIT -> code;
        };
    }
}
