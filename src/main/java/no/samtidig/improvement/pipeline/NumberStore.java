package no.samtidig.improvement.pipeline;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import no.samtidig.access.Role;
import no.samtidig.improvement.HoldReason;
import no.samtidig.improvement.Stage;
import no.samtidig.improvement.StopReason;
import no.samtidig.organisation.OrganisationScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the region's numbers: each kind of number one statement, however many units there are. */
@Repository
class NumberStore {
    private static final String LAST = PipelineStore.MINE + """
            , last as materialized (
                select distinct on (j.unit) j.* from improvement.journey j where j.unit in (select path from mine)
                order by j.unit, j.stage in ('stopped', 'declined'), j.begun desc, j.id
            )
            """;

    /** Units that are open today, or have a journey though they closed since. */
    private static final String GROUPS = LAST + """
             select {key} as key, min({label}) as label, j.stage, count(*) as units
            from organisation.unit u join organisation.owner o on o.path = u.owner join organisation.county c on c.number = u.county
                left join last j on j.unit = u.path
                left join organisation.region_county r on r.layer = :layer and r.county = u.county
                    and daterange(r.valid_from, r.valid_to, '[)') @> :today
                left join organisation.region g on g.layer = r.layer and g.code = r.region
            where u.path in (select path from mine) and (daterange(u.valid_from, u.valid_to, '[)') @> :today or j.id is not null)
            group by {key}, j.stage order by min({label}), {key}
            """;

    private final JdbcClient sql;

    NumberStore(JdbcClient sql) {
        this.sql = sql;
    }

    private JdbcClient.StatementSpec of(String statement, OrganisationScope scope) {
        return sql.sql(statement).param("scope", scope.parameter());
    }

    List<RegionNumbers.Group> groups(OrganisationScope scope, Split split, LocalDate today) {
        record Row(String key, String label, Optional<Stage> stage, int units) {}
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        of(GROUPS.replace("{key}", split.key()).replace("{label}", split.label()), scope)
                .param("layer", split.layer())
                .param("today", today)
                .query(row -> {
                    String key = row.getString("key");
                    String stage = row.getString("stage");
                    Row one = new Row(
                            key == null ? "" : key,
                            row.getString("label") == null ? "" : row.getString("label"),
                            stage == null ? Optional.empty() : Stage.of(stage),
                            row.getInt("units"));
                    rows.computeIfAbsent(one.key(), _ -> new ArrayList<>()).add(one);
                });
        List<RegionNumbers.Group> groups = new ArrayList<>();
        rows.forEach((key, all) -> {
            Map<Stage, Integer> stages = new EnumMap<>(Stage.class);
            all.forEach(it -> it.stage().ifPresent(stage -> stages.put(stage, it.units())));
            int without = all.stream()
                    .filter(it -> it.stage().isEmpty())
                    .mapToInt(Row::units)
                    .sum();
            groups.add(new RegionNumbers.Group(key, all.getFirst().label(), stages, without));
        });
        return groups;
    }

    /** How often each reason was given for the ends that hold, and with an empty code how many ended with none. */
    Map<String, Integer> reasons(OrganisationScope scope) {
        Map<String, Integer> all = new LinkedHashMap<>();
        of(PipelineStore.MINE + """
                , ended as materialized (
                    select distinct on (m.journey) m.journey, m.reasons
                    from improvement.journey_move m join improvement.journey j on j.id = m.journey
                    where j.unit in (select path from mine) and j.stage in ('stopped', 'declined') and m.to_stage = j.stage
                    order by m.journey, m.made desc, m.id
                )
                select reason, count(*) as given from ended cross join lateral unnest(reasons) reason group by reason
                union all
                select '', (select count(*) from improvement.journey j where j.unit in (select path from mine)
                        and j.stage in ('stopped', 'declined')) - (select count(*) from ended where cardinality(reasons) > 0)
                union all
                select 'ended', count(*) from improvement.journey j where j.unit in (select path from mine)
                    and j.stage in ('stopped', 'declined')
                """, scope).query(row -> {
            all.put(row.getString(1), row.getInt(2));
        });
        return all;
    }

    /** How long units stay in each stage that goes on. */
    List<RegionNumbers.Stay> stays(OrganisationScope scope) {
        Map<Stage, RegionNumbers.Stay> found = new EnumMap<>(Stage.class);
        of(PipelineStore.MINE + """
                , stay as materialized (
                    select m.to_stage as stage, lead(m.day) over (partition by m.journey order by m.made, m.id) - m.day as days
                    from improvement.journey_move m join improvement.journey j on j.id = m.journey
                    where j.unit in (select path from mine)
                )
                select stage, percentile_cont(0.5) within group (order by days) filter (where days is not null) as median,
                    count(days) as gone, count(*) filter (where days is null) as there
                from stay group by stage
                """, scope).query(row -> {
            Stage stage = Stage.of(row.getString("stage")).orElseThrow();
            int left = row.getInt("gone");
            OptionalInt median = left < RegionNumbers.FEWEST_STAYS
                    ? OptionalInt.empty()
                    : OptionalInt.of((int) Math.round(row.getDouble("median")));
            found.put(stage, new RegionNumbers.Stay(stage, median, left, row.getInt("there")));
        });
        return Arrays.stream(Stage.values())
                .filter(Stage::alive)
                .map(it -> found.getOrDefault(it, new RegionNumbers.Stay(it, OptionalInt.empty(), 0, 0)))
                .toList();
    }

