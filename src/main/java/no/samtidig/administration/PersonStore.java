package no.samtidig.administration;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Role;
import no.samtidig.organisation.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of one person. */
@Repository
class PersonStore {
    private final JdbcClient sql;

    PersonStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The account, erased ones excepted; whether the reader may know of it is seen from the roles. */
    Optional<PersonCard> card(AccountId id, Reader reader, OffsetDateTime now) {
        return sql.sql(
                        "select id, name, email, created, seen, closed from access.account where id = :id and erased is null")
                .param("id", id.value())
                .query((row, _) -> new PersonCard(
                        id,
                        row.getString("name"),
                        row.getString("email"),
                        Objects.requireNonNull(PeopleStore.day(row, "created")),
                        PeopleStore.day(row, "seen"),
                        PeopleStore.day(row, "closed"),
                        posts(id, reader, now)))
                .optional();
    }

    private List<PersonCard.Post> posts(AccountId id, Reader reader, OffsetDateTime now) {
        return sql.sql("""
                select g.id, g.role, coalesce(g.path::text, g.region_layer || '/' || g.region_code) as at, g.place, g.granted,
                    coalesce(b.name, '') as given_by, case when g.ended <= :now then g.ended end as ended,
                    coalesce(e.name, '') as ended_by
                from access.role_grant g
                    left join access.account b on b.id = g.given_by left join access.account e on e.id = g.ended_by
                where g.account = :id
                  and (:everything or g.path <@ :scope::ltree[] or g.region_layer || '/' || g.region_code = :region)
                order by g.ended <= :now nulls first, g.granted desc, g.id
                """)
                .param("id", id.value())
                .param("now", now)
                .param("everything", reader.everything())
                .param("scope", reader.scope().parameter())
                .param("region", reader.region())
                .query((row, _) -> new PersonCard.Post(
                        row.getObject("id", UUID.class),
                        Role.of(row.getString("role")).orElseThrow(),
                        Place.of(row.getString("at")).orElseThrow(),
                        row.getString("place"),
                        Objects.requireNonNull(PeopleStore.day(row, "granted")),
                        row.getString("given_by"),
                        PeopleStore.day(row, "ended"),
                        row.getString("ended_by")))
                .list();
    }
}
