package no.samtidig.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Role;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.code.Coded;
import no.samtidig.platform.ui.ListQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of lists of places: searched, narrowed and cut in the database. */
@Repository
class PlaceListStore {
    private static final String LEADS = """
            exists (select from access.role_grant g join access.account a on a.id = g.account
                where g.path = u.path and g.role = :leader and a.closed is null and g.granted <= :now and (g.ended is null or g.ended > :now))
            """;

    private static final String UNITS = """
            with seen as materialized (
                select u.path, u.name, o.name as owner, o.kind, u.level, c.name as county, u.valid_to, u.successor is not null as follows
                from organisation.unit u join organisation.owner o on o.path = u.owner join organisation.county c on c.number = u.county
                where (:everything or u.path in (
                        select q.path from unnest(:scope::ltree[]) s (path) join organisation.unit q on q.path <@ s.path))
                  and coalesce(u.valid_to <= :today, false) = :closed
                  and (:kind::text is null or o.kind = :kind)
                  and (:region::text is null or u.county in (select r.county from organisation.region_county r
                        where r.layer = 'rvts' and r.region = :region and daterange(r.valid_from, r.valid_to, '[)') @> :today))
                  and (not :withoutLeader or not {leads})
                  and not exists (select from unnest(:words::text[]) word
                        where position(word in lower(u.name || ' ' || o.name || ' ' || coalesce(u.number, ''))) = 0)
            ), page as (
                select seen.*, count(*) over () as found from seen order by {order}, path limit :rows offset :offset)
            select u.path::text as path, u.name, u.owner, u.kind, u.level, u.county, u.valid_to, u.follows, u.found, 0 as units,
                {leads}::int as leaders
            from page u order by {order}, u.path
            """.replace("{leads}", LEADS.strip());

    private static final String OWNERS = """
            with page as (
                select o.path, o.name, '' as owner, o.kind, null as level, '' as county, o.valid_to, o.successor is not null as follows,
                    count(*) over () as found,
                    (select count(*) from organisation.unit u
                        where u.owner = o.path and daterange(u.valid_from, u.valid_to, '[)') @> :today) as units
                from organisation.owner o
                where (:everything or o.path = any(:scope::ltree[]))
                  and coalesce(o.valid_to <= :today, false) = :closed
                  and (:kind::text is null or o.kind = :kind)
                  and not exists (select from unnest(:words::text[]) word
                        where position(word in lower(o.name || ' ' || coalesce(o.number, '') || ' ' || coalesce(o.municipality, ''))) = 0)
            )
            select path::text as path, name, owner, kind, level, county, valid_to, follows, found, units, 0 as leaders
            from page order by {order}, path limit :rows offset :offset
            """;

    private static final Map<String, String> UNIT_ORDERS =
            Map.of("navn", "name", "eier", "owner", "fylke", "county", "niva", "level");
    private static final Map<String, String> OWNER_ORDERS = Map.of("navn", "name", "slag", "kind", "enheter", "units");

    private final JdbcClient sql;

    PlaceListStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A line, and how many there are on all pages. */
    private record Found(PlaceLine line, int count) {}

    ListQuery.Found<PlaceLine> find(
            PlaceSearch search, OrganisationScope scope, List<String> counties, OffsetDateTime now) {
        String[] within = search.owners() && !scope.covers(UnitPath.COUNTRY)
                ? ownersOf(scope, counties).stream().map(UnitPath::value).toArray(String[]::new)
                : scope.parameter();
        String order = (search.owners() ? OWNER_ORDERS : UNIT_ORDERS).getOrDefault(search.order(), "name");
        JdbcClient.StatementSpec asked = sql.sql((search.owners() ? OWNERS : UNITS)
                        .replace("{order}", order + (search.falling() ? " desc" : "")))
                .param("everything", scope.covers(UnitPath.COUNTRY))
                .param("scope", within)
                .param("today", now.toLocalDate())
                .param("closed", search.closed())
                .param("kind", search.kind().map(OwnerKind::code).orElse(null))
                .param("words", words(search.words()))
                .param("rows", search.rows())
                .param("offset", search.offset());
        List<Found> found = (search.owners()
                        ? asked
                        : asked.param("region", search.region().orElse(null))
                                .param("withoutLeader", search.withoutLeader())
                                .param("leader", Role.UNIT_LEADER.code())
                                .param("now", now))
                .query(PlaceListStore::line)
                .list();
        return new ListQuery.Found<>(
                found.stream().map(Found::line).toList(),
                found.isEmpty() ? 0 : found.getFirst().count());
    }

    private static String[] words(String typed) {
        return typed.isBlank()
                ? new String[0]
                : typed.toLowerCase(Locale.ROOT).strip().split("\\s+", 20);
    }

    /** Owners that have an open unit in the scope, or are a municipality of the counties. */
    Set<UnitPath> ownersOf(OrganisationScope scope, List<String> counties) {
        return new HashSet<>(sql.sql("""
                select u.owner::text as path from unnest(:scope::ltree[]) s (path) join organisation.unit u on u.path <@ s.path
                where u.valid_to is null
                union
                select o.path::text from organisation.owner o join organisation.municipality m on m.number = o.municipality
                where m.county = any(:counties)
                """)
                .param("scope", scope.parameter())
                .param("counties", counties.toArray(String[]::new))
                .query((row, _) -> new UnitPath(row.getString("path")))
                .list());
    }

    /** Who leads a unit today, by name. */
    List<PlaceLists.Leader> leaders(UnitPath unit, OffsetDateTime now) {
        return sql.sql("""
                select distinct a.id, a.name from access.role_grant g join access.account a on a.id = g.account
                where g.path = :unit::ltree and g.role = :leader and a.closed is null
                  and g.granted <= :now and (g.ended is null or g.ended > :now) order by a.name
                """)
                .param("unit", unit.value())
                .param("leader", Role.UNIT_LEADER.code())
                .param("now", now)
                .query((row, _) ->
                        new PlaceLists.Leader(new AccountId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    private static Found line(ResultSet row, int number) throws SQLException {
        return new Found(
                new PlaceLine(
                        new UnitPath(row.getString("path")),
                        row.getString("name"),
                        row.getString("owner"),
                        Coded.of(OwnerKind.class, row.getString("kind")).orElseThrow(),
                        Optional.ofNullable(row.getString("level")).flatMap(it -> Coded.of(ServiceLevel.class, it)),
                        row.getString("county"),
                        row.getInt("leaders"),
                        row.getInt("units"),
                        Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                        row.getBoolean("follows")),
                row.getInt("found"));
    }
}
