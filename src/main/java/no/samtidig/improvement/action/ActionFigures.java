package no.samtidig.improvement.action;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.improvement.PipelineFigures;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many actions of a region are open, done and dropped, of all that were made. */
@Component
class ActionFigures implements PipelineFigures {
    private final JdbcClient sql;

    ActionFigures(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Figure> figures(OrganisationScope scope, LocalDate today) {
        return sql.sql("""
                with mine as materialized (
                    select distinct q.path from unnest(:scope::ltree[]) s (path) join organisation.unit q on q.path <@ s.path
                )
                select count(*) as made, count(*) filter (where a.dropped is null and a.seen = 'yes') as done,
                    count(*) filter (where a.dropped is not null) as dropped
                from improvement.action a join improvement.goal g on g.id = a.goal join improvement.journey j on j.id = g.journey
                where j.unit in (select path from mine)
                """)
                .param("scope", scope.parameter())
                .query((row, _) -> {
                    int made = row.getInt("made");
                    int done = row.getInt("done");
                    int dropped = row.getInt("dropped");
                    return List.of(
                            new Figure(Sentence.of("pipeline-figures.actions.open"), made - done - dropped, made, 0),
                            new Figure(Sentence.of("pipeline-figures.actions.done"), done, made, 0),
                            new Figure(Sentence.of("pipeline-figures.actions.dropped"), dropped, made, 0));
                })
                .single();
    }
}
