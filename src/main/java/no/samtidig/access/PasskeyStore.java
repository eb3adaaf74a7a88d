package no.samtidig.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of passkeys. */
@Repository
class PasskeyStore {
    private static final String SELECT =
            "select id, account, credential, data, counter, name, created, used from access.passkey ";

    private final JdbcClient sql;

    PasskeyStore(JdbcClient sql) {
        this.sql = sql;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(
            UUID id,
            AccountId account,
            byte[] credential,
            byte[] data,
            long counter,
            String name,
            OffsetDateTime created,
            @Nullable OffsetDateTime used) {}

    List<Row> of(AccountId account) {
        return sql.sql(SELECT + "where account = :account order by created, id")
                .param("account", account.value())
                .query(PasskeyStore::row)
                .list();
    }

    /** Only where the account is open. */
    Optional<Row> byCredential(byte[] credential) {
        return sql.sql(SELECT + """
                        where credential = :credential
                          and exists (select from access.account a where a.id = passkey.account and a.closed is null)
                        """)
                .param("credential", credential)
                .query(PasskeyStore::row)
                .optional();
    }

    boolean keep(Row row) {
        return sql.sql("""
                                insert into access.passkey (id, account, credential, data, counter, name, created)
                                values (:id, :account, :credential, :data, :counter, :name, :created)
                                on conflict (credential) do nothing
                                """)
                        .param("id", row.id())
                        .param("account", row.account().value())
                        .param("credential", row.credential())
                        .param("data", row.data())
                        .param("counter", row.counter())
                        .param("name", row.name())
                        .param("created", row.created())
                        .update()
                == 1;
    }

    /** Notes a use: false where the counter has not grown, unless the passkey does not count. */
    boolean use(UUID id, long counter, OffsetDateTime now) {
        return sql.sql("""
                                update access.passkey set counter = :counter, used = :now
                                where id = :id and (counter < :counter or (counter = 0 and :counter = 0))
                                """)
                        .param("id", id)
                        .param("counter", counter)
                        .param("now", now)
                        .update()
                == 1;
    }

    boolean remove(AccountId account, UUID id) {
        return sql.sql("delete from access.passkey where id = :id and account = :account")
                        .param("id", id)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    void removeAll(AccountId account) {
        sql.sql("delete from access.passkey where account = :account")
                .param("account", account.value())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                row.getBytes("credential"),
                row.getBytes("data"),
                row.getLong("counter"),
                row.getString("name"),
                row.getObject("created", OffsetDateTime.class),
                row.getObject("used", OffsetDateTime.class));
    }
}
