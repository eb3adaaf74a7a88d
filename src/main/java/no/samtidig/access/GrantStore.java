package no.samtidig.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.organisation.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of single roles. */
@Repository
class GrantStore {
    private static final String GRANT =
            "select id, account, role, %s as at from access.role_grant".formatted(PlaceColumns.CODE);

    private final JdbcClient sql;

    GrantStore(JdbcClient sql) {
        this.sql = sql;
    }

    record Row(UUID id, AccountId account, Role role, Place at) {}

    Optional<Row> byId(UUID id) {
        return sql.sql(GRANT + " where id = :id")
                .param("id", id)
                .query(GrantStore::row)
                .optional();
    }

    List<Row> of(AccountId account) {
        return sql.sql(GRANT + " where account = :account order by granted, id")
                .param("account", account.value())
                .query(GrantStore::row)
                .list();
    }

    /** Whether it holds; held against everybody else until the transaction ends. */
    boolean inForce(UUID id, OffsetDateTime now) {
        return sql.sql("select ended is null or ended > :now from access.role_grant where id = :id for update")
                .param("id", id)
                .param("now", now)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** False where it has ended already. */
    boolean end(UUID id, AccountId by, OffsetDateTime now) {
        return sql.sql("""
                        update access.role_grant set ended = :now, ended_by = :by
                        where id = :id and (ended is null or ended > :now)
                        """)
                        .param("id", id)
                        .param("by", by.value())
                        .param("now", now)
                        .update()
                == 1;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                Role.of(row.getString("role")).orElseThrow(),
                PlaceColumns.read(row));
    }
}
