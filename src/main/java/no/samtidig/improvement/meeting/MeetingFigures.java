package no.samtidig.improvement.meeting;

import java.time.LocalDate;
import java.util.List;
import no.samtidig.improvement.PipelineFigures;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Norway;
import no.samtidig.platform.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many rounds were met about within three weeks, and what the meetings ended in. */
@Component
class MeetingFigures implements PipelineFigures {
    private final JdbcClient sql;

    MeetingFigures(JdbcClient sql) {
        this.sql = sql;
    }

    private record Rounds(int met, int due, int early) {}

    private record Endings(int ended, int goals, int none, int abandoned) {}

    @Override
    public List<Figure> figures(OrganisationScope scope, LocalDate today) {
        Rounds rounds = sql.sql("""
                select count(*) filter (where met) as met, count(*) filter (where met or late) as due,
                    count(*) filter (where not met and not late) as early
                from (select exists (select from improvement.meeting m where m.journey = g.journey and m.month = g.occasion
                            and m.ending in ('chosen', 'kept', 'none')
                            and (m.began at time zone :zone)::date <= r.closes + :days) as met, r.closes + :days < :today as late
                    from improvement.gap_round g join survey.round r on r.id = g.round join improvement.journey j on j.id = g.journey
                    where r.state = 'settled'
                        and j.unit in (select q.path from unnest(:scope::ltree[]) s (path) join organisation.unit q on q.path <@ s.path)) it
                """)
                .param("scope", scope.parameter())
                .param("zone", Norway.ZONE.getId())
                .param("days", MeetingPart.WEEKS * 7)
                .param("today", today)
                .query(Rounds.class)
                .single();
        Endings endings = sql.sql("""
                select count(*) as ended, count(*) filter (where m.ending in ('chosen', 'kept')) as goals,
                    count(*) filter (where m.ending = 'none') as "none", count(*) filter (where m.ending = 'abandoned') as abandoned
                from improvement.meeting m join improvement.journey j on j.id = m.journey
                where m.ended is not null
                    and j.unit in (select q.path from unnest(:scope::ltree[]) s (path) join organisation.unit q on q.path <@ s.path)
                """)
                .param("scope", scope.parameter())
                .query(Endings.class)
                .single();
        return List.of(
                new Figure(Sentence.of("meeting.figure.in-time"), rounds.met(), rounds.due(), rounds.early()),
                new Figure(Sentence.of("meeting.figure.goals"), endings.goals(), endings.ended(), 0),
                new Figure(Sentence.of("meeting.figure.none"), endings.none(), endings.ended(), 0),
                new Figure(Sentence.of("meeting.figure.abandoned"), endings.abandoned(), endings.ended(), 0));
    }
}
