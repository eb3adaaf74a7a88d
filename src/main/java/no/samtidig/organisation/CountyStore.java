package no.samtidig.organisation;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of counties and municipalities. */
@Repository
class CountyStore {
    private final JdbcClient sql;

    CountyStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<County> counties(LocalDate today) {
        return sql.sql("""
                select number, name from organisation.county where daterange(valid_from, valid_to, '[)') @> :today order by name
                """)
                .param("today", today)
                .query((row, _) -> new County(row.getString("number"), row.getString("name")))
                .list();
    }

    List<Municipality> municipalities(LocalDate today) {
        return sql.sql("""
                select number, name, county from organisation.municipality
                where daterange(valid_from, valid_to, '[)') @> :today order by name, number
                """)
                .param("today", today)
                .query((row, _) ->
                        new Municipality(row.getString("number"), row.getString("name"), row.getString("county")))
                .list();
    }

    List<String> in(Place.Region region, LocalDate today) {
        return sql.sql("""
                select county from organisation.region_county
                where layer = :layer and region = :code and daterange(valid_from, valid_to, '[)') @> :today order by county
                """)
                .param("layer", region.layer().code())
                .param("code", region.name())
                .param("today", today)
                .query(String.class)
                .list();
    }
}
