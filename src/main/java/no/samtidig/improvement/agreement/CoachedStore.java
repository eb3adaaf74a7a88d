package no.samtidig.improvement.agreement;

import java.util.List;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.JourneyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of which journeys somebody coaches. */
@Repository
class CoachedStore {
    private final JdbcClient sql;

    CoachedStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those that go on. */
    List<JourneyId> alive(AccountId coach) {
        return sql.sql("""
                        select id from improvement.journey
                        where coach = :coach and stage not in ('stopped', 'declined') order by since, id
                        """).param("coach", coach.value()).query(UUID.class).list().stream()
                .map(JourneyId::new)
                .toList();
    }
}
