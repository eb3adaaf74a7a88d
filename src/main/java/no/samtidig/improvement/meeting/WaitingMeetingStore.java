package no.samtidig.improvement.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.ScopedUnits;
import no.samtidig.improvement.Stage;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.survey.RoundId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The SQL of which results wait for a meeting, of one unit or of a region: the one source for the unit's page, the region's board and whether
 * the next round may open. About a round while the unit waits to begin there is no meeting.
 */
@Repository
class WaitingMeetingStore {
    private static final String SETTLED = ScopedUnits.MINE + """
            , settled as materialized (
                select g.journey, g.round, g.occasion, r.opens, r.closes, j.stage
                from improvement.journey j join improvement.gap_round g on g.journey = j.id join survey.round r on r.id = g.round
                where r.state = 'settled' and g.occasion >= 0 and j.unit in (select path from mine)
            )
            """;

    private final JdbcClient sql;

    WaitingMeetingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The newest result of a journey, which nobody has met about.
     *
     * @param closes the last day the round was open
     */
    record Waiting(JourneyId journey, RoundId round, Stage stage, LocalDate closes) {
        /** Whether the unit is to meet: it goes on, and not yet by itself. */
        boolean toBeHeld() {
            return stage.alive() && stage != Stage.SUSTAINED;
        }
    }

    /**
     * Journeys whose newest result nobody has met about. A meeting ends with new goals, with those there were, or with none; an abandoned
     * one came to nothing. A goal set before the round had opened came of the round before, however late that was met about.
     */
    List<Waiting> of(OrganisationScope scope) {
        return sql.sql(SETTLED + """
                select l.journey, l.round, l.stage, l.closes
                from (select distinct on (journey) * from settled order by journey, occasion desc) l
                where not exists (select from improvement.no_goal n where n.journey = l.journey and n.occasion = l.occasion)
                    and not exists (select from improvement.goal n
                        where n.journey = l.journey and n.occasion = l.occasion and n.made >= l.opens)
                    and not exists (select from improvement.meeting m
                        where m.journey = l.journey and m.month = l.occasion and m.ending <> 'abandoned')
                order by l.closes, l.journey
                """)
                .param("scope", scope.parameter())
                .query(WaitingMeetingStore::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                new JourneyId(row.getObject("journey", UUID.class)),
                new RoundId(row.getObject("round", UUID.class)),
                Stage.of(row.getString("stage")).orElseThrow(),
                row.getObject("closes", LocalDate.class));
    }

    /**
     * How soon units met about their results.
     *
     * @param soon within the weeks
     * @param due settled rounds that were met about, or whose weeks have gone
     * @param unknown rounds with goals, or the word that there are none, and no meeting here: it was held on paper, on a day nobody wrote
     */
    record Held(int soon, int due, int unknown) {}

    Held held(OrganisationScope scope, int weeks, LocalDate today) {
        return sql.sql(SETTLED + """
                , met as materialized (
                    select s.journey, s.occasion, s.closes, min(m.began)::date as day,
                        exists (select from improvement.goal n where n.journey = s.journey and n.occasion = s.occasion)
                            or exists (select from improvement.no_goal n where n.journey = s.journey and n.occasion = s.occasion) as paper
                    from settled s left join improvement.meeting m
                        on m.journey = s.journey and m.month = s.occasion and m.ending <> 'abandoned'
                    group by s.journey, s.occasion, s.closes
                )
                select count(*) filter (where day <= closes + :days) as soon,
                    count(*) filter (where day is not null or not paper and closes + :days < :today) as due,
                    count(*) filter (where day is null and paper) as unknown
                from met
                """)
                .param("scope", scope.parameter())
                .param("days", weeks * 7)
                .param("today", today)
                .query(Held.class)
                .single();
    }
}
