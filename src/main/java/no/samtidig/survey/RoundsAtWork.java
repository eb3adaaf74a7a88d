package no.samtidig.survey;

import java.util.List;
import no.samtidig.organisation.AtWork;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open rounds that have asked people of the units. How many have answered is not told. */
@Component
class RoundsAtWork implements AtWork {
    private final JdbcClient sql;

    RoundsAtWork(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Sentence> at(List<UnitPath> units) {
        int rounds = sql.sql("""
                select count(*) from survey.round r where r.state = 'open'
                  and exists (select from survey.ticket t where t.round = r.id and t.unit = any(:units::ltree[]) and not t.withdrawn)
                """)
                .param("units", units.stream().map(UnitPath::value).toArray(String[]::new))
                .query(Integer.class)
                .single();
        return rounds == 0 ? List.of() : List.of(Sentence.of("at-work.rounds", rounds));
    }
}
