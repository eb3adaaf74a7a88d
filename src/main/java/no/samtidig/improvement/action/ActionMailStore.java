package no.samtidig.improvement.action;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.samtidig.organisation.UnitPath;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What there is to write to people about goals and actions. Silent where a journey has ended or is on hold. */
@Repository
class ActionMailStore {
    private static final String SPEAKS =
            " j.stage not in ('stopped', 'declined') and (j.hold_until is null or j.hold_until < :today)";

    private final JdbcClient sql;

    ActionMailStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * An action whose owner is to be reminded.
     *
     * @param owner null where everybody owns it, or nobody any more
     */
    record Due(UUID action, @Nullable UUID owner, boolean everybody, String words, LocalDate due, UnitPath unit) {}

    /** Those due within some days, that the owner was not reminded of. What was made or changed today waits until tomorrow. */
    List<Due> before(LocalDate today, int days) {
        return due("a.before_told", today, today, today.plusDays(days));
    }

    /** The same for those due some time ago. */
    List<Due> after(LocalDate today, LocalDate oldest, LocalDate newest) {
        return due("a.after_told", today, oldest, newest);
    }

    private List<Due> due(String told, LocalDate today, LocalDate from, LocalDate until) {
        return sql.sql("""
                select a.id as action, a.owner, a.everybody, a.words, a.due, j.unit::text as unit
                from improvement.action a join improvement.goal g on g.id = a.goal join improvement.journey j on j.id = g.journey
                where a.dropped is null and a.seen <> 'yes' and g.ended is null and a.changed < :today
                  and a.due between :from and :until and
                """ + " " + told + " is distinct from a.due and" + SPEAKS + " order by a.due, a.id")
                .param("today", today)
                .param("from", from)
                .param("until", until)
                .query((row, _) -> new Due(
                        row.getObject("action", UUID.class),
                        row.getObject("owner", UUID.class),
                        row.getBoolean("everybody"),
                        row.getString("words"),
                        row.getObject("due", LocalDate.class),
                        new UnitPath(row.getString("unit"))))
                .list();
    }

    void toldBefore(UUID action) {
        sql.sql("update improvement.action set before_told = due where id = :id")
                .param("id", action)
                .update();
    }

    void toldAfter(UUID action) {
        sql.sql("update improvement.action set after_told = due where id = :id")
                .param("id", action)
                .update();
    }

    /** A journey with goals of a day before today that the staff were not told of. */
    record Untold(UUID journey, UnitPath unit) {}

    List<Untold> untold(LocalDate today) {
        return sql.sql("""
                select distinct j.id as journey, j.unit::text as unit
                from improvement.goal g join improvement.journey j on j.id = g.journey
                where g.told is null and g.ended is null and g.made < :today and
                """ + SPEAKS)
                .param("today", today)
                .query((row, _) ->
                        new Untold(row.getObject("journey", UUID.class), new UnitPath(row.getString("unit"))))
                .list();
    }

    /** The sentences of the goals that are alive. */
    List<String> sentences(UUID journey) {
        return sql.sql(
                        "select sentence from improvement.goal where journey = :journey and ended is null order by made, id")
                .param("journey", journey)
                .query(String.class)
                .list();
    }

    void told(UUID journey, LocalDate today) {
        sql.sql("""
                update improvement.goal set told = :today
                where journey = :journey and told is null and ended is null and made < :today
                """).param("today", today).param("journey", journey).update();
    }
}
