package no.samtidig.survey.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.code.Coded;
import no.samtidig.questionnaire.Answers;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.StaffGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of letting answers out. */
final class ReleaseStore {
    private final JdbcClient sql;
    private final JsonMapper json = JsonMapper.builder().build();

    ReleaseStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** An answer under seal. The proof is written in hexadecimal digits. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sealed(String proof, byte[] sealed) {}

    /** Rounds with something to do, oldest first. */
    List<RoundId> unsettled() {
        return sql.sql("select id from survey.round where opened is not null and settled is null order by opened, id")
                .query((row, number) -> new RoundId(row.getObject("id", UUID.class)))
                .list();
    }

    /**
     * Waits until the answers are in that saw the round open: their transactions hold the table since before they looked. Whoever comes
     * after sees it closed.
     */
    void awaitLast() {
        sql.sql("lock table survey.envelope in share mode").update();
    }

    List<Sealed> uncounted(RoundId round, int most) {
        return sql.sql("""
                select encode(proof, 'hex') as proof, sealed from survey.envelope
                where round = :round and sealed is not null and not counted limit :most
                """)
                .param("round", round.value())
                .param("most", most)
                .query(ReleaseStore::sealed)
                .list();
    }

    void use(Collection<UUID> tickets) {
        sql.sql("update survey.ticket set used = true where id = any(:tickets::uuid[]) and not used")
                .param("tickets", strings(tickets))
                .update();
    }

    void counted(Collection<String> proofs) {
        sql.sql("""
                update survey.envelope set counted = true
                where proof = any(:proofs::text[]::bytea[])
                """).param("proofs", bytes(proofs)).update();
    }

    /** The waiting answers, in pieces: there can be a hundred thousand. */
    List<Sealed> waiting(RoundId round, @Nullable String after, int most) {
        return sql.sql("""
                select encode(proof, 'hex') as proof, sealed from survey.envelope
                where round = :round and sealed is not null and proof > decode(:after, 'hex')
                order by envelope.proof limit :most
                """)
                .param("round", round.value())
                .param("after", after == null ? "" : after)
                .param("most", most)
                .query(ReleaseStore::sealed)
                .list();
    }

    List<Sealed> these(Collection<String> proofs) {
        return sql.sql("""
                select encode(proof, 'hex') as proof, sealed from survey.envelope
                where sealed is not null and proof = any(:proofs::text[]::bytea[])
                """)
                .param("proofs", bytes(proofs))
                .query(ReleaseStore::sealed)
                .list();
    }

    /** Takes what was sealed away; the proof stays, so that the ticket counts once. */
    void emptied(Collection<String> proofs) {
        sql.sql("""
                update survey.envelope set sealed = null, counted = true
                where proof = any(:proofs::text[]::bytea[])
                """).param("proofs", bytes(proofs)).update();
    }

    void emptyAll(RoundId round) {
        sql.sql("update survey.envelope set sealed = null where round = :round and sealed is not null")
                .param("round", round.value())
                .update();
    }

    UUID cell(RoundId round, Traits traits) {
        ServiceLevel level = traits.level();
        StaffGroup staffGroup = traits.staffGroup();
        UnitPath unit = traits.unit();
        sql.sql("""
                insert into survey.cell (id, round, unit, county, level, staff_group)
                values (:id, :round, :unit::ltree, :county, :level, :staffGroup) on conflict do nothing
                """)
                .param("id", UUID.randomUUID())
                .param("round", round.value())
                .param("unit", unit == null ? null : unit.value())
                .param("county", traits.county())
                .param("level", level == null ? null : level.code())
                .param("staffGroup", staffGroup == null ? null : staffGroup.code())
                .update();
        return sql.sql("""
                select id from survey.cell
                where round = :round and unit is not distinct from :unit::ltree and county is not distinct from :county
                  and level is not distinct from :level and staff_group is not distinct from :staffGroup
                """)
                .param("round", round.value())
                .param("unit", unit == null ? null : unit.value())
                .param("county", traits.county())
                .param("level", level == null ? null : level.code())
                .param("staffGroup", staffGroup == null ? null : staffGroup.code())
                .query((row, number) -> row.getObject("id", UUID.class))
                .single();
    }

    /** Keeps answers in the order given. */
    void responses(RoundId round, UUID cell, LocalDate day, List<Answers> answers) {
        sql.sql("""
                insert into survey.response (id, round, cell, day, answers)
                select id::uuid, :round, :cell, :day, answers::jsonb
                from unnest(:ids::text[], :answers::text[]) as it (id, answers)
                """)
                .param("round", round.value())
                .param("cell", cell)
                .param("day", day)
                .param(
                        "ids",
                        answers.stream().map(_ -> UUID.randomUUID().toString()).toArray(String[]::new))
                .param(
                        "answers",
                        answers.stream()
                                .map(it -> json.writeValueAsString(it.values()))
                                .toArray(String[]::new))
                .update();
    }

