package no.samtidig.survey.disclosure;

import java.util.List;
import no.samtidig.organisation.UnitPath;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.StaffGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of looking ahead: who is invited besides those whom the target means. */
@Repository
class ForesightStore {
    private final JdbcClient sql;

    ForesightStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** So many of a staff group at a unit. */
    record Invited(UnitPath unit, @Nullable StaffGroup staffGroup, int people) {}

    /** Invitations that stand. */
    List<Invited> invited(RoundId round) {
        return sql.sql("""
                select unit::text as unit, staff_group, count(*)::integer as people from survey.ticket
                where round = :round and not withdrawn group by unit, staff_group order by 1, 2
                """)
                .param("round", round.value())
                .query((row, _) -> {
                    String group = row.getString("staff_group");
                    return new Invited(
                            new UnitPath(row.getString("unit")),
                            group == null ? null : StaffGroup.of(group).orElse(null),
                            row.getInt("people"));
                })
                .list();
    }
}