    /**
     * How many journeys go on so many months after their first results meeting.
     *
     * @param months after it
     * @param alive journeys that went on then
     * @param due those whose meeting was so long ago, stopped ones too
     * @param early those whose meeting was not
     */
    record Lasting(int months, int alive, int due, int early) {}

    /** For each number of months, in their order. */
    List<Lasting> lasting(OrganisationScope scope, List<Integer> months, LocalDate today) {
        return of(PipelineStore.MINE + """
                , begun as materialized (
                    select j.stage, j.since, j.month_zero from improvement.journey j
                    where j.month_zero is not null and j.unit in (select path from mine)
                )
                select m.months,
                    count(*) filter (where d.day <= :today and (b.stage not in ('stopped', 'declined') or b.since >= d.day)) as alive,
                    count(*) filter (where d.day <= :today) as due, count(*) filter (where d.day > :today) as early
                from unnest(:months::integer[]) m (months) left join begun b on true
                    cross join lateral (select (b.month_zero + make_interval(months => m.months))::date) d (day)
                group by m.months order by m.months
                """, scope)
                .param("months", months.toArray(Integer[]::new))
                .param("today", today)
                .query((row, _) ->
                        new Lasting(row.getInt("months"), row.getInt("alive"), row.getInt("due"), row.getInt("early")))
                .list();
    }

    /**
     * People with a role as staff at units.
     *
     * @param covered people at units whose journey goes on and is agreed at least
     * @param all people at any unit
     * @param coveredUnits units of the first with people
     * @param otherUnits other units with people
     * @param empty units where nobody has a role
     */
    record Staff(int covered, int all, int coveredUnits, int otherUnits, int empty) {}

    Staff staff(OrganisationScope scope, OffsetDateTime now) {
        return of(PipelineStore.MINE + """
                , it as materialized (
                    select u.path, u.path in (select j.unit from improvement.journey j
                        where j.stage in ('agreed', 'anchored', 'running', 'sustained')) as covered
                    from organisation.unit u
                    where u.path in (select path from mine) and daterange(u.valid_from, u.valid_to, '[)') @> :today
                ), post as materialized (
                    select distinct it.path, it.covered, g.account from it join access.role_grant g on g.path = it.path
                        join access.account a on a.id = g.account
                    where g.role = any(:roles) and a.closed is null and g.granted <= :now and (g.ended is null or g.ended > :now)
                )
                select count(distinct account) filter (where covered) as covered, count(distinct account) as everybody,
                    count(distinct path) filter (where covered) as covered_units,
                    count(distinct path) filter (where not covered) as other_units,
                    (select count(*) from it) - count(distinct path) as nobody
                from post
                """, scope)
                .param(
                        "roles",
                        new String[] {Role.MILIEU_THERAPIST.code(), Role.CLINICIAN.code(), Role.UNIT_LEADER.code()})
                .param("now", now)
                .param("today", now.toLocalDate())
                .query((row, _) -> new Staff(
                        row.getInt("covered"),
                        row.getInt("everybody"),
                        row.getInt("covered_units"),
                        row.getInt("other_units"),
                        row.getInt("nobody")))
                .single();
    }

    /**
     * Journeys on which the leader changed.
     *
     * @param changed the journey tells of another leader, is on hold for one or ended for one who left; or a leader's role at the unit
     *     ended while it went on
     * @param known those, and journeys of units that have, or had, a leader here
     * @param unknown other journeys
     */
    record Leaders(int changed, int known, int unknown) {}

    Leaders leaders(OrganisationScope scope, OffsetDateTime now) {
        return of(PipelineStore.MINE + """
                , led as materialized (
                    select g.path, g.ended from access.role_grant g where g.role = :leader and g.path in (select path from mine)
                ), said as materialized (
                    select c.journey from improvement.leader_change c
                    union
                    select m.journey from improvement.journey_move m where :left = any(m.reasons)
                    union
                    select j.id from improvement.journey j where j.hold_reason = :held
                ), it as materialized (
                    select j.id, count(l.path) > 0 as known, j.id in (select journey from said) as told,
                        coalesce(bool_or(l.ended <= :now and l.ended >= j.begun
                            and (j.stage not in ('stopped', 'declined') or l.ended < j.since + 1)), false) as changed
                    from improvement.journey j left join led l on l.path = j.unit
                    where j.unit in (select path from mine) group by j.id
                )
                select count(*) filter (where changed or told) as changed, count(*) filter (where known or told) as known,
                    count(*) filter (where not known and not told) as unknown from it
                """, scope)
                .param("leader", Role.UNIT_LEADER.code())
                .param("left", StopReason.LEADER_LEFT.code())
                .param("held", HoldReason.NEW_LEADER.code())
                .param("now", now)
                .query((row, _) -> new Leaders(row.getInt("changed"), row.getInt("known"), row.getInt("unknown")))
                .single();
    }

    /** Reasons by their enum, from their codes. */
    static Map<StopReason, Integer> byReason(Map<String, Integer> codes) {
        Map<StopReason, Integer> all = new EnumMap<>(StopReason.class);
        codes.forEach((code, count) -> StopReason.of(code).ifPresent(it -> all.put(it, count)));
        return all;
    }
}
