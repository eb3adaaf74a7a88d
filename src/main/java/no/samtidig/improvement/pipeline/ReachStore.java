package no.samtidig.improvement.pipeline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.Place;
import no.samtidig.platform.code.Coded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of whom the programme has reached. */
@Repository
class ReachStore {
    private final JdbcClient sql;

    ReachStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * An owner with units in a scope.
     *
     * @param municipality its number; empty where it is none, or has none
     * @param units open today
     * @param alive whether a journey goes on at one
     * @param asked whether any had a journey
     */
    record Owner(
            String path, String name, OwnerKind kind, String municipality, int units, boolean alive, boolean asked) {
        Reached reached() {
            return alive ? Reached.UNDER_WAY : asked ? Reached.ASKED : Reached.NOT_ASKED;
        }
    }

    List<Owner> owners(OrganisationScope scope, LocalDate today) {
        return sql.sql(PipelineStore.MINE + """
                , had as materialized (
                    select j.unit, bool_or(j.stage not in ('stopped', 'declined')) as alive from improvement.journey j
                    where j.unit in (select path from mine) group by j.unit
                )
                select o.path::text as path, o.name, o.kind, coalesce(o.municipality, '') as municipality,
                    count(*) filter (where daterange(u.valid_from, u.valid_to, '[)') @> :today) as units,
                    coalesce(bool_or(h.alive), false) as alive, bool_or(h.unit is not null) as asked
                from organisation.unit u join organisation.owner o on o.path = u.owner left join had h on h.unit = u.path
                where u.path in (select path from mine) group by o.path, o.name, o.kind, o.municipality
                having count(*) filter (where daterange(u.valid_from, u.valid_to, '[)') @> :today) > 0 or bool_or(h.unit is not null)
                order by o.name, o.path
                """)
                .param("scope", scope.parameter())
                .param("today", today)
                .query((row, _) -> new Owner(
                        row.getString("path"),
                        row.getString("name"),
                        Coded.of(OwnerKind.class, row.getString("kind")).orElseThrow(),
                        row.getString("municipality"),
                        row.getInt("units"),
                        row.getBoolean("alive"),
                        row.getBoolean("asked")))
                .list();
    }

    /** How the other layers divide a region: of each layer with more than one part these, by name. */
    List<LayerPart> parts(Place.Region region, LocalDate today) {
        return sql.sql("""
                with part as materialized (
                    select o.layer, o.region, g.name, array_agg(o.county::text order by o.county) as counties,
                        count(*) over (partition by o.layer) as parts
                    from organisation.region_county h
                        join organisation.region_county o on o.county = h.county and o.layer <> h.layer
                            and daterange(o.valid_from, o.valid_to, '[)') @> :today
                        join organisation.region g on g.layer = o.layer and g.code = o.region
                    where h.layer = :layer and h.region = :code and daterange(h.valid_from, h.valid_to, '[)') @> :today
                    group by o.layer, o.region, g.name
                )
                select layer || '.' || region as code, name, counties from part where parts > 1 order by layer, name
                """)
                .param("layer", region.layer().code())
                .param("code", region.name())
                .param("today", today)
                .query((row, _) -> new LayerPart(row.getString("code"), row.getString("name"), List.of((String[])
                        row.getArray("counties").getArray())))
                .list();
    }

    /** A health trust, by path and name. */
    record Trust(String path, String name) {}

    /** The health trusts of the health regions that the counties lie in: a region is called as its authority. */
    List<Trust> trusts(Collection<String> counties, LocalDate today) {
        return sql.sql("""
                select distinct o.path::text as path, o.name from organisation.region_county c
                    join organisation.region r on r.layer = c.layer and r.code = c.region
                    join organisation.owner a on a.kind = 'rhf' and a.name = r.name
                    join organisation.owner o on o.kind = 'hf' and o.parent_number = a.number
                where c.layer = 'health' and c.county = any(:counties) and daterange(c.valid_from, c.valid_to, '[)') @> :today
                    and daterange(o.valid_from, o.valid_to, '[)') @> :today
                order by o.name
                """)
                .param("counties", counties.toArray(String[]::new))
                .param("today", today)
                .query(Trust.class)
                .list();
    }
}
