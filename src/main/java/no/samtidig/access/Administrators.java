package no.samtidig.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** There is always one administrator left, or nobody could let people in. */
@Component
class Administrators {
    private final JdbcClient sql;
    private final Clock clock;

    Administrators(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** One at a time until the transaction ends: two administrators who end each other at once must not both have their way. */
    void alone() {
        sql.sql("select pg_advisory_xact_lock(hashtext('administrators'))")
                .query()
                .listOfRows();
    }

    /** Whether the account is an administrator and no other open account is. */
    boolean only(AccountId account) {
        return sql.sql("""
                        with other as (
                            select g.account from access.role_grant g join access.account a on a.id = g.account
                            where g.role = :role and a.closed is null and g.granted <= :now and (g.ended is null or g.ended > :now))
                        select exists (select from other where account = :account)
                           and not exists (select from other where account <> :account)
                        """)
                .param("account", account.value())
                .param("role", Role.ADMINISTRATOR.code())
                .param("now", OffsetDateTime.now(clock))
                .query(Boolean.class)
                .single();
    }
}
