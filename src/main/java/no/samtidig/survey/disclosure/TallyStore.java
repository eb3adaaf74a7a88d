package no.samtidig.survey.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samtidig.survey.RoundId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of counting: the counts of each cell, and what is published of them. */
@Repository
class TallyStore {
    private final JdbcClient sql;

    TallyStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Adds counts to those of the cells. */
    void tally(RoundId round, Map<UUID, Map<Tallies.Key, Integer>> counts) {
        record Count(UUID cell, Tallies.Key of, int n) {}
        List<Count> all = new ArrayList<>();
        counts.forEach((cell, of) -> of.forEach((key, n) -> all.add(new Count(cell, key, n))));
        sql.sql("""
                insert into survey.tally (round, cell, item, value, n)
                select :round, cell::uuid, item, value, n
                from unnest(:cells::text[], :items::text[], :values::text[], :counts::int[]) as it (cell, item, value, n)
                on conflict (round, cell, item, value) do update set n = tally.n + excluded.n
                """)
                .param("round", round.value())
                .param("cells", ReleaseStore.texts(all, it -> it.cell().toString()))
                .param("items", ReleaseStore.texts(all, it -> it.of().item()))
                .param("values", ReleaseStore.texts(all, it -> it.of().value()))
                .param("counts", all.stream().map(Count::n).toArray(Integer[]::new))
                .update();
    }

    record Answered(String item, UUID cell, int n) {}

    /** How many answered each of the items that fewer than enough of some cell answered. */
    List<Answered> answeredByFew(RoundId round, int enough) {
        return sql.sql("""
                select item, cell, n from (
                    select item, cell, n, min(n) over (partition by item) as fewest
                    from survey.tally where round = :round and value = '') answered
                where fewest < :enough order by item, cell
                """)
                .param("round", round.value())
                .param("enough", enough)
                .query((row, number) ->
                        new Answered(row.getString("item"), row.getObject("cell", UUID.class), row.getInt("n")))
                .list();
    }

    /** The answers of a cell to an item that are told with another cell; null: not told at all. */
    record Joined(String item, UUID cell, @Nullable UUID target) {}

    void join(RoundId round, List<Joined> all) {
        sql.sql("""
                insert into survey.item_cell (round, item, cell, target)
                select :round, item, cell::uuid, target::uuid
                from unnest(:items::text[], :cells::text[], :targets::text[]) as it (item, cell, target)
                """)
                .param("round", round.value())
                .param("items", all.stream().map(Joined::item).toArray(String[]::new))
                .param("cells", all.stream().map(it -> it.cell().toString()).toArray(String[]::new))
                .param(
                        "targets",
                        all.stream()
                                .map(it ->
                                        it.target() == null ? null : it.target().toString())
                                .toArray(String[]::new))
                .update();
    }

    /**
     * Makes what is published anew: every group that a cell's traits tell, with its counts.
     *
     * @param items only these; all where null
     */
    void publish(RoundId round, LocalDate day, @Nullable Collection<String> items) {
        sql.sql("delete from survey.group_count where round = :round")
                .param("round", round.value())
                .update();
        sql.sql("delete from survey.group_tally where round = :round")
                .param("round", round.value())
                .update();
        sql.sql(PLACES + """
                , size as (select cell, count(*)::int as n from survey.response where round = :round group by cell)
                insert into survey.group_count (round, place_kind, place, split_kind, split, n)
                select :round, p.place_kind, p.place, s.split_kind, s.split, sum(size.n)
                from size join place p using (cell) join split s using (cell)
                where s.split_kind <> 'level' or p.place_kind not in ('unit', 'owner')
                group by 2, 3, 4, 5
                """).param("round", round.value()).param("day", day).update();
        sql.sql(PLACES + """
                , told as (
                    select coalesce(ic.target, t.cell) as cell, t.item, t.value, t.n
                    from survey.tally t left join survey.item_cell ic on ic.cell = t.cell and ic.item = t.item
                    where t.round = :round and (ic.cell is null or ic.target is not null)
                      and (:everything or t.item = any(:items::text[]))),
                -- all that lies in a county or nowhere, before it is spread over the regions: units are many, counties are few
                wide as materialized (
                    select c.county, c.level, c.staff_group, t.item, t.value, sum(t.n)::integer as n
                    from told t join survey.cell c on c.id = t.cell
                    group by c.county, c.level, c.staff_group, t.item, t.value)
                insert into survey.group_tally (round, place_kind, place, split_kind, split, item, value, n)
                select :round, p.place_kind, p.place, s.split_kind, s.split, w.item, w.value, sum(w.n)
                from wide w
                    join lateral (
                        select 'country' as place_kind, '' as place
                        union all
                        select r.layer, r.region from organisation.region_county r
                        where r.county = w.county and daterange(r.valid_from, r.valid_to, '[)') @> :day::date) p on true
                    join lateral (
                        select 'all' as split_kind, '' as split
                        union all select 'staff-group', w.staff_group where w.staff_group is not null
                        union all select 'level', w.level where w.level is not null) s on true
                group by 2, 3, 4, 5, 6, 7
                union all
                select :round, p.place_kind, p.place, s.split_kind, s.split, t.item, t.value, sum(t.n)
                from told t join place p using (cell) join split s using (cell)
                where p.place_kind in ('unit', 'owner') and s.split_kind <> 'level'
                group by 2, 3, 4, 5, 6, 7
                """)
                .param("round", round.value())
                .param("day", day)
                .param("everything", items == null)
                .param("items", items == null ? new String[0] : items.toArray(String[]::new))
                .update();
    }

    /** The places and the splits each cell counts to: what its traits tell, and nothing else. */
    private static final String PLACES = """
            with place as (
                select c.id as cell, 'country' as place_kind, '' as place from survey.cell c where c.round = :round
                union all
                select c.id, r.layer, r.region
                from survey.cell c join organisation.region_county r on r.county = c.county
                where c.round = :round and daterange(r.valid_from, r.valid_to, '[)') @> :day::date
                union all
                select c.id, 'unit', c.unit::text from survey.cell c where c.round = :round and c.unit is not null
                union all
                select c.id, 'owner', subpath(c.unit, 0, 2)::text
                from survey.cell c where c.round = :round and nlevel(c.unit) > 2),
            split as (
                select c.id as cell, 'all' as split_kind, '' as split from survey.cell c where c.round = :round
                union all
                select c.id, 'staff-group', c.staff_group
                from survey.cell c where c.round = :round and c.staff_group is not null
                union all
                select c.id, 'level', c.level from survey.cell c where c.round = :round and c.level is not null)
            """;

    /** Tells the planner how much there is now: it plans the sums over what was just written otherwise as if there were nothing. */
    void lookedAt() {
        sql.sql("select survey.look_at_counts()").query().listOfRows();
    }
}
