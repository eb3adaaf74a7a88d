package no.samtidig.survey.results;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.organisation.UnitPath;
import no.samtidig.survey.RoundId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of sharing a unit's results. It knows who shares, and no number. */
@Repository
class SharingStore {
    private final JdbcClient sql;

    SharingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** False where it was shared already. */
    boolean share(RoundId round, UnitPath unit, LocalDate today) {
        return sql.sql("""
                        insert into survey.shared_unit (round, unit, since) values (:round, :unit::ltree, :today) on conflict do nothing
                        """)
                        .param("round", round.value())
                        .param("unit", unit.value())
                        .param("today", today)
                        .update()
                == 1;
    }

    /** False where it was not shared. */
    boolean stop(RoundId round, UnitPath unit) {
        return sql.sql("delete from survey.shared_unit where round = :round and unit = :unit::ltree")
                        .param("round", round.value())
                        .param("unit", unit.value())
                        .update()
                == 1;
    }

    List<UnitPath> shared(RoundId round) {
        return sql.sql("select unit::text as unit from survey.shared_unit where round = :round order by unit")
                .param("round", round.value())
                .query((row, _) -> new UnitPath(row.getString("unit")))
                .list();
    }
}