    void tally(RoundId round, UUID cell, Map<Tallies.Key, Integer> counts) {
        List<Map.Entry<Tallies.Key, Integer>> all = new ArrayList<>(counts.entrySet());
        sql.sql("""
                insert into survey.tally (round, cell, item, value, n)
                select :round, :cell, item, value, n
                from unnest(:items::text[], :values::text[], :counts::int[]) as it (item, value, n)
                on conflict (cell, item, value) do update set n = tally.n + excluded.n
                """)
                .param("round", round.value())
                .param("cell", cell)
                .param("items", all.stream().map(it -> it.getKey().item()).toArray(String[]::new))
                .param("values", all.stream().map(it -> it.getKey().value()).toArray(String[]::new))
                .param("counts", all.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .update();
    }

    void sealedTexts(RoundId round, List<byte[]> sealed) {
        sql.sql("""
                insert into survey.text_envelope (id, round, sealed)
                select id::uuid, :round, decode(sealed, 'hex') from unnest(:ids::text[], :sealed::text[]) as it (id, sealed)
                """)
                .param("round", round.value())
                .param(
                        "ids",
                        sealed.stream().map(_ -> UUID.randomUUID().toString()).toArray(String[]::new))
                .param("sealed", sealed.stream().map(HexFormat.of()::formatHex).toArray(String[]::new))
                .update();
    }

    List<byte[]> takeTexts(RoundId round) {
        return sql.sql("delete from survey.text_envelope where round = :round returning sealed")
                .param("round", round.value())
                .query((row, number) -> row.getBytes("sealed"))
                .list();
    }

    void text(RoundId round, String item, String words) {
        sql.sql("insert into survey.free_text (id, round, item, words) values (:id, :round, :item, :words)")
                .param("id", UUID.randomUUID())
                .param("round", round.value())
                .param("item", item)
                .param("words", words)
                .update();
    }

    record Cell(UUID id, Traits traits) {}

    Map<UUID, Traits> cells(RoundId round) {
        Map<UUID, Traits> cells = new HashMap<>();
        sql.sql("select id, unit::text as unit, county, level, staff_group from survey.cell where round = :round")
                .param("round", round.value())
                .query((row, number) -> new Cell(row.getObject("id", UUID.class), traits(row)))
                .list()
                .forEach(it -> cells.put(it.id(), it.traits()));
        return cells;
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
                    select coalesce(ic.target, t.cell) as cell, t.item, t.value, sum(t.n) as n
                    from survey.tally t left join survey.item_cell ic on ic.cell = t.cell and ic.item = t.item
                    where t.round = :round and (ic.cell is null or ic.target is not null)
                      and (:everything or t.item = any(:items::text[]))
                    group by 1, 2, 3),
                -- all that lies in a county or nowhere, before it is spread over the regions: units are many, counties are few
                wide as materialized (
                    select c.county, c.level, c.staff_group, t.item, t.value, sum(t.n) as n
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
        sql.sql("analyze survey.cell, survey.response, survey.tally").update();
    }

    /** Keeps how many were asked, as it is when the results become final. */
    void keepAsked(RoundId round) {
        sql.sql("""
                insert into survey.group_asked (round, place_kind, place, split_kind, split, invited)
                select round, place_kind, place, split_kind, split, invited from survey.asked_now where round = :round
                on conflict do nothing
                """).param("round", round.value()).update();
    }

    /** Nobody else lets answers of the round out meanwhile. Held until the transaction ends. */
    void hold(RoundId round) {
        sql.sql("select id from survey.round where id = :round for no key update")
                .param("round", round.value())
                .query(UUID.class)
                .single();
    }

    /** As PostgreSQL reads bytes. Compared as an array, each is found by its key, however many there are in all. */
    private static String[] bytes(Collection<String> hexadecimal) {
        return hexadecimal.stream().map(it -> "\\x" + it).toArray(String[]::new);
    }

    private static String[] strings(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static Sealed sealed(ResultSet row, int number) throws SQLException {
        return new Sealed(row.getString("proof"), row.getBytes("sealed"));
    }

    private static Traits traits(ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        String level = row.getString("level");
        String staffGroup = row.getString("staff_group");
        return new Traits(
                unit == null ? null : new UnitPath(unit),
                row.getString("county"),
                level == null ? null : Coded.of(ServiceLevel.class, level).orElseThrow(),
                staffGroup == null ? null : StaffGroup.of(staffGroup).orElseThrow());
    }
}
