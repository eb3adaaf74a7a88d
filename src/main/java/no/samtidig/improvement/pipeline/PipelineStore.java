package no.samtidig.improvement.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.access.Role;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.ScopedUnits;
import no.samtidig.improvement.Stage;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.OwnerKind;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.code.Coded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The SQL of the pipeline: searched, narrowed, sorted and cut in the database, one statement however many units there are. A region's
 * scope is an array of thousands of paths: each is looked up in the index once, and the rest is joined by equality.
 */
@Repository
class PipelineStore {
    /** The units of a scope. */
    static final String MINE = ScopedUnits.MINE;

    /**
     * The journeys of a scope that count today: those that are alive, and of a unit without one the latest. A step whose day has gone
     * is no next step. A coach follows a unit as long as the coach has a role over it.
     */
    private static final String SEEN = MINE + """
            , ranked as materialized (
                select j.*, row_number() over (partition by j.unit
                    order by j.stage in ('stopped', 'declined'), j.begun desc, j.id) as nth
                from improvement.journey j where j.unit in (select path from mine)
            ), held as materialized (
                select t.journey, max(t.day) as day from improvement.talk t join ranked j on j.id = t.journey
                where t.state = 'held' and j.stage = 'running' group by t.journey
            ), reach as materialized (
                select distinct g.account, c.county from access.role_grant g
                    join organisation.region_county c on c.layer = g.region_layer and c.region = g.region_code
                        and daterange(c.valid_from, c.valid_to, '[)') @> :today
                where g.role = :coaching and (g.ended is null or g.ended > :now)
            ), told as materialized (
                select j.id, j.unit, u.name, o.name as owner, o.kind, u.level, u.county as county_number, c.name as county, j.stage, j.since,
                    j.coach, case when f.account is not null then a.name end as coach_name,
                    j.stage not in ('stopped', 'declined') as alive, a.closed is null and f.account is not null as followed,
                    case when j.hold_until >= :today then j.hold_until end as on_hold,
                    case when k.next_day >= :today then k.next_day end as next_day, coalesce(k.next_step, '') as next_step,
                    case j.stage when 'declined' then null when 'running' then greatest(j.since, t.day)
                        when 'stopped' then case when w.ask_again is not false then greatest(j.since, k.touched) end
                        else greatest(j.since, k.touched) end as still_since, n.days
                from ranked j join organisation.unit u on u.path = j.unit
                    join organisation.owner o on o.path = u.owner
                    join organisation.county c on c.number = u.county
                    join unnest(:stages::text[], :days::integer[]) n (stage, days) on n.stage = j.stage
                    left join access.account a on a.id = j.coach
                    left join reach f on f.account = j.coach and f.county = u.county
                    left join improvement.pipeline_card k on k.journey = j.id
                    left join improvement.farewell w on w.journey = j.id
                    left join held t on t.journey = j.id
                where j.stage not in ('stopped', 'declined') or j.nth = 1
            ), seen as materialized (
                select t.*, alive and on_hold is null and next_day is null and id <> all (:ahead::uuid[]) as no_step,
                    coalesce(still_since + days <= :today, false) and on_hold is null and next_day is null
                        and (stage = 'running' or id <> all (:coming::uuid[])) as quiet
                from told t
            )
            """;

    private static final String ASKED = """
            (:stage::text is null or stage = :stage) and (:level::text is null or level = :level)
                and (:owner::text is null or kind = :owner) and (:county::text is null or county_number = :county)
                and (cardinality(:within::text[]) = 0 or county_number = any(:within))
                and case :followed when 'meg' then followed and coach = :me when 'andre' then followed and coach <> :me
                    when 'ingen' then alive and not followed else true end
                and case :waiting when 'uten-steg' then no_step when 'stille' then quiet when 'pa-vent' then on_hold is not null
                    else true end
                and not exists (select from unnest(:words::text[]) word where position(word in lower(name || ' ' || owner)) = 0)
            """;

    private static final String LIST = SEEN + " select *, count(*) over () as found from seen where " + ASKED
            + " order by {order}, name, id limit :rows offset :offset";

    private static final String BOARD = SEEN + """
             select * from (
                select *, count(*) over (partition by stage) as found, row_number() over (partition by stage
                    order by not no_step, coalesce(next_day, 'infinity'), since, name, id) as place
                from seen where {asked}
            ) it where place <= :rows order by place
            """.replace("{asked}", ASKED);

    private static final String COUNTS = SEEN + """
             select count(*) filter (where no_step) as no_step, count(*) filter (where quiet) as quiet,
                count(*) filter (where on_hold is not null) as on_hold, count(*) filter (where alive and not followed) as no_coach,
                count(*) as all from seen
            """;

    private static final String STILL = SEEN + """
             select id, name, stage, still_since, followed as mine from seen
            where quiet and (not followed or coach = :me)
            order by array_position(:stages::text[], stage), still_since, name, id
            """;

    private final JdbcClient sql;

    PipelineStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What the rooms tell lies ahead.
     *
     * @param known journeys with a next step, also one that is late
     * @param coming those with something on a day that has not gone
     */
    record Planned(Set<JourneyId> known, Set<JourneyId> coming) {
        static final Planned NOTHING = new Planned(Set.of(), Set.of());

        Planned {
            known = Set.copyOf(known);
            coming = Set.copyOf(coming);
        }
    }

    private static UUID[] ids(Set<JourneyId> journeys) {
        return journeys.stream().map(JourneyId::value).toArray(UUID[]::new);
    }

    /** A line, and how many are like it: on all pages, or in its column. */
    record Found(PipelineLine line, int count) {}

    /** How many wait for what. */
    record Counts(int noStep, int quiet, int onHold, int noCoach, int all) {}

    List<Found> list(OrganisationScope scope, AccountId me, PipelineQuery query, Planned planned, OffsetDateTime now) {
        return found(LIST.replace("{order}", query.sql()), scope, me, query, planned, now)
                .param("offset", query.offset())
                .query(PipelineStore::line)
                .list();
    }

    /** At most so many of each stage, those that wait first. */
    List<Found> board(OrganisationScope scope, AccountId me, PipelineQuery query, Planned planned, OffsetDateTime now) {
        return found(BOARD, scope, me, query.all(), planned, now)
                .query(PipelineStore::line)
                .list();
    }

    Counts counts(OrganisationScope scope, Planned planned, OffsetDateTime now) {
        return seen(COUNTS, scope, planned, now)
                .query((row, _) -> new Counts(
                        row.getInt("no_step"),
                        row.getInt("quiet"),
                        row.getInt("on_hold"),
                        row.getInt("no_coach"),
                        row.getInt("all")))
                .single();
    }

    private JdbcClient.StatementSpec found(
            String statement,
            OrganisationScope scope,
            AccountId me,
            PipelineQuery query,
            Planned planned,
            OffsetDateTime now) {
        return seen(statement, scope, planned, now)
                .param("me", me.value())
                .param("stage", query.stage().map(Stage::code).orElse(null))
                .param("level", query.level().map(ServiceLevel::code).orElse(null))
                .param("owner", query.owner().map(OwnerKind::code).orElse(null))
                .param("county", query.county().orElse(null))
                .param("within", query.within().toArray(String[]::new))
                .param("followed", query.followed().map(Coded::code).orElse(""))
                .param("waiting", query.waiting().map(Coded::code).orElse(""))
                .param("words", query.each())
                .param("rows", query.rows());
    }

    private JdbcClient.StatementSpec seen(
            String statement, OrganisationScope scope, Planned planned, OffsetDateTime now) {
        return sql.sql(statement)
                .param("scope", scope.parameter())
                .param("today", now.toLocalDate())
                .param("now", now)
                .param("coaching", Role.REGIONAL_CONTACT.code())
                .param("stages", Arrays.stream(Stage.values()).map(Stage::code).toArray(String[]::new))
                .param(
                        "days",
                        Arrays.stream(Stage.values()).map(Stage::nudgeAfter).toArray(Integer[]::new))
                .param("ahead", ids(planned.known()))
                .param("coming", ids(planned.coming()));
    }

    /**
     * A unit that has been still for too long.
     *
     * @param since the day something happened last: of a unit that is running a talk that was held
     * @param mine whether it is followed by the one who asked; otherwise by nobody
     */
    record Still(JourneyId journey, String name, Stage stage, LocalDate since, boolean mine) {}

    /** Those somebody follows, and those nobody does, by stage and for how long. */
    List<Still> still(OrganisationScope scope, AccountId me, Planned planned, OffsetDateTime now) {
        return seen(STILL, scope, planned, now)
                .param("me", me.value())
                .query((row, _) -> new Still(
                        new JourneyId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Stage.of(row.getString("stage")).orElseThrow(),
                        row.getObject("still_since", LocalDate.class),
                        row.getBoolean("mine")))
                .list();
    }

    private static Found line(ResultSet row, int number) throws SQLException {
        LocalDate next = row.getObject("next_day", LocalDate.class);
        return new Found(
                new PipelineLine(
                        new JourneyId(row.getObject("id", UUID.class)),
                        new UnitPath(row.getString("unit")),
                        row.getString("name"),
                        row.getString("owner"),
                        Coded.of(OwnerKind.class, row.getString("kind")).orElseThrow(),
                        Coded.of(ServiceLevel.class, row.getString("level")).orElseThrow(),
                        row.getString("county"),
                        Stage.of(row.getString("stage")).orElseThrow(),
                        row.getObject("since", LocalDate.class),
                        Optional.ofNullable(row.getString("coach_name")),
                        row.getObject("on_hold", LocalDate.class),
                        next == null
                                ? Optional.empty()
                                : Optional.of(new PipelineLine.Next(next, row.getString("next_step"), null, true)),
                        row.getBoolean("no_step"),
                        row.getBoolean("quiet")),
                row.getInt("found"));
    }
}
