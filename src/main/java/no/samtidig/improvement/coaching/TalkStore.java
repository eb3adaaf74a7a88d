package no.samtidig.improvement.coaching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.JourneyId;
import no.samtidig.improvement.Part;
import no.samtidig.improvement.action.ActionId;
import no.samtidig.organisation.OrganisationScope;
import no.samtidig.platform.Language;
import no.samtidig.platform.code.Coded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of talks. */
@Repository
class TalkStore {
    private static final String TALKS = """
            select id, row_number() over (order by day, starts, id) as number, day, starts, state, cancelled_by, sequence, action, obstacle,
                step_done, step, leader_agreed, coach_agreed, noted, noted_by, revision
            from improvement.talk where journey = :journey order by day, starts, id""";

    private final JdbcClient sql;

    TalkStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Holds a journey's talks against others who would plan, until the transaction ends. */
    void hold(JourneyId journey) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "talks " + journey.value())
                .query()
                .listOfRows();
    }

    /** By day. */
    List<Talk> of(JourneyId journey) {
        return sql.sql(TALKS)
                .param("journey", journey.value())
                .query(TalkStore::talk)
                .list();
    }

    Optional<Talk> find(JourneyId journey, TalkId id) {
        return of(journey).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    void add(JourneyId journey, LocalDate day, LocalTime starts) {
        sql.sql("insert into improvement.talk (id, journey, day, starts) values (:id, :journey, :day, :starts)")
                .param("id", UUID.randomUUID())
                .param("journey", journey.value())
                .param("day", day)
                .param("starts", starts)
                .update();
    }

    /** Moves a planned talk, if nobody changed it meanwhile; returns whether it did. */
    boolean move(TalkId id, int revision, LocalDate day, LocalTime starts) {
        return sql.sql("""
                update improvement.talk set day = :day, starts = :starts, sequence = sequence + 1, revision = revision + 1
                where id = :id and revision = :revision and state = 'planned'
                """)
                        .param("day", day)
                        .param("starts", starts)
                        .param("id", id.value())
                        .param("revision", revision)
                        .update()
                == 1;
    }

    boolean cancel(TalkId id, int revision, CancelledBy by) {
        return sql.sql("""
                update improvement.talk set state = 'cancelled', cancelled_by = :by, sequence = sequence + 1, revision = revision + 1
                where id = :id and revision = :revision and state = 'planned'
                """)
                        .param("by", by.code())
                        .param("id", id.value())
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /** Keeps the note of a talk, which then is held; both agree anew. */
    boolean note(TalkId id, int revision, TalkNote it, AccountId by, LocalDate today) {
        return sql.sql("""
                update improvement.talk set state = 'held', cancelled_by = null, action = :action, obstacle = :obstacle,
                    step_done = :done, step = :step, noted = :today, noted_by = :by, leader_agreed = null, coach_agreed = null,
                    revision = revision + 1
                where id = :id and revision = :revision and state <> 'cancelled'
                """)
                        .param(
                                "action",
                                it.action() == null ? null : it.action().value())
                        .param("obstacle", it.obstacle().code())
                        .param("done", it.done() == null ? null : it.done().code())
                        .param("step", it.step())
                        .param("today", today)
                        .param("by", by.value())
                        .param("id", id.value())
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /** Agrees to the note as it was read. */
    boolean agree(TalkId id, int revision, Part part, LocalDate today) {
        String column = part == Part.LEADER ? "leader_agreed" : "coach_agreed";
        return sql.sql("update improvement.talk set " + column + " = :today where id = :id and revision = :revision")
                        .param("today", today)
                        .param("id", id.value())
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /**
     * Something of a journey that a coach follows.
     *
     * @param day of the talk it is about
     */
    record OfCoach(UUID journey, String unit, LocalDate day) {}

    /** Planned talks of a coach's journeys within the days; journeys that have ended or are on hold are silent. */
    List<OfCoach> planned(AccountId coach, OrganisationScope scope, LocalDate today, LocalDate until) {
        return sql.sql("""
                select j.id as journey, j.unit::text as unit, t.day
                from improvement.talk t join improvement.journey j on j.id = t.journey
                where j.coach = :coach and j.unit <@ :scope::ltree[] and j.stage not in ('stopped', 'declined')
                  and (j.hold_until is null or j.hold_until < :today) and t.state = 'planned' and t.day between :today and :until
                order by t.day, t.starts, t.id
                """)
                .param("coach", coach.value())
                .param("scope", scope.parameter())
                .param("today", today)
                .param("until", until)
                .query(OfCoach.class)
                .list();
    }

    /**
     * A planned talk of a coach, with what the unit's last talk ended in.
     *
     * @param unit path
     * @param held the day of the last talk with a note; null before the first
     * @param step what was agreed then; null before the first
     */
    record Ahead(
            UUID id,
            UUID journey,
            String unit,
            int number,
            LocalDate day,
            LocalTime starts,
            @Nullable LocalDate held,
            @Nullable String step) {}

    /** Planned talks of a coach up to a day, also those whose day has passed; journeys that have ended or are on hold are silent. */
    List<Ahead> ahead(AccountId coach, OrganisationScope scope, LocalDate today, LocalDate until) {
        return sql.sql("""
                select t.id, j.id as journey, j.unit::text as unit, t.day, t.starts, l.day as held, l.step,
                    (select count(*) from improvement.talk n
                     where n.journey = j.id and (n.day, n.starts, n.id) <= (t.day, t.starts, t.id)) as number
                from improvement.talk t join improvement.journey j on j.id = t.journey
                left join lateral (
                    select h.day, h.step from improvement.talk h
                    where h.journey = j.id and h.state = 'held' order by h.day desc, h.starts desc limit 1) l on true
                where j.coach = :coach and j.unit <@ :scope::ltree[] and j.stage not in ('stopped', 'declined')
                  and (j.hold_until is null or j.hold_until < :today) and t.state = 'planned' and t.day <= :until
                order by t.day, t.starts, t.id
                """)
                .param("coach", coach.value())
                .param("scope", scope.parameter())
                .param("today", today)
                .param("until", until)
                .query(Ahead.class)
                .list();
    }

    /** Somebody who coaches a journey that goes on, and the language of their mail. */
    record Coach(UUID account, Language language) {}

    List<Coach> coaches() {
        return sql.sql("""
                select distinct j.coach, a.language from improvement.journey j join access.account a on a.id = j.coach
                where j.stage not in ('stopped', 'declined')
                """)
                .query((row, _) -> new Coach(
                        row.getObject("coach", UUID.class),
                        Language.of(row.getString("language")).orElse(Language.NB)))
                .list();
    }

    /** Journeys of a coach whose last three talks up to today were cancelled, with the day of the last. */
    List<OfCoach> cancelled(AccountId coach, OrganisationScope scope, LocalDate today, int inARow) {
        return sql.sql("""
                select j.id as journey, j.unit::text as unit, max(l.day) as day
                from improvement.journey j cross join lateral (
                    select t.day, t.state from improvement.talk t
                    where t.journey = j.id and (t.state <> 'planned')
                    order by t.day desc, t.starts desc limit :most) l
                where j.coach = :coach and j.unit <@ :scope::ltree[] and j.stage not in ('stopped', 'declined')
                  and (j.hold_until is null or j.hold_until < :today)
                group by j.id, j.unit
                having count(*) = :most and bool_and(l.state = 'cancelled')
                order by 3, 1
                """)
                .param("coach", coach.value())
                .param("scope", scope.parameter())
                .param("today", today)
                .param("most", inARow)
                .query(OfCoach.class)
                .list();
    }

    private static Talk talk(ResultSet row, int number) throws SQLException {
        String obstacle = row.getString("obstacle");
        UUID action = row.getObject("action", UUID.class);
        UUID by = row.getObject("noted_by", UUID.class);
        return new Talk(
                new TalkId(row.getObject("id", UUID.class)),
                row.getInt("number"),
                row.getObject("day", LocalDate.class),
                row.getObject("starts", LocalTime.class),
                Coded.of(Talk.State.class, row.getString("state")).orElseThrow(),
                code(row, "cancelled_by") == null
                        ? null
                        : CancelledBy.of(row.getString("cancelled_by")).orElseThrow(),
                row.getInt("sequence"),
                obstacle == null
                        ? null
                        : new TalkNote(
                                action == null ? null : new ActionId(action),
                                Obstacle.of(obstacle).orElseThrow(),
                                code(row, "step_done") == null
                                        ? null
                                        : StepDone.of(row.getString("step_done"))
                                                .orElseThrow(),
                                row.getString("step")),
                row.getObject("leader_agreed", LocalDate.class),
                row.getObject("coach_agreed", LocalDate.class),
                row.getObject("noted", LocalDate.class),
                by == null ? null : new AccountId(by),
                row.getInt("revision"));
    }

    private static @Nullable String code(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
