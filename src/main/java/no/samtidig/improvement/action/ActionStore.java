package no.samtidig.improvement.action;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.samtidig.access.AccountId;
import no.samtidig.improvement.JourneyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of actions, their logs and the looks at them. */
@Repository
class ActionStore {
    private static final String ACTION = """
            select a.id, a.goal, a.statement, a.words, a.owner, a.everybody, a.due, a.sign, a.seen, a.made, a.looked, a.dropped,
                a.changed, a.changed_by, a.revision
            from improvement.action a join improvement.goal g on g.id = a.goal""";

    private final JdbcClient sql;

    ActionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** All actions of a journey: the open first, by their day. */
    List<Action> of(JourneyId journey) {
        return sql.sql(ACTION + """
                 where g.journey = :journey order by a.dropped is not null, a.seen = 'yes', a.due, a.made, a.id
                """)
                .param("journey", journey.value())
                .query(ActionStore::action)
                .list();
    }

    /** Whether somebody owns one that goes on and is due by a day. */
    boolean due(AccountId owner, LocalDate by) {
        return sql.sql("""
                select exists (select from improvement.action
                where owner = :owner and dropped is null and seen <> 'yes' and due <= :by)
                """)
                .param("owner", owner.value())
                .param("by", by)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    Optional<Action> find(JourneyId journey, ActionId id) {
        return sql.sql(ACTION + " where g.journey = :journey and a.id = :id")
                .param("journey", journey.value())
                .param("id", id.value())
                .query(ActionStore::action)
                .optional();
    }

    /** Actions of a goal that go on. */
    int going(GoalId goal) {
        return sql.sql(
                        "select count(*) from improvement.action where goal = :goal and dropped is null and seen <> 'yes'")
                .param("goal", goal.value())
                .query(Integer.class)
                .single();
    }

    void add(ActionId id, GoalId goal, ActionDraft it, AccountId by, LocalDate today) {
        sql.sql("""
                insert into improvement.action
                    (id, goal, statement, words, owner, everybody, due, sign, made, made_by, changed, changed_by)
                values (:id, :goal, :statement, :words, :owner, :everybody, :due, :sign, :today, :by, :today, :by)
                """)
                .param("id", id.value())
                .param("goal", goal.value())
                .param("statement", it.statement())
                .param("words", it.words())
                .param("owner", it.owner())
                .param("everybody", it.everybody())
                .param("due", it.due())
                .param("sign", it.sign())
                .param("today", today)
                .param("by", by.value())
                .update();
    }

    /** Changes it if nobody did meanwhile; returns whether it did. */
    boolean change(ActionId id, int revision, ActionDraft it, AccountId by, LocalDate today) {
        return sql.sql("""
                update improvement.action set words = :words, owner = :owner, everybody = :everybody, due = :due, sign = :sign,
                    changed = :today, changed_by = :by, revision = revision + 1
                where id = :id and revision = :revision
                """)
                        .param("words", it.words())
                        .param("owner", it.owner())
                        .param("everybody", it.everybody())
                        .param("due", it.due())
                        .param("sign", it.sign())
                        .param("today", today)
                        .param("by", by.value())
                        .param("id", id.value())
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /** A line in the log; the sign stands as it says from then on. */
    void log(ActionId id, ActionNote it, OffsetDateTime now) {
        sql.sql("""
                insert into improvement.action_note (id, action, day, written_by, seen, tried, saw, next, made)
                values (:id, :action, :day, :by, :seen, :tried, :saw, :next, :now)
                """)
                .param("id", UUID.randomUUID())
                .param("action", id.value())
                .param("day", it.day())
                .param("by", it.by() == null ? null : it.by().value())
                .param("seen", it.seen().code())
                .param("tried", it.tried())
                .param("saw", it.saw())
                .param("next", it.next())
                .param("now", now)
                .update();
        sql.sql("update improvement.action set seen = :seen where id = :id")
                .param("seen", it.seen().code())
                .param("id", id.value())
                .update();
    }

    /** Keeps a look; dropping it holds from that day, anything else takes a drop back. */
    void look(ActionId id, ActionLook it, OffsetDateTime now) {
        sql.sql("""
                insert into improvement.action_look (id, action, day, looked_by, decision, reason, made)
                values (:id, :action, :day, :by, :decision, :reason, :now)
                """)
                .param("id", UUID.randomUUID())
                .param("action", id.value())
                .param("day", it.day())
                .param("by", it.by() == null ? null : it.by().value())
                .param("decision", it.decision().code())
                .param("reason", it.reason())
                .param("now", now)
                .update();
        sql.sql("update improvement.action set looked = :day, dropped = :dropped where id = :id")
                .param("day", it.day())
                .param("dropped", it.decision() == Decision.DROPPED ? it.day() : null)
                .param("id", id.value())
                .update();
    }

    /** The newest first. */
    List<ActionNote> notes(ActionId id) {
        return sql.sql("""
                select day, written_by, seen, tried, saw, next from improvement.action_note
                where action = :id order by made desc, id
                """)
                .param("id", id.value())
                .query((row, _) -> new ActionNote(
                        row.getObject("day", LocalDate.class),
                        GoalStore.account(row, "written_by"),
                        SignSeen.of(row.getString("seen")).orElseThrow(),
                        row.getString("tried"),
                        row.getString("saw"),
                        row.getString("next")))
                .list();
    }

    /** The newest first. */
    List<ActionLook> looks(ActionId id) {
        return sql.sql("""
                select day, looked_by, decision, reason from improvement.action_look
                where action = :id order by made desc, id
                """)
                .param("id", id.value())
                .query((row, _) -> new ActionLook(
                        row.getObject("day", LocalDate.class),
                        GoalStore.account(row, "looked_by"),
                        Decision.of(row.getString("decision")).orElseThrow(),
                        row.getString("reason")))
                .list();
    }

    private static Action action(ResultSet row, int number) throws SQLException {
        return new Action(
                new ActionId(row.getObject("id", UUID.class)),
                new GoalId(row.getObject("goal", UUID.class)),
                row.getString("statement"),
                row.getString("words"),
                GoalStore.account(row, "owner"),
                row.getBoolean("everybody"),
                row.getObject("due", LocalDate.class),
                row.getString("sign"),
                SignSeen.of(row.getString("seen")).orElseThrow(),
                row.getObject("made", LocalDate.class),
                day(row, "looked"),
                day(row, "dropped"),
                row.getObject("changed", LocalDate.class),
                GoalStore.account(row, "changed_by"),
                row.getInt("revision"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
