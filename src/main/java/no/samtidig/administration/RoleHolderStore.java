package no.samtidig.administration;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.samtidig.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who has which role. */
@Repository
class RoleHolderStore {
    private static final String HELD = """
            from access.role_grant g join access.account a on a.id = g.account
                left join organisation.owner o on nlevel(g.path) > 2 and o.path = subpath(g.path, 0, 2)
            where a.closed is null and g.granted <= :now and (g.ended is null or g.ended > :now)
              and (:everything or g.path <@ :scope::ltree[] or g.region_layer || '/' || g.region_code = :region)
            """;

    private final JdbcClient sql;

    RoleHolderStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<RoleHolders.Count> counts(Reader reader, OffsetDateTime now) {
        return of(
                        "select g.role, count(distinct a.id) as people,"
                                + " count(distinct coalesce(g.path::text, g.region_layer || '/' || g.region_code)) as places "
                                + HELD + " group by g.role",
                        reader,
                        now)
                .query((row, _) -> new RoleHolders.Count(
                        Role.of(row.getString("role")).orElseThrow(), row.getInt("people"), row.getInt("places")))
                .list()
                .stream()
                .sorted(Comparator.comparing(RoleHolders.Count::role))
                .toList();
    }

    List<RoleHolders.Holder> all(Reader reader, OffsetDateTime now) {
        return of(
                        "select g.role, g.place, coalesce(o.name, '') as owner, a.name, a.email, g.granted, case when :everything then a.seen end as seen "
                                + HELD + " order by g.role, g.place, a.name, g.id",
                        reader,
                        now)
                .query((row, _) -> new RoleHolders.Holder(
                        Role.of(row.getString("role")).orElseThrow(),
                        row.getString("place"),
                        row.getString("owner"),
                        row.getString("name"),
                        row.getString("email"),
                        Objects.requireNonNull(PeopleStore.day(row, "granted")),
                        Optional.ofNullable(PeopleStore.day(row, "seen"))
                                .map(Object::toString)
                                .orElse("")))
                .list();
    }

    private JdbcClient.StatementSpec of(String query, Reader reader, OffsetDateTime now) {
        return sql.sql(query)
                .param("now", now)
                .param("everything", reader.everything())
                .param("scope", reader.scope().parameter())
                .param("region", reader.region());
    }
}
