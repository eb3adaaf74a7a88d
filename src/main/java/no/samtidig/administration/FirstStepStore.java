package no.samtidig.administration;

import java.time.OffsetDateTime;
import no.samtidig.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of how far a new service has come. */
@Repository
class FirstStepStore {
    private final JdbcClient sql;

    FirstStepStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * How far it has come.
     *
     * @param owner whether somebody made an owner, or some owner has a unit
     * @param unit path of the oldest open unit; empty where there is none
     * @param leaderInvited whether an invitation to lead a unit is open
     * @param leader whether somebody leads a unit
     * @param colleague whether somebody works at a unit and does not lead one
     */
    record State(boolean owner, String unit, boolean leaderInvited, boolean leader, boolean colleague) {}

    State state(OffsetDateTime now) {
        return sql.sql("""
                with role as materialized (
                    select distinct g.account, g.role = :leader as leads
                    from access.role_grant g join access.account a on a.id = g.account
                    where nlevel(g.path) > 2 and a.closed is null and g.granted <= :now and (g.ended is null or g.ended > :now)
                ), unit as (
                    select path from organisation.unit where daterange(valid_from, valid_to, '[)') @> :today order by valid_from, path limit 1
                )
                select exists (select from unit) or exists (select from organisation.owner where form is not null) as owner,
                    coalesce((select path::text from unit), '') as unit,
                    exists (select from access.invitation i where i.role = :leader and i.accepted is null and i.withdrawn is null
                        and i.expires > :now) as invited,
                    exists (select from role where leads) as leader,
                    exists (select from role r where not leads
                        and not exists (select from role o where o.account = r.account and o.leads)) as colleague
                """)
                .param("now", now)
                .param("today", now.toLocalDate())
                .param("leader", Role.UNIT_LEADER.code())
                .query((row, _) -> new State(
                        row.getBoolean("owner"),
                        row.getString("unit"),
                        row.getBoolean("invited"),
                        row.getBoolean("leader"),
                        row.getBoolean("colleague")))
                .single();
    }
}
