package no.samtidig.administration;

import java.time.OffsetDateTime;
import no.samtidig.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what is counted for the first page. */
@Repository
class FigureStore {
    private static final String IN_FORCE = "g.granted <= :now and (g.ended is null or g.ended > :now)";

    private final JdbcClient sql;

    FigureStore(JdbcClient sql) {
        this.sql = sql;
    }

    Figures.Today today(OffsetDateTime now, OffsetDateTime lately) {
        return sql.sql("""
                select count(*) as people, count(*) filter (where a.seen >= :lately) as seen,
                    (select count(*) from access.role_grant g where %s) as roles,
                    (select count(*) from organisation.owner o where daterange(o.valid_from, o.valid_to, '[)') @> :now::date) as owners,
                    (select count(*) from organisation.unit u where daterange(u.valid_from, u.valid_to, '[)') @> :now::date) as units,
                    (select count(*) from access.invitation i
                        where i.accepted is null and i.withdrawn is null and i.expires > :now) as invitations,
                    (select count(*) from platform.mail m where m.sent is null) as mail
                from access.account a where a.closed is null
                """.formatted(IN_FORCE))
                .param("now", now)
                .param("lately", lately)
                .query((row, _) -> new Figures.Today(
                        row.getInt("people"),
                        row.getInt("seen"),
                        row.getInt("roles"),
                        row.getInt("owners"),
                        row.getInt("units"),
                        row.getInt("invitations"),
                        row.getInt("mail")))
                .single();
    }

    int administrators(OffsetDateTime now) {
        return sql.sql("""
                select count(distinct a.id) from access.role_grant g join access.account a on a.id = g.account
                where g.role = :role and a.closed is null and %s
                """.formatted(IN_FORCE))
                .param("role", Role.ADMINISTRATOR.code())
                .param("now", now)
                .query(Integer.class)
                .single();
    }

    int expiring(OffsetDateTime now, OffsetDateTime soon) {
        return sql.sql("""
                select count(*) from access.invitation
                where accepted is null and withdrawn is null and expires > :now and expires <= :soon
                """)
                .param("now", now)
                .param("soon", soon)
                .query(Integer.class)
                .single();
    }

    /** Units where somebody works and nobody leads. */
    int unitsWithoutLeader(OffsetDateTime now) {
        return sql.sql("""
                select count(*) from (
                    select g.path from access.role_grant g join access.account a on a.id = g.account
                    where nlevel(g.path) > 2 and a.closed is null and %s
                    group by g.path having not bool_or(g.role = :leader)) it
                """.formatted(IN_FORCE))
                .param("now", now)
                .param("leader", Role.UNIT_LEADER.code())
                .query(Integer.class)
                .single();
    }
}
