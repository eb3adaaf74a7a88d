package no.samtidig.improvement.fidelity;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.improvement.PipelineFigures;
import no.samtidig.improvement.ScopedUnits;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many ratings of a region are settled, of those that were due: at 0, 6, 12 and 18 months, while the journey went on. */
@Component
class FidelityFigures implements PipelineFigures {
    private final JdbcClient sql;

    FidelityFigures(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Figure> figures(OrganisationScope scope, LocalDate today) {
        return sql.sql(ScopedUnits.MINE + """
                select count(*) as due, count(*) filter (where r.settled is not null) as settled
                from improvement.journey j cross join unnest(array[0, 6, 12, 18]) m (month)
                    cross join lateral (select (j.month_zero + make_interval(months => m.month))::date) d (day)
                    left join improvement.fidelity_rating r on r.journey = j.id and r.month = m.month
                where j.month_zero is not null and j.unit in (select path from mine)
                    and (r.settled is not null
                        or d.day <= :today and (j.stage not in ('stopped', 'declined') or j.since >= d.day))
                """)
                .param("scope", scope.parameter())
                .param("today", today)
                .query((row, _) -> List.of(new Figure(
                        Sentence.of("pipeline-figures.ratings"), row.getInt("settled"), row.getInt("due"), 0)))
                .single();
    }
}
