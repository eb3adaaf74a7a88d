package no.samtidig.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.samtidig.platform.code.Coded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of units and regions. */
@Repository
class UnitStore {
    private static final String UNIT = """
            select u.path::text as path, u.name, o.name as owner, u.county, u.level, u.fictional
            from organisation.unit u join organisation.owner o on o.path = u.owner
            where daterange(u.valid_from, u.valid_to, '[)') @> :today
            """;

    private final JdbcClient sql;

    UnitStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Unit> within(OrganisationScope scope, LocalDate today) {
        return sql
                .sql(UNIT + " and u.path <@ :scope::ltree[] order by u.name")
                .param("today", today)
                .param("scope", scope.parameter())
                .query(UnitStore::unit)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Unit> at(UnitPath path, LocalDate today) {
        return sql.sql(UNIT + " and u.path = :path::ltree")
                .param("today", today)
                .param("path", path.value())
                .query(UnitStore::unit)
                .optional()
                .flatMap(it -> it);
    }

    List<UnitPath> in(Place.Region region, LocalDate today) {
        return sql
                .sql("""
                select u.path::text as path
                from organisation.unit u join organisation.region_county r on r.county = u.county
                where r.layer = :layer and r.region = :code
                  and daterange(r.valid_from, r.valid_to, '[)') @> :today
                  and daterange(u.valid_from, u.valid_to, '[)') @> :today
                order by u.path
                """)
                .param("layer", region.layer().code())
                .param("code", region.name())
                .param("today", today)
                .query((row, number) -> UnitPath.read(row.getString("path")))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    List<Region> regions(LocalDate today) {
        return sql.sql("""
                select layer, code, name from organisation.region
                where daterange(valid_from, valid_to, '[)') @> :today order by layer, name
                """)
                .param("today", today)
                .query((row, number) -> new Region(
                        Coded.of(RegionLayer.class, row.getString("layer")).orElseThrow(),
                        row.getString("code"),
                        row.getString("name")))
                .list();
    }

    void keep(Units.Owner owner) {
        String ownerPath = "no." + owner.code();
        sql.sql("""
                insert into organisation.owner (path, kind, name, number, fictional, valid_from)
                values (:path::ltree, :kind, :name, :number, :fictional, date '2024-01-01')
                on conflict (path) do update set kind = excluded.kind, name = excluded.name,
                    number = excluded.number, fictional = excluded.fictional
                """)
                .param("path", ownerPath)
                .param("kind", owner.kind().code())
                .param("name", owner.name())
                .param("number", owner.number().orElse(null))
                .param("fictional", owner.fictional())
                .update();
        for (Units.OwnedUnit unit : owner.units()) {
            sql.sql("""
                    insert into organisation.unit (path, owner, name, county, level, fictional, valid_from)
                    values (:path::ltree, :owner::ltree, :name, :county, :level, :fictional, date '2024-01-01')
                    on conflict (path) do update set name = excluded.name, county = excluded.county,
                        level = excluded.level, fictional = excluded.fictional
                    """)
                    .param("path", ownerPath + "." + unit.code())
                    .param("owner", ownerPath)
                    .param("name", unit.name())
                    .param("county", unit.county())
                    .param("level", unit.level().code())
                    .param("fictional", owner.fictional())
                    .update();
        }
    }

    /** The unit; empty where its path is none that we read, as somebody may have written before the database looked at it. */
    private static Optional<Unit> unit(ResultSet row, int number) throws SQLException {
        Optional<UnitPath> path = UnitPath.read(row.getString("path"));
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Unit(
                path.get(),
                row.getString("name"),
                row.getString("owner"),
                row.getString("county"),
                Coded.of(ServiceLevel.class, row.getString("level")).orElseThrow(),
                row.getBoolean("fictional")));
    }
}
