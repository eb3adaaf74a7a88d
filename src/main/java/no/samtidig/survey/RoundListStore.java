package no.samtidig.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.code.Coded;
import no.samtidig.questionnaire.Questionnaire;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which rounds are whose, and lists of them: one statement each, whatever there is of rounds and units (ADR 0025). */
@Repository
class RoundListStore {
    /**
     * Of rounds, what its places mean today for a scope: whether all units of its levels lie within it (null where there are
     * none), whether any does, and whether any unit of its places does, of whatever level. A place is looked at once, however many
     * rounds ask there. The units of an owner in a county are alike for every region. Where {@code in} could be a join it is none on
     * purpose: the planner guesses these sets as small, and would go through one of them for each row of the other.
     */
    private static final String REACH = """
            with covered as materialized (
                select distinct u.path from unnest(:scope::ltree[]) s (path) join organisation.unit u on u.path <@ s.path
            ), unit as materialized (
                select u.path, u.owner, u.county, u.level, u.path in (select path from covered) as mine
                from organisation.unit u where daterange(u.valid_from, u.valid_to, '[)') @> :today
            ), part as materialized (
                select owner, county, level, bool_and(mine) as inside, bool_or(mine) as touched from unit group by owner, county, level
            ), place as materialized (
                select 'no' as place, level, bool_and(inside) as inside, bool_or(touched) as touched from part group by level
                union all
                select owner::text, level, bool_and(inside), bool_or(touched) from part group by owner, level
                union all
                -- asked by name, it is asked also when it has moved or closed since
                select u.path::text, u.level, u.path in (select path from covered), u.path in (select path from covered)
                from organisation.unit u
                where u.valid_from <= :today
                union all
                select c.layer || '/' || c.region, level, bool_and(inside), bool_or(touched)
                from part join organisation.region_county c
                    on c.county = part.county and daterange(c.valid_from, c.valid_to, '[)') @> :today
                group by c.layer, c.region, level
            ), reach as (
                select a.round, bool_and(p.inside) filter (where l.asked) as within, bool_or(p.touched and l.asked) as touches,
                    bool_or(p.touched) as asks
                from survey.round_place a
                    join survey.round r on r.id = a.round
                    join place p on p.place = a.place
                    cross join lateral (select r.levels = '{}' or p.level = any (r.levels)) l (asked)
                where {which}
                group by a.round
            )
            """;

    /** The whole country holds everything, also a round that means nothing today. */
    private static final String EVERYWHERE = """
            with reach as (
                select r.id as round, true as within, true as touches, true as asks from survey.round r where {which})
            """;

    private static final String LIST = """
            select id, name, questionnaire, version, anonymous, opens, closes, state, own, ready, alike, count,
                case when own then (select count(*) from survey.ticket t where t.round = it.id) end as invited,
                case when own then (select count(*) from survey.envelope e where e.round = it.id) end as answered
            from (
                select seen.*, count(*) over (partition by own, state) as alike, count(*) over () as count,
                    row_number() over (order by own desc,
                        case when own then array_position(array['open', 'draft', 'closed', 'settled'], state) end,
                        made desc, name, id) as place
                from (
                    select r.id, r.name, r.questionnaire, r.version, r.anonymous, r.opens, r.closes, r.state, r.made,
                        r.ready is not null as ready, {own} as own
                    from survey.round r
                    where r.purpose = :purpose and ({seen}) and (:state = '' or r.state = :state)
                        and not exists (select from unnest(:words::text[]) word where position(word in lower(r.name)) = 0)
                ) seen
            ) it
            where place > :before and place <= :before + :rows order by place
            """;

    /** Rounds that can be chosen to lay beside another, at most. */
    private static final int COMPARED = 100;

    private static final String RUN = "(r.id in (select round from reach where within)) is true";
    private static final String TOUCHED =
            "r.state <> 'draft' and (r.id in (select round from reach where touches)) is true";
    private static final String ASKED =
            "r.state <> 'draft' and ((r.id in (select round from reach where asks)) is true or r.id = any (:shown::uuid[]))";

    private static final String COMPARABLE = ASKED
            + " and r.questionnaire = :slug and r.id <> :than and (r.state = 'settled' or r.state = 'open' and r.underway)";

    private final JdbcClient sql;
    private final Wordings wordings;

    RoundListStore(JdbcClient sql, Wordings wordings) {
        this.sql = sql;
        this.wordings = wordings;
    }

