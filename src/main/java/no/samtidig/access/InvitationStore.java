package no.samtidig.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.Place;
import no.samtidig.organisation.UnitMoved;
import no.samtidig.organisation.UnitRenamed;
import no.samtidig.platform.Language;
import no.samtidig.platform.Norway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of invitations. */
@Repository
class InvitationStore {
    private static final String INVITATION = """
            select i.id, i.email, i.name, i.role, %s as at, i.place, i.language,
                   coalesce(a.name, '') as inviter, a.id as inviter_id, i.sent, i.sendings, i.expires, i.accepted, i.account,
                   coalesce(i.withdrawn, (select u.valid_to::timestamptz from organisation.unit u
                       where u.path = i.path and u.valid_to <= :now::date)) as withdrawn,
                   i.form_key, i.expires <= :now as late, coalesce(m.failure, '') as failure
            from access.invitation i left join access.account a on a.id = i.inviter
                left join platform.mail m on m.key = 'invitation:' || i.id || ':' || i.sendings and m.sent is null
            """.formatted(PlaceColumns.CODE);

    private final JdbcClient sql;

    InvitationStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Who offers what, where. */
    record Offer(AccountId inviter, Role role, Place at, String place, Language language, UUID batch) {}

    /** An invitation that was written now. */
    record Written(UUID id, int sendings) {}

    /** An invitation with what only the one who opens it needs, and who invited. */
    record Row(
            Invitation invitation,
            @Nullable AccountId inviter,
            @Nullable AccountId account,
            @Nullable String formKey,
            @Nullable OffsetDateTime accepted) {}

    /** Makes an invitation, or renews one that expired; empty where one is open already. */
    Optional<Written> keep(
            Offer offer, String email, String name, byte[] token, OffsetDateTime now, OffsetDateTime expires) {
        Optional<Written> renewed = sql.sql("""
                update access.invitation set batch = :batch, name = :name, language = :language, inviter = :inviter,
                    token = :token, sent = :now, expires = :expires, sendings = sendings + 1
                where email = :email and role = :role and %s = :at
                  and accepted is null and withdrawn is null and expires <= :now
                returning id, sendings
                """.formatted(PlaceColumns.CODE))
                .param("batch", offer.batch())
                .param("name", name)
                .param("language", offer.language().tag())
                .param("inviter", offer.inviter().value())
                .param("token", token)
                .param("now", now)
                .param("expires", expires)
                .param("email", email)
                .param("role", offer.role().code())
                .param("at", offer.at().code())
                .query(InvitationStore::written)
                .optional();
        return renewed.isPresent() ? renewed : made(offer, email, name, token, now, expires);
    }

    private Optional<Written> made(
            Offer offer, String email, String name, byte[] token, OffsetDateTime now, OffsetDateTime expires) {
        return sql.sql("""
                insert into access.invitation (id, batch, email, name, role, path, region_layer, region_code, place, language,
                    inviter, created, sent, expires, token)
                values (:id, :batch, :email, :name, :role, :path::ltree, :layer, :region, :place, :language,
                    :inviter, :now, :now, :expires, :token)
                on conflict do nothing
                returning id, sendings
                """)
                .param("id", UUID.randomUUID())
                .param("batch", offer.batch())
                .param("email", email)
                .param("name", name)
                .param("role", offer.role().code())
                .params(PlaceColumns.parameters(offer.at()))
                .param("place", offer.place())
                .param("language", offer.language().tag())
                .param("inviter", offer.inviter().value())
                .param("now", now)
                .param("expires", expires)
                .param("token", token)
                .query(InvitationStore::written)
                .optional();
    }

    /** Writes an open invitation anew; empty where it was sent in the meantime, or is open no more. */
    Optional<Written> renew(
            UUID id, AccountId inviter, int sendings, byte[] token, OffsetDateTime now, OffsetDateTime expires) {
        return sql.sql("""
                update access.invitation set inviter = :inviter, token = :token, sent = :now, expires = :expires,
                    sendings = sendings + 1
                where id = :id and sendings = :sendings and accepted is null and withdrawn is null
                returning id, sendings
                """)
                .param("id", id)
                .param("inviter", inviter.value())
                .param("sendings", sendings)
                .param("token", token)
                .param("now", now)
                .param("expires", expires)
                .query(InvitationStore::written)
                .optional();
    }

    boolean withdraw(UUID id, OffsetDateTime now) {
        return sql.sql("""
                update access.invitation set withdrawn = :now where id = :id and accepted is null and withdrawn is null
                """).param("id", id).param("now", now).update() == 1;
    }

    /** Which of the addresses have got so many invitations since then that it is enough, whoever sent them and to what. */
    Set<String> pestered(Collection<String> emails, int most, OffsetDateTime since) {
        return Set.copyOf(sql.sql("""
                        select email from access.invitation where email = any(:emails) and sent > :since
                        group by email having sum(sendings) >= :most
                        """)
                .param("emails", emails.toArray(String[]::new))
                .param("since", since)
                .param("most", most)
                .query(String.class)
                .list());
    }

