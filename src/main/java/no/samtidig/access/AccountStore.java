package no.samtidig.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitMoved;
import no.samtidig.organisation.UnitPath;
import no.samtidig.organisation.UnitRenamed;
import no.samtidig.platform.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of accounts and grants. */
@Repository
class AccountStore {
    private final JdbcClient sql;

    AccountStore(JdbcClient sql) {
        this.sql = sql;
    }

    record AccountRow(
            AccountId id,
            String name,
            String email,
            @Nullable String passwordHash) {}

    record PostRow(AccountId account, String name, StaffMember.Post post) {}

    record GrantRow(UUID id, Role role, Place at, String place) {}

    Optional<AccountRow> account(AccountId id) {
        return sql.sql("select id, name, email, password_hash from access.account where id = :id and closed is null")
                .param("id", id.value())
                .query(AccountStore::account)
                .optional();
    }

    Optional<AccountRow> byEmail(String email) {
        return sql.sql(
                        "select id, name, email, password_hash from access.account where email = :email and closed is null")
                .param("email", email)
                .query(AccountStore::account)
                .optional();
    }

    /** Nobody works at a unit that has closed: a role there is asleep, and awake again should it open. */
    private static final String AWAKE = """
             and not exists (select from organisation.unit u where u.path = g.path and u.valid_to <= :today)
            """;

