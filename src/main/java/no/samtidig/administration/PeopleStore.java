package no.samtidig.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samtidig.access.Role;
import no.samtidig.administration.PersonLine.Held;
import no.samtidig.administration.PersonLine.Standing;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Norway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The SQL of the list of people: searched, narrowed, sorted and cut in the database. What is searched or narrowed is found first and
 * sorted then: the planner would else go through everybody by name until it has enough.
 */
@Repository
class PeopleStore {
    private static final String IN_FORCE = "g.granted <= :now and (g.ended is null or g.ended > :now)";

    /** A role that the reader may know of. */
    private static final String SEEN =
            " and (:everything or g.path <@ :scope::ltree[] or g.region_layer || '/' || g.region_code = :region)";

    private static final String BELOW = "unnest(:%s::ltree[]) s (path) join access.role_grant g on g.path <@ s.path";

    private static final String OPEN_INVITATION = "i.accepted is null and i.withdrawn is null and i.expires > :now";

    private final JdbcClient sql;

    PeopleStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** How many there are, and those on the page. */
    record Found(int count, List<PersonLine> people) {
        Found {
            people = List.copyOf(people);
        }
    }

    Found accounts(Reader reader, PeopleQuery query, @Nullable OrganisationScope inRegion, OffsetDateTime now) {
        List<String> words = query.patterns();
        StringBuilder where = new StringBuilder("a.erased is null and a.closed is ")
                .append(query.standing().filter(Standing.CLOSED::equals).isPresent() ? "not null" : "null");
        for (int i = 0; i < words.size(); i++) {
            where.append(" and lower(a.name) || ' ' || a.email like :word").append(i);
        }
        if (query.standing().filter(Standing.NO_ROLE::equals).isPresent()) {
            where.append(" and not exists (select from access.role_grant g where g.account = a.id and ")
                    .append(IN_FORCE)
                    .append(')');
        }
        boolean narrow = !reader.everything() || query.role().isPresent() || inRegion != null;
        if (narrow) {
            where.append(" and a.id in (")
                    .append(holders(reader, query, inRegion != null))
                    .append(')');
        }
        Map<String, Object> values = values(reader, query, now);
        values.put("in", inRegion == null ? new String[0] : inRegion.parameter());
        String found = "select a.id, a.name, a.email, a.seen, a.closed from access.account a where " + where;
        int count = sql.sql("select count(*) from access.account a where " + where)
                .params(values)
                .query(Integer.class)
                .single();
        List<PersonLine> bare = sql.sql((narrow || !words.isEmpty()
                                ? "with found as materialized (" + found + ") select * from found"
                                : found)
                        + " order by " + query.order().sql() + " limit :rows offset :offset")
                .params(values)
                .query(PeopleStore::account)
                .list();
        return new Found(count, withRoles(bare, reader, now));
    }

    /**
     * The accounts with a role that the reader may know of and that was asked for. Each of the places is looked up in the index: as one
     * condition with "or" the whole table would be read.
     */
    private static String holders(Reader reader, PeopleQuery query, boolean inRegion) {
        String asked = " where " + IN_FORCE + (query.role().isPresent() ? " and g.role = :role" : "");
        String all = "select g.account from ";
        if (inRegion) {
            return all + BELOW.formatted("in") + asked;
        }
        if (reader.everything()) {
            return all + "access.role_grant g" + asked;
        }
        return all
                + BELOW.formatted("scope")
                + asked
                + (reader.region().isEmpty()
                        ? ""
                        : " union all " + all + "access.role_grant g" + asked
                                + " and g.region_layer || '/' || g.region_code = :region");
    }

    private List<PersonLine> withRoles(List<PersonLine> bare, Reader reader, OffsetDateTime now) {
        Map<UUID, List<Held>> roles = new HashMap<>();
        sql.sql("""
                select g.account, g.role, g.place from access.role_grant g where g.account = any(:ids) and %s
                order by g.granted, g.id
                """.formatted(IN_FORCE + SEEN))
                .param("ids", bare.stream().map(PersonLine::id).toArray(UUID[]::new))
                .params(values(reader, now))
                .query(row -> {
                    roles.computeIfAbsent(row.getObject("account", UUID.class), _ -> new ArrayList<>())
                            .add(held(row));
                });
        return bare.stream()
                .map(it -> {
                    List<Held> own = roles.getOrDefault(it.id(), List.of());
                    boolean bareAccount = own.isEmpty() && it.standing() == Standing.IN_USE;
                    return new PersonLine(
                            it.id(),
                            it.name(),
                            it.email(),
                            own,
                            it.seen(),
                            bareAccount ? Standing.NO_ROLE : it.standing(),
                            0);
                })
                .toList();
    }

    /** Who is invited and has not answered. */
    Found invited(Reader reader, PeopleQuery query, OffsetDateTime now) {
        List<String> words = query.patterns();
        StringBuilder where = new StringBuilder(OPEN_INVITATION)
                .append(
                        " and (:everything or i.path <@ :scope::ltree[] or i.region_layer || '/' || i.region_code = :region)");
        for (int i = 0; i < words.size(); i++) {
            where.append(" and lower(i.name) || ' ' || i.email like :word").append(i);
        }
        query.role().ifPresent(_ -> where.append(" and i.role = :role"));
        Map<String, Object> values = values(reader, query, now);
        int count = sql.sql("select count(*) from access.invitation i where " + where)
                .params(values)
                .query(Integer.class)
                .single();
        return new Found(
                count,
                sql.sql("select i.id, i.name, i.email, i.role, i.place, i.sendings from access.invitation i where "
                                + where + " order by i.sent desc, i.id limit :rows offset :offset")
                        .params(values)
                        .query((row, _) -> new PersonLine(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("email"),
                                List.of(held(row)),
                                null,
                                Standing.INVITED,
                                row.getInt("sendings")))
                        .list());
    }

    private static Map<String, Object> values(Reader reader, OffsetDateTime now) {
        Map<String, Object> values = new HashMap<>();
        values.put("now", now);
        values.put("everything", reader.everything());
        values.put("scope", reader.scope().parameter());
        values.put("region", reader.region());
        return values;
    }

    private static Map<String, Object> values(Reader reader, PeopleQuery query, OffsetDateTime now) {
        Map<String, Object> values = values(reader, now);
        List<String> words = query.patterns();
        for (int i = 0; i < words.size(); i++) {
            values.put("word" + i, words.get(i));
        }
        values.put("role", query.role().map(Role::code).orElse(""));
        values.put("rows", query.rows());
        values.put("offset", query.offset());
        return values;
    }

    private static PersonLine account(ResultSet row, int number) throws SQLException {
        return new PersonLine(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                List.of(),
                day(row, "seen"),
                row.getObject("closed") == null ? Standing.IN_USE : Standing.CLOSED,
                0);
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(Role.of(row.getString("role")).orElseThrow(), row.getString("place"));
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(Norway.ZONE).toLocalDate();
    }
}
