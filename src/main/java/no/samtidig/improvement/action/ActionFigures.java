package no.samtidig.improvement.action;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.improvement.PipelineFigures;
import no.samtidig.improvement.ScopedUnits;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many actions are open, done and dropped, of all there have been. */
@Component
class ActionFigures implements PipelineFigures {
    private final JdbcClient sql;

    ActionFigures(JdbcClient sql) {
        this.sql = sql;
    }

    private record Counts(int all, int open, int done, int dropped) {}

    @Override
    public List<Figure> figures(OrganisationScope scope, LocalDate today) {
        Counts counts = sql.sql(ScopedUnits.MINE + """
                select count(*) as "all", count(*) filter (where a.dropped is null and a.seen <> 'yes') as open,
                    count(*) filter (where a.dropped is null and a.seen = 'yes') as done, count(a.dropped) as dropped
                from improvement.action a join improvement.goal g on g.id = a.goal join improvement.journey j on j.id = g.journey
                where j.unit in (select path from mine)
                """)
                .param("scope", scope.parameter())
                .query(Counts.class)
                .single();
        return List.of(
                new Figure(Sentence.of("actions.figure.open"), counts.open(), counts.all(), 0),
                new Figure(Sentence.of("actions.figure.done"), counts.done(), counts.all(), 0),
                new Figure(Sentence.of("actions.figure.dropped"), counts.dropped(), counts.all(), 0));
    }
}