    List<GrantRow> grants(AccountId account, OffsetDateTime now) {
        return sql
                .sql("""
                select g.id, g.role, %s as at, g.place from access.role_grant g
                where g.account = :account and g.granted <= :now and (g.ended is null or g.ended > :now)
                """.formatted(PlaceColumns.CODE) + AWAKE + " order by g.granted, g.id")
                .param("today", now.toLocalDate())
                .param("account", account.value())
                .param("now", now)
                .query(AccountStore::grant)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Who has a role at a place the scope covers, by name; somebody with several has several rows after each other. */
    List<PostRow> within(OrganisationScope scope, OffsetDateTime now) {
        return sql.sql("""
                select a.id, a.name, g.role, g.place
                from access.role_grant g join access.account a on a.id = g.account
                where a.closed is null and g.granted <= :now and (g.ended is null or g.ended > :now)
                  and g.path <@ :scope::ltree[]
                """ + AWAKE + " order by a.name, a.id, g.granted, g.id")
                .param("now", now)
                .param("today", now.toLocalDate())
                .param("scope", scope.parameter())
                .query((row, number) -> new PostRow(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        new StaffMember.Post(Role.of(row.getString("role")).orElseThrow(), row.getString("place"))))
                .list();
    }

    /** Who works at exactly these places: one row for each role, the oldest of a person first. */
    List<Accounts.Colleague> at(String[] paths, OffsetDateTime now) {
        return sql.sql("""
                select a.id, a.name, a.email, a.language, g.role, g.path::text as path, g.place
                from access.role_grant g join access.account a on a.id = g.account
                where a.closed is null and g.granted <= :now and (g.ended is null or g.ended > :now)
                  and g.path::text = any(:paths)
                """ + AWAKE + " order by a.name, a.id, g.granted, g.id")
                .param("now", now)
                .param("today", now.toLocalDate())
                .param("paths", paths)
                .query((row, number) -> new Accounts.Colleague(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("email"),
                        Language.of(row.getString("language")).orElse(Language.NB),
                        Role.of(row.getString("role")).orElseThrow(),
                        new UnitPath(row.getString("path")),
                        row.getString("place")))
                .list();
    }

    /** Roles at a unit that goes on elsewhere are held there; whoever has the same there already keeps one of them. */
    void follow(UnitMoved moved, OffsetDateTime now) {
        sql.sql("""
                update access.role_grant g set ended = :now
                where g.path = :from::ltree and (g.ended is null or g.ended > :now)
                  and exists (select from access.role_grant o where o.account = g.account and o.role = g.role and o.path = :to::ltree
                      and (o.ended is null or o.ended > :now))
                """)
                .param("now", now)
                .param("from", moved.from().value())
                .param("to", moved.to().value())
                .update();
        sql.sql("""
                update access.role_grant set path = :to::ltree, place = :name where path = :from::ltree and (ended is null or ended > :now)
                """)
                .param("now", now)
                .param("from", moved.from().value())
                .param("to", moved.to().value())
                .param("name", moved.name())
                .update();
    }

    void call(UnitRenamed renamed, OffsetDateTime now) {
        sql.sql(
                        "update access.role_grant set place = :name where path = :at::ltree and (ended is null or ended > :now)")
                .param("now", now)
                .param("at", renamed.at().value())
                .param("name", renamed.name())
                .update();
    }

    List<String> addressesOf(Role role, OffsetDateTime now) {
        return sql.sql("""
                select distinct a.email from access.account a join access.role_grant g on g.account = a.id
                where a.closed is null and g.role = :role and g.granted <= :now and (g.ended is null or g.ended > :now)
                """)
                .param("role", role.code())
                .param("now", now)
                .query(String.class)
                .list();
    }

    boolean none() {
        return !sql.sql("select exists (select from access.account)")
                .query(Boolean.class)
                .single();
    }

    AccountId keep(String email, String name, @Nullable String passwordHash, OffsetDateTime now) {
        sql.sql("""
                insert into access.account (id, email, name, password_hash, created)
                values (:id, :email, :name, :hash, :now) on conflict (email) do nothing
                """)
                .param("id", UUID.randomUUID())
                .param("email", email)
                .param("name", name)
                .param("hash", passwordHash)
                .param("now", now)
                .update();
        return new AccountId(sql.sql("select id from access.account where email = :email")
                .param("email", email)
                .query(UUID.class)
                .single());
    }

    /** Noted at sign-in; a warning that nobody uses the account counts no more. */
    void seen(AccountId account, String language, OffsetDateTime now) {
        sql.sql("update access.account set seen = :now, language = :language, warned = null where id = :id")
                .param("now", now)
                .param("language", language)
                .param("id", account.value())
                .update();
    }

    /** Makes an account; empty where the address has one, open or closed. */
    Optional<AccountId> add(String email, String name, String passwordHash, OffsetDateTime now) {
        return sql.sql("""
                insert into access.account (id, email, name, password_hash, created)
                values (:id, :email, :name, :hash, :now) on conflict (email) do nothing returning id
                """)
                .param("id", UUID.randomUUID())
                .param("email", email)
                .param("name", name)
                .param("hash", passwordHash)
                .param("now", now)
                .query((row, number) -> new AccountId(row.getObject("id", UUID.class)))
                .optional();
    }

    void password(AccountId account, String passwordHash, OffsetDateTime now) {
        sql.sql("update access.account set password_hash = :hash, password_changed = :now where id = :id")
                .param("now", now)
                .param("id", account.value())
                .param("hash", passwordHash)
                .update();
    }

    void rename(AccountId account, String name) {
        sql.sql("update access.account set name = :name where id = :id and closed is null")
                .param("id", account.value())
                .param("name", name)
                .update();
    }

    /** Whether an account has the address, open or closed. */
    boolean taken(String email) {
        return sql.sql("select exists (select from access.account where email = :email)")
                .param("email", email)
                .query(Boolean.class)
                .single();
    }

    /** Gives the account another address, and takes back links to new passwords that went to the old one. */
    boolean move(AccountId account, String was, String is, OffsetDateTime now) {
        boolean moved = sql.sql("""
                                update access.account set email = :is where id = :id and email = :was and closed is null
                                  and not exists (select from access.account where email = :is)
                                """)
                        .param("id", account.value())
                        .param("was", was)
                        .param("is", is)
                        .update()
                == 1;
        if (moved) {
            sql.sql("update access.password_reset set used = :now where account = :id and used is null")
                    .param("id", account.value())
                    .param("now", now)
                    .update();
        }
        return moved;
    }

    /** The same password under another hash, unless it was changed in the meantime. */
    void rehash(AccountId account, String was, String is) {
        sql.sql("update access.account set password_hash = :is where id = :id and password_hash = :was")
                .param("id", account.value())
                .param("was", was)
                .param("is", is)
                .update();
    }

    /** False where the account has the role there already. */
    boolean grant(@Nullable AccountId by, AccountId account, Role role, Place at, String place, OffsetDateTime now) {
        sql.sql("select pg_advisory_xact_lock(hashtext(:account))")
                .param("account", "grants:" + account.value())
                .query()
                .listOfRows();
        return sql.sql("""
                insert into access.role_grant (id, account, role, path, region_layer, region_code, place, granted, given_by)
                select :id, :account, :role, :path::ltree, :layer, :region, :place, :now, :by
                where not exists (select from access.role_grant
                    where account = :account and role = :role and ended is null and %s = :at)
                """.formatted(PlaceColumns.CODE))
                        .param("by", by == null ? null : by.value())
                        .param("id", UUID.randomUUID())
                        .param("account", account.value())
                        .param("role", role.code())
                        .params(PlaceColumns.parameters(at))
                        .param("place", place)
                        .param("now", now)
                        .update()
                == 1;
    }

    void revoke(AccountId account, Role role, OffsetDateTime now) {
        sql.sql("update access.role_grant set ended = :now where account = :account and role = :role and ended is null")
                .param("now", now)
                .param("account", account.value())
                .param("role", role.code())
                .update();
    }

    private static AccountRow account(ResultSet row, int number) throws SQLException {
        return new AccountRow(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getString("password_hash"));
    }

    /** The role; empty where its place is none that we read: such a row gives nobody anything. */
    private static Optional<GrantRow> grant(ResultSet row, int number) throws SQLException {
        Optional<Place> at = Place.of(row.getString("at"));
        if (at.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new GrantRow(
                row.getObject("id", UUID.class),
                Role.of(row.getString("role")).orElseThrow(),
                at.get(),
                row.getString("place")));
    }
}
