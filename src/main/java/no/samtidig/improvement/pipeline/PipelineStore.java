package no.samtidig.improvement.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.JourneyId;
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
    static final String MINE = """
            with mine as materialized (
                select distinct q.path from unnest(:scope::ltree[]) s (path) join organisation.unit q on q.path <@ s.path
            )
            """;

    /**
     * The journeys of a scope that count today: those that are alive, and of a unit without one the latest. A step whose day has gone
     * is no next step.
     */
    private static final String SEEN = MINE + """
            , ranked as materialized (
                select j.*, row_number() over (partition by j.unit
                    order by j.stage in ('stopped', 'declined'), j.begun desc, j.id) as nth
                from improvement.journey j where j.unit in (select path from mine)
            ), told as materialized (
                select j.id, j.unit, u.name, o.name as owner, o.kind, u.level, u.county as county_number, c.name as county, j.stage, j.since,
                    j.coach, a.name as coach_name, j.stage not in ('stopped', 'declined') as alive,
                    case when j.hold_until >= :today then j.hold_until end as on_hold,
                    case when k.next_day >= :today then k.next_day end as next_day, coalesce(k.next_step, '') as next_step,
                    greatest(j.since, k.touched) + n.days <= :today as old
                from ranked j join organisation.unit u on u.path = j.unit
                    join organisation.owner o on o.path = u.owner
                    join organisation.county c on c.number = u.county
                    join unnest(:stages::text[], :days::integer[]) n (stage, days) on n.stage = j.stage
                    left join access.account a on a.id = j.coach
                    left join improvement.pipeline_card k on k.journey = j.id
                where j.stage not in ('stopped', 'declined') or j.nth = 1
            ), seen as materialized (
                select t.*, alive and on_hold is null and next_day is null and id <> all (:ahead::uuid[]) as no_step,
                    old and on_hold is null and next_day is null and id <> all (:ahead::uuid[]) as quiet
                from told t
            )
            """;

    private static final String ASKED = """
            (:stage::text is null or stage = :stage) and (:level::text is null or level = :level)
                and (:owner::text is null or kind = :owner) and (:county::text is null or county_number = :county)
                and case :followed when 'meg' then (coach = :me) is true when 'andre' then coach <> :me
                    when 'ingen' then coach is null else true end
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
                count(*) filter (where on_hold is not null) as on_hold, count(*) as all from seen
            """;

    private final JdbcClient sql;

    PipelineStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A line, and how many are like it: on all pages, or in its column. */
    record Found(PipelineLine line, int count) {}

    /** How many wait for what. */
    record Counts(int noStep, int quiet, int onHold, int all) {}

    List<Found> list(
            OrganisationScope scope, AccountId me, PipelineQuery query, Collection<JourneyId> ahead, LocalDate today) {
        return found(LIST.replace("{order}", query.sql()), scope, me, query, ahead, today)
                .param("offset", query.offset())
                .query(PipelineStore::line)
                .list();
    }

    /** At most so many of each stage, those that wait first. */
    List<Found> board(
            OrganisationScope scope, AccountId me, PipelineQuery query, Collection<JourneyId> ahead, LocalDate today) {
        return found(BOARD, scope, me, query.all(), ahead, today)
                .query(PipelineStore::line)
                .list();
    }

    Counts counts(OrganisationScope scope, Collection<JourneyId> ahead, LocalDate today) {
        return seen(COUNTS, scope, ahead, today)
                .query((row, _) -> new Counts(
                        row.getInt("no_step"), row.getInt("quiet"), row.getInt("on_hold"), row.getInt("all")))
                .single();
    }

    private JdbcClient.StatementSpec found(
            String statement,
            OrganisationScope scope,
            AccountId me,
            PipelineQuery query,
            Collection<JourneyId> ahead,
            LocalDate today) {
        return seen(statement, scope, ahead, today)
                .param("me", me.value())
                .param("stage", query.stage().map(Stage::code).orElse(null))
                .param("level", query.level().map(ServiceLevel::code).orElse(null))
                .param("owner", query.owner().map(OwnerKind::code).orElse(null))
                .param("county", query.county().orElse(null))
                .param("followed", query.followed().map(Coded::code).orElse(""))
                .param("waiting", query.waiting().map(Coded::code).orElse(""))
                .param("words", query.each())
                .param("rows", query.rows());
    }

    private JdbcClient.StatementSpec seen(
            String statement, OrganisationScope scope, Collection<JourneyId> ahead, LocalDate today) {
        return sql.sql(statement)
                .param("scope", scope.parameter())
                .param("today", today)
                .param("stages", Arrays.stream(Stage.values()).map(Stage::code).toArray(String[]::new))
                .param(
                        "days",
                        Arrays.stream(Stage.values()).map(Stage::nudgeAfter).toArray(Integer[]::new))
                .param("ahead", ahead.stream().map(JourneyId::value).toArray(UUID[]::new));
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
                                : Optional.of(new PipelineLine.Next(next, row.getString("next_step"), null)),
                        row.getBoolean("quiet")),
                row.getInt("found"));
    }
}
