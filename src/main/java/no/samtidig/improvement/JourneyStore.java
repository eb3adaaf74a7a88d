package no.samtidig.improvement;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.organisation.UnitPath;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of journeys, one at a time. */
@Repository
class JourneyStore {
    private static final String JOURNEY = """
            select id, unit::text as unit, stage, begun, since, coach, month_zero, hold_from, hold_until, hold_reason, shares, revision
            from improvement.journey""";

    private final JdbcClient sql;

    JourneyStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The journey, if it is at a place the scope covers. */
    Optional<Journey> find(JourneyId id, OrganisationScope scope) {
        return sql.sql(JOURNEY + " where id = :id and unit <@ :scope::ltree[]")
                .param("id", id.value())
                .param("scope", scope.parameter())
                .query(JourneyStore::journey)
                .optional();
    }

    /** Journeys at the places, alive before ended, the newest first. */
    List<Journey> within(OrganisationScope scope) {
        return sql.sql(JOURNEY + """
                 where unit <@ :scope::ltree[]
                order by stage in ('stopped', 'declined'), begun desc, id
                """)
                .param("scope", scope.parameter())
                .query(JourneyStore::journey)
                .list();
    }

    /** Holds what is alive at a unit against another that would begin; returns whether something is. */
    boolean aliveAt(UnitPath unit) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "journey " + unit.value())
                .query()
                .listOfRows();
        return sql.sql("""
                select exists (select from improvement.journey
                where unit = :unit::ltree and stage not in ('stopped', 'declined'))
                """)
                .param("unit", unit.value())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    void add(JourneyId id, UnitPath unit, LocalDate today, @Nullable AccountId coach, @Nullable JourneyId before) {
        sql.sql("""
                insert into improvement.journey (id, unit, stage, begun, since, coach, before)
                values (:id, :unit::ltree, :stage, :today, :today, :coach, :before)
                """)
                .param("id", id.value())
                .param("unit", unit.value())
                .param("stage", Stage.INTERESTED.code())
                .param("today", today)
                .param("coach", coach == null ? null : coach.value())
                .param("before", before == null ? null : before.value())
                .update();
    }

    /** Keeps a changed journey if nobody changed it meanwhile; returns whether it did. */
    boolean keep(Journey it) {
        Journey.Hold hold = it.hold();
        return sql.sql("""
                update improvement.journey set stage = :stage, since = :since, coach = :coach, month_zero = :zero,
                    hold_from = :holdFrom, hold_until = :holdUntil, hold_reason = :holdReason, shares = :shares,
                    revision = revision + 1
                where id = :id and revision = :revision
                """)
                        .param("stage", it.stage().code())
                        .param("since", it.since())
                        .param("coach", it.coach() == null ? null : it.coach().value())
                        .param("zero", it.monthZero())
                        .param("holdFrom", hold == null ? null : hold.from())
                        .param("holdUntil", hold == null ? null : hold.until())
                        .param("holdReason", hold == null ? null : hold.reason().code())
                        .param("shares", it.shares())
                        .param("id", it.id().value())
                        .param("revision", it.revision())
                        .update()
                == 1;
    }

    void move(JourneyId journey, JourneyMove move, OffsetDateTime now) {
        sql.sql("""
                insert into improvement.journey_move (id, journey, from_stage, to_stage, day, by, reasons, note, made)
                values (:id, :journey, :from, :to, :day, :by, :reasons::text[], :note, :now)
                """)
                .param("id", UUID.randomUUID())
                .param("journey", journey.value())
                .param("from", move.from() == null ? null : move.from().code())
                .param("to", move.to().code())
                .param("day", move.day())
                .param("by", move.by() == null ? null : move.by().value())
                .param("reasons", move.reasons().stream().map(StopReason::code).toArray(String[]::new))
                .param("note", move.note())
                .param("now", now)
                .update();
    }

    /** The moves of a journey, the first first. */
    List<JourneyMove> moves(JourneyId journey) {
        return sql.sql("""
                select from_stage, to_stage, day, by, reasons, note from improvement.journey_move
                where journey = :journey order by made, id
                """)
                .param("journey", journey.value())
                .query((row, _) -> new JourneyMove(
                        row.getString("from_stage") == null
                                ? null
                                : Stage.of(row.getString("from_stage")).orElseThrow(),
                        Stage.of(row.getString("to_stage")).orElseThrow(),
                        row.getObject("day", LocalDate.class),
                        account(row, "by"),
                        Arrays.stream((String[]) row.getArray("reasons").getArray())
                                .map(code -> StopReason.of(code).orElseThrow())
                                .toList(),
                        row.getString("note")))
                .list();
    }

    /** The first results meeting was on the day, unless one was before. */
    boolean zero(JourneyId journey, LocalDate day) {
        return sql.sql("""
                        update improvement.journey set month_zero = :day, revision = revision + 1
                        where id = :id and month_zero is null
                        """).param("day", day).param("id", journey.value()).update() == 1;
    }

    /** Journeys of a unit go on where it goes on. */
    void follow(UnitPath from, UnitPath to) {
        sql.sql("update improvement.journey set unit = :to::ltree, revision = revision + 1 where unit = :from::ltree")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    private static Journey journey(ResultSet row, int number) throws SQLException {
        Date until = row.getDate("hold_until");
        return new Journey(
                new JourneyId(row.getObject("id", UUID.class)),
                new UnitPath(row.getString("unit")),
                Stage.of(row.getString("stage")).orElseThrow(),
                row.getObject("begun", LocalDate.class),
                row.getObject("since", LocalDate.class),
                account(row, "coach"),
                row.getObject("month_zero", LocalDate.class),
                until == null
                        ? null
                        : new Journey.Hold(
                                row.getObject("hold_from", LocalDate.class),
                                until.toLocalDate(),
                                HoldReason.of(row.getString("hold_reason")).orElseThrow()),
                row.getBoolean("shares"),
                row.getInt("revision"));
    }

    private static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new AccountId(id);
    }
}
