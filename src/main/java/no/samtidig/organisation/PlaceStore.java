package no.samtidig.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of changing owners and units. */
@Repository
class PlaceStore {
    private static final String OWNER = """
            select path::text as path, kind, name, number, municipality, fictional, valid_from, valid_to, successor::text as successor, revision
            from organisation.owner
            """;
    private static final String UNIT = """
            select u.path::text as path, u.owner::text as owner, o.name as owner_name, u.name, u.number, u.level, u.county, u.municipality,
                u.fictional, u.valid_from, u.valid_to, u.successor::text as successor, u.revision
            from organisation.unit u join organisation.owner o on o.path = u.owner
            """;

    private final JdbcClient sql;

    PlaceStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** One change of the tree at a time, until the transaction ends: then what was looked up before it still holds. */
    void alone() {
        sql.sql("select pg_advisory_xact_lock(hashtext('organisation.places'))")
                .query()
                .listOfRows();
    }

    Optional<OwnerPlace> owner(UnitPath at) {
        return sql.sql(OWNER + " where path = :at::ltree")
                .param("at", at.value())
                .query(PlaceStore::owner)
                .optional();
    }

    Optional<UnitPlace> unit(UnitPath at) {
        return sql.sql(UNIT + " where u.path = :at::ltree")
                .param("at", at.value())
                .query(PlaceStore::unit)
                .optional();
    }

    List<OwnerPlace> owners(LocalDate today) {
        return sql.sql(OWNER + " where daterange(valid_from, valid_to, '[)') @> :today order by name collate \"C\"")
                .param("today", today)
                .query(PlaceStore::owner)
                .list();
    }

    List<UnitPlace> unitsOf(UnitPath owner, LocalDate today) {
        return sql.sql(UNIT + """
                 where u.owner = :owner::ltree and daterange(u.valid_from, u.valid_to, '[)') @> :today order by u.name, u.path
                """)
                .param("owner", owner.value())
                .param("today", today)
                .query(PlaceStore::unit)
                .list();
    }

    List<UnitPlace> within(OrganisationScope scope, LocalDate today) {
        return sql.sql(UNIT + """
                 where daterange(u.valid_from, u.valid_to, '[)') @> :today and u.path <@ :scope::ltree[]
                 order by o.name, o.path, u.name, u.path
                """)
                .param("today", today)
                .param("scope", scope.parameter())
                .query(PlaceStore::unit)
                .list();
    }

    /** Places that ended and go on as this one, straight or by others between them; the latest first. */
    List<UnitPath> before(UnitPath at) {
        return sql.sql("""
                with recursive it as (
                    select path, valid_to from organisation.unit where successor = :at::ltree
                    union
                    select u.path, u.valid_to from organisation.unit u join it on u.successor = it.path)
                select path::text as path from it order by valid_to desc, path
                """)
                .param("at", at.value())
                .query((row, _) -> new UnitPath(row.getString("path")))
                .list();
    }