    /** Which of the addresses have an open invitation to the role there. */
    Set<String> open(Collection<String> emails, Role role, Place at, OffsetDateTime now) {
        return sql
                .sql("""
                select email from access.invitation
                where email = any(:emails) and role = :role and %s = :at
                  and accepted is null and withdrawn is null and expires > :now
                """.formatted(PlaceColumns.CODE))
                .param("emails", emails.toArray(String[]::new))
                .param("role", role.code())
                .param("at", at.code())
                .param("now", now)
                .query((row, number) -> row.getString("email"))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Which of the addresses belong to somebody who has the role there already. */
    Set<String> holding(Collection<String> emails, Role role, Place at, OffsetDateTime now) {
        return sql
                .sql("""
                select a.email from access.role_grant g join access.account a on a.id = g.account
                where a.email = any(:emails) and a.closed is null and g.role = :role and %s = :at
                  and g.granted <= :now and (g.ended is null or g.ended > :now)
                """.formatted(PlaceColumns.CODE))
                .param("emails", emails.toArray(String[]::new))
                .param("role", role.code())
                .param("at", at.code())
                .param("now", now)
                .query((row, number) -> row.getString("email"))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Invitations to places the scope covers, and to the region, open ones first and then the newest. */
    List<Invitation> within(OrganisationScope scope, String region, boolean all, int most, OffsetDateTime now) {
        return sql
                .sql(INVITATION + """
                 where i.path <@ :scope::ltree[] or %s = :region
                    or (:all and i.region_layer is not null)
                 order by i.accepted is null and i.withdrawn is null desc, i.sent desc, i.email limit :most
                """.formatted(PlaceColumns.CODE))
                .param("scope", scope.parameter())
                .param("region", region)
                .param("all", all)
                .param("most", most)
                .param("now", now)
                .query(InvitationStore::row)
                .list()
                .stream()
                .map(Row::invitation)
                .toList();
    }

    /** How many invitations were written at one time by somebody. */
    int written(UUID batch, AccountId inviter) {
        return sql.sql("select count(*) from access.invitation where batch = :batch and inviter = :inviter")
                .param("batch", batch)
                .param("inviter", inviter.value())
                .query(Integer.class)
                .single();
    }

    Optional<Invitation> byId(UUID id, OffsetDateTime now) {
        return sql.sql(INVITATION + " where i.id = :id")
                .param("id", id)
                .param("now", now)
                .query(InvitationStore::row)
                .optional()
                .map(Row::invitation);
    }

    Optional<Row> byToken(byte[] token, OffsetDateTime now) {
        return sql.sql(INVITATION + " where i.token = :token")
                .param("token", token)
                .param("now", now)
                .query(InvitationStore::row)
                .optional();
    }

    /** The same, held against everybody else until the transaction ends. */
    Optional<Row> lockedByToken(byte[] token, OffsetDateTime now) {
        return sql.sql(INVITATION + " where i.token = :token for update of i")
                .param("token", token)
                .param("now", now)
                .query(InvitationStore::row)
                .optional();
    }

    void accepted(UUID id, AccountId account, String formKey, OffsetDateTime now) {
        sql.sql("""
                update access.invitation set accepted = :now, account = :account, form_key = :key where id = :id
                """)
                .param("id", id)
                .param("account", account.value())
                .param("key", formKey)
                .param("now", now)
                .update();
    }

    /** One at a time for an address, until the transaction ends: two invitations to one person must not make two accounts. */
    void alone(String email) {
        sql.sql("select pg_advisory_xact_lock(hashtext(:email))")
                .param("email", "account:" + email)
                .query()
                .listOfRows();
    }

    /** Open invitations to a unit that goes on elsewhere are to there; where the address has the same one there already, one is enough. */
    void follow(UnitMoved moved, OffsetDateTime now) {
        sql.sql("""
                update access.invitation i set withdrawn = :now
                where i.path = :from::ltree and i.accepted is null and i.withdrawn is null
                  and exists (select from access.invitation o where o.email = i.email and o.role = i.role and o.path = :to::ltree
                      and o.accepted is null and o.withdrawn is null)
                """)
                .param("now", now)
                .param("from", moved.from().value())
                .param("to", moved.to().value())
                .update();
        sql.sql("""
                update access.invitation set path = :to::ltree, place = :name where path = :from::ltree and accepted is null and withdrawn is null
                """)
                .param("from", moved.from().value())
                .param("to", moved.to().value())
                .param("name", moved.name())
                .update();
    }

    void call(UnitRenamed renamed) {
        sql.sql(
                        "update access.invitation set place = :name where path = :at::ltree and accepted is null and withdrawn is null")
                .param("at", renamed.at().value())
                .param("name", renamed.name())
                .update();
    }

    int removeOlder(OffsetDateTime than) {
        return sql.sql("""
                delete from access.invitation where coalesce(accepted, withdrawn, expires) < :than
                """).param("than", than).update();
    }

    private static Written written(ResultSet row, int number) throws SQLException {
        return new Written(row.getObject("id", UUID.class), row.getInt("sendings"));
    }

    /** A time whose date is the one the mail says. */
    private static OffsetDateTime inNorway(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .atZoneSameInstant(Norway.ZONE)
                .toOffsetDateTime();
    }

    private static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
        UUID account = row.getObject(column, UUID.class);
        return account == null ? null : new AccountId(account);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime accepted = row.getObject("accepted", OffsetDateTime.class);
        Invitation.State state;
        if (accepted != null) {
            state = Invitation.State.ACCEPTED;
        } else if (row.getObject("withdrawn") != null) {
            state = Invitation.State.WITHDRAWN;
        } else {
            state = row.getBoolean("late") ? Invitation.State.EXPIRED : Invitation.State.WAITING;
        }
        return new Row(
                new Invitation(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("name"),
                        Role.of(row.getString("role")).orElseThrow(),
                        PlaceColumns.read(row),
                        row.getString("place"),
                        Language.of(row.getString("language")).orElseThrow(),
                        row.getString("inviter"),
                        inNorway(row, "sent"),
                        row.getInt("sendings"),
                        inNorway(row, "expires"),
                        state,
                        row.getString("failure")),
                account(row, "inviter_id"),
                account(row, "account"),
                row.getString("form_key"),
                accepted);
    }
}
