package no.samtidig.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.samtidig.platform.code.Coded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of units and regions. */
@Repository
class UnitStore {
    private static final String WHENEVER = """
            select u.path::text as path, u.name, o.name as owner, u.county, u.level, u.fictional
            from organisation.unit u join organisation.owner o on o.path = u.owner
            """;
    private static final String UNIT = WHENEVER + " where daterange(u.valid_from, u.valid_to, '[)') @> :today";

    /** Units that go on as one of {@code it}, and those that went on as these. */
    private static final String AND_BEFORE = """
            union select u.path from organisation.unit u join it on u.successor = it.path) select path::text as path from it order by path
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

    Optional<Unit> whenever(UnitPath path) {
        return sql.sql(WHENEVER + " where u.path = :path::ltree")
                .param("path", path.value())
                .query(UnitStore::unit)
                .optional()
                .flatMap(it -> it);
    }

    Map<UnitPath, Unit> known() {
        return sql.sql(WHENEVER).query(UnitStore::unit).list().stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Unit::path, it -> it));
    }

    Map<UnitPath, UnitPath> followed() {
        Map<UnitPath, UnitPath> all = new HashMap<>();
        sql.sql("""
                with recursive it as (
                    select path, successor as at from organisation.unit where successor is not null
                    union
                    select it.path, u.successor from it join organisation.unit u on u.path = it.at where u.successor is not null)
                select it.path::text as path, it.at::text as at
                from it join organisation.unit u on u.path = it.at where u.successor is null
                """).query(row -> {
            all.put(new UnitPath(row.getString("path")), new UnitPath(row.getString("at")));
        });
        return all;
    }

    List<UnitPath> andBefore(UnitPath unit) {
        return sql.sql("with recursive it as (select :path::ltree as path " + AND_BEFORE)
                .param("path", unit.value())
                .query((row, number) -> new UnitPath(row.getString("path")))
                .list();
    }

    /** Those that lie there, or lay there when they ended, and what these were before. */
    List<UnitPath> in(Place.Region region, LocalDate today) {
        return sql
                .sql("""
                with recursive it as (
                    select u.path
                    from organisation.unit u join organisation.region_county r on r.county = u.county
                    where r.layer = :layer and r.region = :code
                      and daterange(r.valid_from, r.valid_to, '[)') @> :today
                """ + AND_BEFORE)
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