    List<FormerFacts> history(UnitPath at) {
        return sql.sql("""
                select valid_from, valid_to, name, number, kind, level, county, municipality
                from organisation.place_before where path = :at::ltree order by written desc
                """)
                .param("at", at.value())
                .query((row, _) -> new FormerFacts(
                        validity(row),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("number")),
                        Optional.ofNullable(row.getString("kind")).flatMap(it -> Coded.of(OwnerKind.class, it)),
                        Optional.ofNullable(row.getString("level")).flatMap(it -> Coded.of(ServiceLevel.class, it)),
                        Optional.ofNullable(row.getString("county")),
                        Optional.ofNullable(row.getString("municipality"))))
                .list();
    }

    /** The place that a form made. */
    Optional<UnitPath> madeBy(UUID form) {
        return sql.sql("""
                select path::text as path from organisation.owner where form = :form
                union all select path::text from organisation.unit where form = :form
                """)
                .param("form", form)
                .query((row, _) -> new UnitPath(row.getString("path")))
                .optional();
    }

    /** What another place with the organisation number is called. */
    Optional<String> withNumber(OrganisationNumber number, @Nullable UnitPath but) {
        return sql.sql("""
                select name from organisation.owner where number = :number and path is distinct from :but::ltree
                union all
                select name from organisation.unit where number = :number and path is distinct from :but::ltree and successor is null
                limit 1
                """)
                .param("number", number.value())
                .param("but", but == null ? null : but.value())
                .query(String.class)
                .optional();
    }

    boolean ownerCalled(PlaceName name, @Nullable UnitPath but, LocalDate today) {
        return sql.sql("""
                select exists (select from organisation.owner where lower(name) = lower(:name) and path is distinct from :but::ltree
                    and (valid_to is null or valid_to > :today))
                """)
                .param("name", name.value())
                .param("but", but == null ? null : but.value())
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    boolean unitCalled(UnitPath owner, PlaceName name, @Nullable UnitPath but, LocalDate today) {
        return sql.sql("""
                select exists (select from organisation.unit where owner = :owner::ltree and lower(name) = lower(:name)
                    and path is distinct from :but::ltree and (valid_to is null or valid_to > :today))
                """)
                .param("owner", owner.value())
                .param("name", name.value())
                .param("but", but == null ? null : but.value())
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    /** Whether there is such a county and, where one is named, the municipality lies in it. */
    boolean county(String county, Optional<String> municipality) {
        return sql.sql("""
                select exists (select from organisation.county c where c.number = :county and (:municipality::text is null
                    or exists (select from organisation.municipality m where m.number = :municipality and m.county = c.number)))
                """)
                .param("county", county)
                .param("municipality", municipality.orElse(null))
                .query(Boolean.class)
                .single();
    }

    boolean free(UnitPath path) {
        return sql.sql("""
                select not exists (select from organisation.owner where path = :path::ltree)
                   and not exists (select from organisation.unit where path = :path::ltree)
                """).param("path", path.value()).query(Boolean.class).single();
    }

    void add(UnitPath path, OwnerFacts facts, LocalDate today, @Nullable UUID form) {
        sql.sql("""
                insert into organisation.owner (path, kind, name, number, valid_from, form)
                values (:path::ltree, :kind, :name, :number, :today, :form)
                """)
                .param("path", path.value())
                .param("kind", facts.kind().code())
                .param("name", facts.name().value())
                .param("number", facts.number().map(OrganisationNumber::value).orElse(null))
                .param("today", today)
                .param("form", form)
                .update();
    }

    void add(UnitPath path, UnitPath owner, UnitFacts facts, LocalDate today, @Nullable UUID form) {
        sql.sql("""
                insert into organisation.unit (path, owner, name, number, level, county, municipality, fictional, valid_from, form)
                select :path::ltree, o.path, :name, :number, :level, :county, :municipality, o.fictional, :today, :form
                from organisation.owner o where o.path = :owner::ltree
                """)
                .param("path", path.value())
                .param("owner", owner.value())
                .param("name", facts.name().value())
                .param("number", facts.number().map(OrganisationNumber::value).orElse(null))
                .param("level", facts.level().code())
                .param("county", facts.county())
                .param("municipality", facts.municipality().orElse(null))
                .param("today", today)
                .param("form", form)
                .update();
    }

    /** Keeps what was said until now, from when it was last changed. */
    private static final String SINCE =
            "coalesce((select max(valid_to) from organisation.place_before b where b.path = it.path), it.valid_from)";

    void change(UnitPath path, OwnerFacts facts, LocalDate today) {
        sql.sql("""
                insert into organisation.place_before (path, valid_from, valid_to, name, number, kind)
                select path, %s, :today, name, number, kind from organisation.owner it where path = :path::ltree
                """.formatted(SINCE))
                .param("path", path.value())
                .param("today", today)
                .update();
        sql.sql("""
                update organisation.owner set name = :name, kind = :kind, number = :number, revision = revision + 1 where path = :path::ltree
                """)
                .param("path", path.value())
                .param("kind", facts.kind().code())
                .param("name", facts.name().value())
                .param("number", facts.number().map(OrganisationNumber::value).orElse(null))
                .update();
    }

    void change(UnitPath path, UnitFacts facts, LocalDate today) {
        sql.sql("""
                insert into organisation.place_before (path, valid_from, valid_to, name, number, level, county, municipality)
                select path, %s, :today, name, number, level, county, municipality from organisation.unit it where path = :path::ltree
                """.formatted(SINCE))
                .param("path", path.value())
                .param("today", today)
                .update();
        sql.sql("""
                update organisation.unit set name = :name, number = :number, level = :level, county = :county,
                    municipality = :municipality, revision = revision + 1
                where path = :path::ltree
                """)
                .param("path", path.value())
                .param("name", facts.name().value())
                .param("number", facts.number().map(OrganisationNumber::value).orElse(null))
                .param("level", facts.level().code())
                .param("county", facts.county())
                .param("municipality", facts.municipality().orElse(null))
                .update();
    }

    /** Ends a unit, or opens it again where no day is given. */
    void end(UnitPath unit, @Nullable LocalDate firstDayWithout, @Nullable UnitPath successor) {
        sql.sql("""
                update organisation.unit set valid_to = :to, successor = :successor::ltree, revision = revision + 1 where path = :path::ltree
                """)
                .param("path", unit.value())
                .param("to", firstDayWithout)
                .param("successor", successor == null ? null : successor.value())
                .update();
    }

    /** The same for an owner. */
    void endOwner(UnitPath owner, @Nullable LocalDate firstDayWithout, @Nullable UnitPath successor) {
        sql.sql("""
                update organisation.owner set valid_to = :to, successor = :successor::ltree, revision = revision + 1 where path = :path::ltree
                """)
                .param("path", owner.value())
                .param("to", firstDayWithout)
                .param("successor", successor == null ? null : successor.value())
                .update();
    }

    void reopenUnits(UnitPath owner, LocalDate to) {
        sql.sql("""
                update organisation.unit set valid_to = null, revision = revision + 1
                where owner = :owner::ltree and valid_to = :to and successor is null
                """).param("owner", owner.value()).param("to", to).update();
    }

    private static Validity validity(ResultSet row) throws SQLException {
        return new Validity(
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)));
    }

    private static Optional<OrganisationNumber> number(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("number")).flatMap(OrganisationNumber::of);
    }

    private static Optional<UnitPath> successor(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("successor")).map(UnitPath::new);
    }

    private static OwnerPlace owner(ResultSet row, int number) throws SQLException {
        return new OwnerPlace(
                new UnitPath(row.getString("path")),
                new OwnerFacts(
                        new PlaceName(row.getString("name")),
                        Coded.of(OwnerKind.class, row.getString("kind")).orElseThrow(),
                        number(row)),
                Optional.ofNullable(row.getString("municipality")),
                validity(row),
                successor(row),
                row.getInt("revision"),
                row.getBoolean("fictional"));
    }

    private static UnitPlace unit(ResultSet row, int number) throws SQLException {
        return new UnitPlace(
                new UnitPath(row.getString("path")),
                new UnitPath(row.getString("owner")),
                row.getString("owner_name"),
                new UnitFacts(
                        new PlaceName(row.getString("name")),
                        Coded.of(ServiceLevel.class, row.getString("level")).orElseThrow(),
                        row.getString("county"),
                        Optional.ofNullable(row.getString("municipality")),
                        number(row)),
                validity(row),
                successor(row),
                row.getInt("revision"),
                row.getBoolean("fictional"));
    }

    /**
     * A path below another that no place has or had, made of the name. Looks ever further ahead and then between:
     * thousands with names that make the same path need a few looks each.
     */
    UnitPath freeBelow(UnitPath above, PlaceName name) {
        int taken = 0;
        int free = 1;
        while (!free(UnitPath.below(above, name, free))) {
            taken = free;
            free *= 2;
        }
        while (free - taken > 1) {
            int between = (taken + free) >>> 1;
            if (free(UnitPath.below(above, name, between))) {
                free = between;
            } else {
                taken = between;
            }
        }
        return UnitPath.below(above, name, free);
    }
}
