package no.samtidig.improvement.meeting;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.improvement.PipelineFigures;
import no.samtidig.improvement.ScopedUnits;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What results meetings ended in. */
@Component
class MeetingFigures implements PipelineFigures {
    private final JdbcClient sql;

    MeetingFigures(JdbcClient sql) {
        this.sql = sql;
    }

    private record Endings(int ended, int goals, int none, int abandoned) {}

    @Override
    public List<Figure> figures(OrganisationScope scope, LocalDate today) {
        Endings endings = sql.sql(ScopedUnits.MINE + """
                select count(*) as ended, count(*) filter (where m.ending in ('chosen', 'kept')) as goals,
                    count(*) filter (where m.ending = 'none') as "none", count(*) filter (where m.ending = 'abandoned') as abandoned
                from improvement.meeting m join improvement.journey j on j.id = m.journey
                where m.ended is not null and j.unit in (select path from mine)
                """)
                .param("scope", scope.parameter())
                .query(Endings.class)
                .single();
        return List.of(
                new Figure(Sentence.of("meeting.figure.goals"), endings.goals(), endings.ended(), 0),
                new Figure(Sentence.of("meeting.figure.none"), endings.none(), endings.ended(), 0),
                new Figure(Sentence.of("meeting.figure.abandoned"), endings.abandoned(), endings.ended(), 0));
    }
}
