package no.samtidig.survey.results;

import java.util.Arrays;
import java.util.Optional;
import no.samtidig.organisation.RegionLayer;

/** What sort of place results are given for. */
public enum PlaceKind {
    COUNTRY,
    HEALTH,
    KORUS,
    RVTS,
    OWNER,
    UNIT;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static PlaceKind of(RegionLayer layer) {
        return valueOf(layer.name());
    }

    static Optional<PlaceKind> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
