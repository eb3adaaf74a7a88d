package no.samtidig.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import no.samtidig.organisation.Place;
import org.jspecify.annotations.Nullable;

/** How a place stands in a table: a path, or a layer and a region, so that the database can hold it to what exists. */
final class PlaceColumns {
    /** The place's code in SQL. */
    static final String CODE = "coalesce(path::text, region_layer || '/' || region_code)";

    private PlaceColumns() {}

    /** For {@code :at}, the code, and for the three columns {@code :path}, {@code :layer} and {@code :region}. */
    static Map<String, @Nullable Object> parameters(Place at) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("at", at.code());
        values.put("path", null);
        values.put("layer", null);
        values.put("region", null);
        switch (at) {
            case Place.InTree it -> values.put("path", it.path().value());
            case Place.Region it -> {
                values.put("layer", it.layer().code());
                values.put("region", it.name());
            }
        }
        return values;
    }

    /** From a column {@code at} with the code. */
    static Place read(ResultSet row) throws SQLException {
        return Place.of(row.getString("at")).orElseThrow();
    }
}
