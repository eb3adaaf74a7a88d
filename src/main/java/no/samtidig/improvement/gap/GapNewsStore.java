package no.samtidig.improvement.gap;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.samtidig.improvement.Journey;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.ScopedUnits;
import no.samtidig.organisation.OrganisationScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of what a region is told about GAP rounds: one statement, however many units. */
@Repository
class GapNewsStore {
    private final JdbcClient sql;

    GapNewsStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A journey whose last round is over.
     *
     * @param zero the day of the first results meeting; null before it
     * @param last occasion of the last round; below 0 before the first that is met about
     */
    record Between(JourneyId journey, @Nullable LocalDate zero, int last) {}

    /** Journeys that have agreed, go on, and have no round that is made and not over. */
    List<Between> between(OrganisationScope scope) {
        return sql.sql(ScopedUnits.MINE + """
                select j.id, j.month_zero, coalesce(max(g.occasion), -1) as last
                from improvement.journey j left join improvement.gap_round g on g.journey = j.id left join survey.round r on r.id = g.round
                where j.unit in (select path from mine) and j.stage not in ('interested', 'stopped', 'declined')
                group by j.id, j.month_zero having bool_and(r.id is null or r.state = 'settled')
                """)
                .param("scope", scope.parameter())
                .query((row, _) -> new Between(
                        new JourneyId(row.getObject("id", UUID.class)),
                        row.getObject("month_zero", LocalDate.class),
                        row.getInt("last")))
                .list();
    }

    /** A round that is over. */
    record Settled(int occasion, LocalDate closes) {}

    List<Settled> settled(Journey journey) {
        return sql.sql("""
                select g.occasion, r.closes from improvement.gap_round g join survey.round r on r.id = g.round
                where g.journey = :journey and r.state = 'settled' order by r.closes desc
                """)
                .param("journey", journey.id().value())
                .query(Settled.class)
                .list();
    }

    /**
     * Rounds of a region.
     *
     * @param held that are over
     * @param due those, and others that should have been held while the journey went on
     * @param answered answers that can be told of
     * @param asked invitations to the rounds of these
     * @param unknown invitations to rounds of which too few answered to be told of
     */
    record Counts(int held, int due, int answered, int asked, int unknown) {}

    Counts counts(OrganisationScope scope, LocalDate today) {
        return sql.sql(ScopedUnits.MINE + """
                , ours as materialized (
                    select j.id, j.stage, j.since, j.month_zero from improvement.journey j where j.unit in (select path from mine)
                ), held as materialized (
                    select g.journey, g.occasion, g.round from ours j join improvement.gap_round g on g.journey = j.id
                        join survey.round r on r.id = g.round
                    where r.state = 'settled' and g.occasion >= 0
                ), due as materialized (
                    select journey, occasion from held
                    union
                    select j.id, m.month from ours j cross join unnest(array[0, 6, 12, 18]) m (month)
                        cross join lateral (select (j.month_zero + make_interval(months => m.month))::date) d (day)
                    where j.month_zero is not null and d.day <= :today and (j.stage not in ('stopped', 'declined') or j.since >= d.day)
                ), told as materialized (
                    select p.invited, p.answered from held h join survey.report_participation p on p.round = h.round
                    where p.place_kind = 'country' and p.split_kind = 'all'
                )
                select (select count(*) from held) as held, (select count(*) from due) as due,
                    coalesce(sum(answered), 0) as answered, coalesce(sum(invited) filter (where answered is not null), 0) as asked,
                    coalesce(sum(invited) filter (where answered is null), 0) as unknown
                from told
                """)
                .param("scope", scope.parameter())
                .param("today", today)
                .query(Counts.class)
                .single();
    }
}
