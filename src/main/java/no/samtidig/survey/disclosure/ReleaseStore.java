package no.samtidig.survey.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import no.samtidig.organisation.ServiceLevel;
import no.samtidig.organisation.UnitPath;
import no.samtidig.platform.code.Coded;
import no.samtidig.questionnaire.Answers;
import no.samtidig.survey.RoundId;
import no.samtidig.survey.StaffGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of letting answers out. */
@Repository
class ReleaseStore {
    private final JdbcClient sql;
    private final JsonMapper json = JsonMapper.builder().build();

    ReleaseStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * An answer under seal.
     *
     * @param proof written in hexadecimal digits
     * @param counted whether its ticket is marked as used
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sealed(String proof, byte[] sealed, boolean counted) {}

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
                select encode(proof, 'hex') as proof, sealed, counted from survey.envelope
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
        sql.sql(PROOFS + """
                update survey.envelope set counted = true from these where envelope.proof = these.proof
                """).param("proofs", sorted(proofs)).update();
    }

    /** Gives the waiting answers to the taker while they are read: there can be a hundred thousand. Only within a transaction. */
    void waiting(RoundId round, int atOnce, Consumer<Sealed> taker) {
        sql.sql("""
                select encode(proof, 'hex') as proof, sealed, counted from survey.envelope
                where round = :round and sealed is not null
                """).param("round", round.value()).withFetchSize(atOnce).query((RowCallbackHandler)
                row -> taker.accept(sealed(row, 0)));
    }

    /** What is sealed under these proofs; not there where it went out. */
    Map<String, byte[]> these(Collection<String> proofs) {
        Map<String, byte[]> sealed = new HashMap<>();
        // nothing is asked but the proof: of what is under seal PostgreSQL may believe that it is little, and look it
        // all through
        sql.sql(PROOFS + """
                select encode(e.proof, 'hex') as proof, e.sealed from survey.envelope e join these on these.proof = e.proof
                """).param("proofs", sorted(proofs)).query((ResultSet row) -> {
            byte[] bytes = row.getBytes("sealed");
            if (bytes != null) {
                sealed.put(row.getString("proof"), bytes);
            }
        });
        return sealed;
    }

    /** Takes what was sealed away; the proof stays, so that the ticket counts once. */
    void emptied(Collection<String> proofs) {
        sql.sql(PROOFS + """
                update survey.envelope set sealed = null, counted = true from these where envelope.proof = these.proof
                """).param("proofs", sorted(proofs)).update();
    }

    /** Read once for each statement, and joined: a list to compare with would be read again for each row where the planner knows little. */
    private static final String PROOFS = """
            with these as materialized (select decode(proof, 'hex') as proof from unnest(:proofs::text[]) proof)
            """;

    /** In an order of their own: rows are rewritten in the order they are named, and that of the answers would tell which is whose. */
    private static String[] sorted(Collection<String> proofs) {
        return proofs.stream().sorted().toArray(String[]::new);
    }

    void emptyAll(RoundId round) {
        sql.sql("update survey.envelope set sealed = null, counted = true where round = :round and sealed is not null")
                .param("round", round.value())
                .update();
    }

    /** The cells with these traits, made where there are none. */
    Map<Traits, UUID> cells(RoundId round, Collection<Traits> wanted) {
        List<Traits> all = List.copyOf(wanted);
        sql.sql("""
                insert into survey.cell (id, round, unit, county, level, staff_group)
                select id::uuid, :round, unit::ltree, county, level, staff_group
                from unnest(:ids::text[], :units::text[], :counties::text[], :levels::text[], :groups::text[])
                    as it (id, unit, county, level, staff_group)
                on conflict do nothing
                """)
                .param("round", round.value())
                .param("ids", ids(all))
                .param(
                        "units",
                        texts(all, it -> it.unit() == null ? null : it.unit().value()))
                .param("counties", texts(all, Traits::county))
                .param(
                        "levels",
                        texts(all, it -> it.level() == null ? null : it.level().code()))
                .param(
                        "groups",
                        texts(
                                all,
                                it -> it.staffGroup() == null
                                        ? null
                                        : it.staffGroup().code()))
                .update();
        Map<Traits, UUID> ids = new HashMap<>();
        cells(round).forEach((id, traits) -> ids.put(traits, id));
        return ids;
    }

    static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static String[] ids(Collection<?> all) {
        return all.stream().map(_ -> UUID.randomUUID().toString()).toArray(String[]::new);
    }

    /** An answer that goes out. */
    record Response(UUID cell, Answers answers) {}

    /** Keeps answers in the order given. */
    void responses(RoundId round, LocalDate day, List<Response> all) {
        sql.sql("""
                insert into survey.response (id, round, cell, day, answers)
                select id::uuid, :round, cell::uuid, :day, answers::jsonb
                from unnest(:ids::text[], :cells::text[], :answers::text[]) as it (id, cell, answers)
                """)
                .param("round", round.value())
                .param("day", day)
                .param("ids", ids(all))
                .param("cells", texts(all, it -> it.cell().toString()))
                .param(
                        "answers",
                        texts(all, it -> json.writeValueAsString(it.answers().values())))
                .update();
    }

    void sealedTexts(RoundId round, List<byte[]> sealed) {
        sql.sql("""
                insert into survey.text_envelope (id, round, sealed)
                select id::uuid, :round, decode(sealed, 'hex') from unnest(:ids::text[], :sealed::text[]) as it (id, sealed)
                """)
                .param("round", round.value())
                .param("ids", ids(sealed))
                .param("sealed", sealed.stream().map(HexFormat.of()::formatHex).toArray(String[]::new))
                .update();
    }

    List<byte[]> takeTexts(RoundId round) {
        return sql.sql("delete from survey.text_envelope where round = :round returning sealed")
                .param("round", round.value())
                .query((row, number) -> row.getBytes("sealed"))
                .list();
    }

    /** Keeps free texts in the order given. */
    void texts(RoundId round, String item, List<String> words) {
        sql.sql("""
                insert into survey.free_text (id, round, item, words)
                select id::uuid, :round, :item, words from unnest(:ids::text[], :words::text[]) as it (id, words)
                """)
                .param("round", round.value())
                .param("item", item)
                .param("ids", ids(words))
                .param("words", words.toArray(String[]::new))
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

    /** Keeps how many were asked, as it is when the results become final. */
    void keepAsked(RoundId round) {
        sql.sql("""
                insert into survey.group_asked (round, place_kind, place, split_kind, split, invited)
                select round, place_kind, place, split_kind, split, invited from survey.asked_now where round = :round
                on conflict do nothing
                """).param("round", round.value()).update();
    }

    /** Keeps which groups have answers that are told of in larger groups only. */
    void keepHeld(RoundId round) {
        sql.sql("""
                insert into survey.group_held (round, place_kind, place, split_kind, split)
                select round, place_kind, place, split_kind, split from survey.held_now where round = :round
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

    private static String[] strings(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static Sealed sealed(ResultSet row, int number) throws SQLException {
        return new Sealed(row.getString("proof"), row.getBytes("sealed"), row.getBoolean("counted"));
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
