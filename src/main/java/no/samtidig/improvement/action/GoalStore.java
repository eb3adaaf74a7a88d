package no.samtidig.improvement.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.JourneyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of goals. */
@Repository
class GoalStore {
    private static final String GOAL = """
            select id, journey, area, sentence, occasion, made, made_by, ended, end_reason, end_note from improvement.goal""";

    private final JdbcClient sql;

    GoalStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Holds a journey's goals against others who would change them, until the transaction ends. */
    void hold(JourneyId journey) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "goals " + journey.value())
                .query()
                .listOfRows();
    }

    List<Goal> of(JourneyId journey) {
        return sql.sql(GOAL + " where journey = :journey order by ended nulls first, made, id")
                .param("journey", journey.value())
                .query(GoalStore::goal)
                .list();
    }

    Optional<Goal> find(JourneyId journey, GoalId id) {
        return sql.sql(GOAL + " where journey = :journey and id = :id")
                .param("journey", journey.value())
                .param("id", id.value())
                .query(GoalStore::goal)
                .optional();
    }

    void add(Goal it) {
        sql.sql("""
                insert into improvement.goal (id, journey, area, sentence, occasion, made, made_by)
                values (:id, :journey, :area, :sentence, :occasion, :made, :by)
                """)
                .param("id", it.id().value())
                .param("journey", it.journey().value())
                .param("area", it.area())
                .param("sentence", it.sentence())
                .param("occasion", it.occasion().months())
                .param("made", it.made())
                .param("by", it.madeBy() == null ? null : it.madeBy().value())
                .update();
        sql.sql("delete from improvement.no_goal where journey = :journey and occasion = :occasion")
                .param("journey", it.journey().value())
                .param("occasion", it.occasion().months())
                .update();
    }

    /** Ends it if it is alive; returns whether it was. */
    boolean end(JourneyId journey, GoalId id, Goal.Ending ending, AccountId by) {
        return sql.sql("""
                update improvement.goal set ended = :day, ended_by = :by, end_reason = :why, end_note = :note
                where journey = :journey and id = :id and ended is null
                """)
                        .param("day", ending.day())
                        .param("by", by.value())
                        .param("why", ending.why().code())
                        .param("note", ending.note())
                        .param("journey", journey.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Notes that the unit chose none; returns whether that is new. */
    boolean none(JourneyId journey, Occasion occasion, LocalDate day, AccountId by) {
        return sql.sql("""
                insert into improvement.no_goal (journey, occasion, made, made_by) values (:journey, :occasion, :day, :by)
                on conflict (journey, occasion) do nothing
                """)
                        .param("journey", journey.value())
                        .param("occasion", occasion.months())
                        .param("day", day)
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** The occasions at which the unit chose none. */
    List<Occasion> nones(JourneyId journey) {
        return sql.sql("select occasion from improvement.no_goal where journey = :journey order by occasion")
                .param("journey", journey.value())
                .query((row, _) -> Occasion.of(row.getInt(1)))
                .list();
    }

    private static Goal goal(ResultSet row, int number) throws SQLException {
        LocalDate ended = row.getObject("ended", LocalDate.class);
        return new Goal(
                new GoalId(row.getObject("id", UUID.class)),
                new JourneyId(row.getObject("journey", UUID.class)),
                row.getString("area"),
                row.getString("sentence"),
                Occasion.of(row.getInt("occasion")),
                row.getObject("made", LocalDate.class),
                account(row, "made_by"),
                ended == null
                        ? null
                        : new Goal.Ending(
                                ended,
                                GoalEnd.of(row.getString("end_reason")).orElseThrow(),
                                row.getString("end_note")));
    }

    static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new AccountId(id);
    }
}
