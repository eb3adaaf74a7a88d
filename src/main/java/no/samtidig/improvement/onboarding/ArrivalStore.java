package no.samtidig.improvement.onboarding;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.samtidig.access.AccountId;
import no.samtidig.organisation.OrganisationScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of when people came to a unit. */
@Repository
class ArrivalStore {
    private final JdbcClient sql;

    ArrivalStore(JdbcClient sql) {
        this.sql = sql;
    }

    private record Row(UUID account, OffsetDateTime came) {}

    /** The day of each one's first role within the scope, of those asked about. */
    Map<AccountId, LocalDate> first(Collection<AccountId> accounts, OrganisationScope scope, ZoneId zone) {
        return sql
                .sql("""
                        select account, min(granted) as came from access.role_grant
                        where account = any(:accounts::uuid[]) and path <@ :scope::ltree[]
                        group by account
                        """)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .param("scope", scope.parameter())
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        it -> new AccountId(it.account()),
                        it -> it.came().atZoneSameInstant(zone).toLocalDate()));
    }
}
