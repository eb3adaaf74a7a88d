package no.samtidig.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import no.samtidig.organisation.AtWork;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has a role at units, and who is invited there, in numbers. */
@Component
class RolesAtWork implements AtWork {
    private final JdbcClient sql;
    private final Clock clock;

    RolesAtWork(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public List<Sentence> at(List<UnitPath> units) {
        int people = count("""
                select count(distinct g.account) from access.role_grant g join access.account a on a.id = g.account
                where g.path = any(:units::ltree[]) and a.closed is null and g.granted <= :now and (g.ended is null or g.ended > :now)
                """, units);
        int invited = count("""
                select count(*) from access.invitation
                where path = any(:units::ltree[]) and accepted is null and withdrawn is null and expires > :now
                """, units);
        List<Sentence> all = new ArrayList<>();
        if (people > 0) {
            all.add(Sentence.of("at-work.people", people));
        }
        if (invited > 0) {
            all.add(Sentence.of("at-work.invited", invited));
        }
        return all;
    }

    private int count(String what, List<UnitPath> units) {
        return sql.sql(what)
                .param("units", units.stream().map(UnitPath::value).toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .query(Integer.class)
                .single();
    }
}