    private static String reach(OrganisationScope scope, String which) {
        return (scope.covers(UnitPath.COUNTRY) ? EVERYWHERE : REACH).replace("{which}", which);
    }

    /**
     * What a round is to a scope.
     *
     * @param within whether everything it asks lies in the scope; a round that means nothing lies within the whole country only
     * @param asks whether any unit of its places lies in the scope
     */
    record Reach(boolean within, boolean asks) {
        static final Reach NONE = new Reach(false, false);
    }

    Reach reach(RoundId round, OrganisationScope scope, LocalDate today) {
        return sql.sql(reach(scope, "r.id = :round") + " select coalesce(within, false), asks from reach")
                .param("round", round.value())
                .param("scope", scope.parameter())
                .param("today", today)
                .query((row, _) -> new Reach(row.getBoolean(1), row.getBoolean(2)))
                .optional()
                .orElse(Reach.NONE);
    }

    /** Rounds of a purpose that lie wholly in the scope, for whoever runs them; then those that have begun and touch it. */
    RoundList list(Purpose purpose, OrganisationScope scope, boolean runs, RoundQuery query, LocalDate today) {
        return list(
                purpose, scope, runs ? RUN : "false", runs ? RUN + " or " + TOUCHED : TOUCHED, Map.of(), query, today);
    }

    /** Rounds that have begun and ask somebody in the scope, or are among those that have something to show; the newest first. */
    RoundList asking(
            Purpose purpose, OrganisationScope scope, Collection<RoundId> shown, RoundQuery query, LocalDate today) {
        return list(purpose, scope, "false", ASKED, Map.of("shown", ids(shown)), query, today);
    }

    /** Those of them, the newest, that asked in the same questionnaire as another and have results to lay beside it. */
    RoundList comparable(Round than, OrganisationScope scope, Collection<RoundId> shown, LocalDate today) {
        Map<String, Object> values = Map.of(
                "shown",
                ids(shown),
                "slug",
                than.questionnaire().slug(),
                "than",
                than.id().value());
        return list(than.purpose(), scope, "false", COMPARABLE, values, RoundQuery.first(COMPARED), today);
    }

    private static String[] ids(Collection<RoundId> rounds) {
        return rounds.stream().map(it -> it.value().toString()).toArray(String[]::new);
    }

    private RoundList list(
            Purpose purpose,
            OrganisationScope scope,
            String own,
            String seen,
            Map<String, Object> values,
            RoundQuery query,
            LocalDate today) {
        List<Row> rows = sql.sql(reach(scope, "r.purpose = :purpose")
                        + LIST.replace("{own}", own).replace("{seen}", seen))
                .param("purpose", purpose.code())
                .param("scope", scope.parameter())
                .param("today", today)
                .params(values)
                .param("words", query.each())
                .param("state", query.state().map(Round.State::code).orElse(""))
                .param("before", query.before())
                .param("rows", query.rows())
                .query(RoundListStore::row)
                .list();
        Map<Wordings.Wording, Questionnaire> texts =
                wordings.of(rows.stream().map(Row::wording).toList());
        List<RoundLine> lines = new ArrayList<>();
        Map<RoundList.Part, Integer> counts = new HashMap<>();
        for (Row row : rows) {
            RoundLine line = row.line(Objects.requireNonNull(texts.get(row.wording())));
            lines.add(line);
            counts.put(new RoundList.Part(line.own(), line.state()), row.alike());
        }
        return new RoundList(lines, rows.isEmpty() ? 0 : rows.getFirst().count(), counts);
    }

    /** A line without the title, which stands in a text of its own. */
    private record Row(
            RoundId id,
            String name,
            Wordings.Wording wording,
            boolean anonymous,
            LocalDate opens,
            LocalDate closes,
            Round.State state,
            boolean own,
            boolean ready,
            int invited,
            int answered,
            int alike,
            int count) {
        RoundLine line(Questionnaire text) {
            int told = RoundOverview.told(answered, invited, state == Round.State.OPEN);
            return new RoundLine(
                    id, name, text.title(), anonymous, opens, closes, state, own, ready, Math.max(invited, told), told);
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new RoundId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Wordings.wording(row),
                row.getBoolean("anonymous"),
                row.getObject("opens", LocalDate.class),
                row.getObject("closes", LocalDate.class),
                Coded.of(Round.State.class, row.getString("state")).orElseThrow(),
                row.getBoolean("own"),
                row.getBoolean("ready"),
                row.getInt("invited"),
                row.getInt("answered"),
                row.getInt("alike"),
                row.getInt("count"));
    }
}
