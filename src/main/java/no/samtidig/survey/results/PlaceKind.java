package no.samtidig.survey.results;

import java.util.Optional;
import no.samtidig.organisation.RegionLayer;
import no.samtidig.platform.code.Coded;

/** What sort of place results are given for. */
public enum PlaceKind implements Coded {
    COUNTRY,
    HEALTH,
    KORUS,
    RVTS,
    OWNER,
    UNIT;

    static PlaceKind of(RegionLayer layer) {
        return valueOf(layer.name());
    }

    static Optional<PlaceKind> of(String code) {
        return Coded.of(PlaceKind.class, code);
    }
}
