package no.samtidig.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of second steps that are to be taken away. */
@Repository
class SecondStepResetStore {
    private static final String WAITING = """
            select r.id, r.account, a.name, r.asked_by, b.name as asker, r.expires
            from access.second_step_reset r join access.account a on a.id = r.account join access.account b on b.id = r.asked_by
            where r.confirmed is null and r.withdrawn is null and r.expires > :now and a.closed is null
            """;

    private final JdbcClient sql;

    SecondStepResetStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<SecondStepResets.Waiting> waiting(OffsetDateTime now) {
        return sql.sql(WAITING + " order by r.asked, r.id")
                .param("now", now)
                .query(SecondStepResetStore::waiting)
                .list();
    }

    /** Held against everybody else until the transaction ends. */
    Optional<SecondStepResets.Waiting> locked(UUID id, OffsetDateTime now) {
        return sql.sql(WAITING + " and r.id = :id for update of r")
                .param("id", id)
                .param("now", now)
                .query(SecondStepResetStore::waiting)
                .optional();
    }

    /** False where one is open already; an expired one makes room. */
    boolean ask(AccountId account, AccountId by, OffsetDateTime now, OffsetDateTime expires) {
        sql.sql("""
                update access.second_step_reset set withdrawn = :now
                where account = :account and confirmed is null and withdrawn is null and expires <= :now
                """).param("account", account.value()).param("now", now).update();
        return sql.sql("""
                        insert into access.second_step_reset (id, account, asked_by, asked, expires)
                        values (:id, :account, :by, :now, :expires) on conflict do nothing
                        """)
                        .param("id", UUID.randomUUID())
                        .param("account", account.value())
                        .param("by", by.value())
                        .param("now", now)
                        .param("expires", expires)
                        .update()
                == 1;
    }

    /** Whether an administrator is there besides the two. */
    boolean anotherAdministrator(AccountId one, AccountId other, OffsetDateTime now) {
        return sql.sql("""
                select exists (select from access.role_grant g join access.account a on a.id = g.account
                    where g.role = :role and g.path = 'no' and g.granted <= :now and (g.ended is null or g.ended > :now)
                      and a.closed is null and a.id not in (:one, :other))
                """)
                .param("role", Role.ADMINISTRATOR.code())
                .param("now", now)
                .param("one", one.value())
                .param("other", other.value())
                .query(Boolean.class)
                .single();
    }

    void confirm(UUID id, AccountId by, OffsetDateTime now) {
        sql.sql("update access.second_step_reset set confirmed = :now, confirmed_by = :by where id = :id")
                .param("id", id)
                .param("by", by.value())
                .param("now", now)
                .update();
    }

    void withdraw(UUID id, OffsetDateTime now) {
        sql.sql("update access.second_step_reset set withdrawn = :now where id = :id")
                .param("id", id)
                .param("now", now)
                .update();
    }

    Optional<String> language(AccountId account) {
        return sql.sql("select language from access.account where id = :id and language is not null")
                .param("id", account.value())
                .query(String.class)
                .optional();
    }

    private static SecondStepResets.Waiting waiting(ResultSet row, int number) throws SQLException {
        return new SecondStepResets.Waiting(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("name"),
                new AccountId(row.getObject("asked_by", UUID.class)),
                row.getString("asker"),
                row.getObject("expires", OffsetDateTime.class));
    }
}
